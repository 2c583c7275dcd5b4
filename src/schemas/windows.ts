import { osBands } from "../facts/os-bands.ts";
import type { OsFloorReport, OsReport } from "../report/index.ts";
import { listOf, objectOf, oneOf, ordinal, orNull, text } from "./schema.ts";

const at = listOf(objectOf<OsReport["at"][number]>({ source: text, line: ordinal }));
const band = oneOf(osBands);

/** The version of Windows but for the lines that tell it. */
export const os = { band, build: orNull(text), basis: oneOf(["systemInfo", "fingerprint", "option"]) };

/** The same, with the product and the lines. */
export const osReport = objectOf<OsReport>(
  { ...os, name: text, product: oneOf(["server", "client"]), edition: text, servicePack: text, at },
  ["name", "product", "edition", "servicePack"],
);

export const osFloor = objectOf<OsFloorReport>({ band, by: oneOf(["command", "line"]), at });
