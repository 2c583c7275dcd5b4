import { osBands } from "../facts/os-bands.ts";
import type {
  FailingRule,
  Fleet,
  FleetRatio,
  HostName,
  HostShare,
  Listed,
  PhasePair,
  PhaseTable,
  SameBundles,
  SameName,
  SameTables,
  SettingSpread,
  SettingValue,
  TablePlace,
  ValueInBundle,
} from "../fleet/index.ts";
import { eligibleRatio, place } from "./connections.ts";
import { fleetFinding, severity } from "./finding.ts";
import { settingNames } from "./report.ts";
import { count, listOf, objectOf, oneOf, orNull, type Schema, share, text, value } from "./schema.ts";

/** How many bundles or sources there are of each status. */
export const statusCounts = objectOf<Fleet["bundles"]>({ ok: count, partial: count, skipped: count, failed: count });

const hostName = { host: orNull(text), bundle: orNull(text) };
const hostNames = listedOf(objectOf<HostName>(hostName));
const band = oneOf([...osBands, "unknown"]);
const hostShare = objectOf<HostShare>({ ...hostName, ratio: share });

const ratio = objectOf<FleetRatio>({
  band: orNull(band),
  hosts: count,
  withTable: count,
  repeated: count,
  unable: count,
  eligible: eligibleRatio,
  spread: orNull(
    objectOf<NonNullable<FleetRatio["spread"]>>({ hosts: count, min: hostShare, median: share, max: hostShare }),
  ),
});

const setting = objectOf<SettingSpread>({
  setting: oneOf(settingNames),
  band,
  hosts: count,
  values: listOf(objectOf<SettingValue>({ value, hosts: hostNames })),
  notCaptured: hostNames,
  usual: orNull(value),
});

const tablePlace = objectOf<TablePlace>({ ...hostName, ...place });
const sameTables = objectOf<SameTables>({ digest: text, counted: tablePlace, others: listedOf(tablePlace) });
const sameBundles = objectOf<SameBundles>({ counted: text, others: listedOf(text) });

const sameName = objectOf<SameName>({
  host: text,
  bundles: listedOf(text),
  differing: listOf(
    objectOf<SameName["differing"][number]>({
      setting: oneOf(settingNames),
      values: listedOf(
        objectOf<ValueInBundle>({
          bundle: orNull(text),
          time: orNull(text),
          value,
        }),
      ),
    }),
  ),
});

const phaseTable = objectOf<PhaseTable>({ phase: text, ...place, eligible: eligibleRatio });

/** What many bundles say together. */
export const fleet = objectOf<Fleet>({
  bundles: statusCounts,
  hosts: count,
  unnamedHosts: count,
  windows: listOf(objectOf<Fleet["windows"][number]>({ band, hosts: count })),
  ratios: listOf(ratio),
  settings: listOf(setting),
  sameBundles: listedOf(sameBundles),
  sameTables: listedOf(sameTables),
  sameNames: listedOf(sameName),
  phases: listedOf(objectOf<PhasePair>({ ...hostName, before: phaseTable, after: phaseTable })),
  failing: listOf(objectOf<FailingRule>({ rule: text, severity, hosts: hostNames })),
  findings: listOf(fleetFinding),
});

/** The first of a list, and how long it is. */
function listedOf(items: Schema): Schema {
  return objectOf<Listed<unknown>>({ total: count, first: listOf(items) });
}
