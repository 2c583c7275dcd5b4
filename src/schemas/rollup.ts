import { grammars } from "../../grammar/index.ts";
import { features } from "../facts/features.ts";
import { verdictCodes } from "../findings/index.ts";
import type { BundleEntry, HostEntry, Rollup, SettingEntry, TableEntry } from "../fleet/index.ts";
import { eligibleRatio, place, rawRatio } from "./connections.ts";
import { fleet, statusCounts } from "./fleet.ts";
import { onOff, schemaVersion, settingNames, sourceStatuses, tool } from "./report.ts";
import { count, flag, listOf, mapOf, objectOf, oneOf, orNull, type Schema, text, value } from "./schema.ts";
import { os } from "./windows.ts";

const table = objectOf<TableEntry>({
  ...place,
  time: orNull(text),
  phase: orNull(text),
  digest: orNull({ type: "string", pattern: "^[0-9a-f]{64}$" }),
  hasOffloadState: flag,
  raw: rawRatio,
  eligible: eligibleRatio,
});

const bySeverity = objectOf<HostEntry["failing"]>({ error: listOf(text), warning: listOf(text), info: listOf(text) });

const entry: { readonly [K in keyof HostEntry]-?: Schema } = {
  host: orNull(text),
  os: orNull(objectOf<NonNullable<HostEntry["os"]>>({ ...os, name: text }, ["name"])),
  collectors: listOf(text),
  captures: mapOf(
    count,
    grammars.map(({ kind }) => kind),
  ),
  connections: count,
  settings: mapOf(objectOf<SettingEntry>({ ...place, value, label: text }), settingNames),
  features: mapOf(onOff, features),
  tables: listOf(table),
  headline: orNull(count),
  verdict: orNull(oneOf(verdictCodes)),
  failing: bySeverity,
  fingerprints: bySeverity,
};

const host = objectOf<HostEntry>(entry, ["fingerprints"]);

/** One of its bundles. */
export const bundle = objectOf<BundleEntry>({
  name: text,
  fingerprint: text,
  status: oneOf(sourceStatuses),
  reason: orNull(text),
  bytes: count,
  sources: statusCounts,
  diagnostics: objectOf<BundleEntry["diagnostics"]>({ error: count, warning: count, info: count }),
  hosts: listOf(host),
});

/** The roll-up that `batch` and `merge` write and `merge` reads. */
export const rollup = objectOf<Rollup>({ schemaVersion, tool, bundles: listOf(bundle), fleet });
