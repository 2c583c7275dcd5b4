import { enumerated } from "../../facts/in-words.ts";
import { osTitle, windowsName } from "../../facts/os-bands.ts";
import type { Evidence, EvidencePlace } from "../../hosts/index.ts";
import { packOf2003, unsetOn2003 } from "../pack-of-2003.ts";
import { countsText } from "./counts-text.ts";
import { isGuessed, nextSteps, openOf } from "./next-steps.ts";
import { type VerdictCode, type VerdictRow, verdictCodes } from "./rows.ts";
import { blockersOf, type KnownSituation, situationOf } from "./situation.ts";
import { type Dimension, dimensions, holds, type Situation } from "./situations.ts";
import { verdictRows } from "./verdicts.ts";

export type { VerdictCode } from "./rows.ts";

/** The one answer to why nothing, or so little, is offloaded on a host. */
export interface Verdict {
  readonly code: VerdictCode;
  /** A few sentences that claim no more than the evidence does. */
  readonly statement: string;
  /** The lines it rests on; none where it rests on what was not captured, or on what the user declared. */
  readonly because: readonly EvidencePlace[];
  /** What to run next for the branches that could not be taken. */
  readonly next: readonly string[];
}

/** What a verdict says, whatever the host: its numbers and names left open. */
export interface VerdictMeaning {
  readonly code: VerdictCode;
  /** Each once; several where different situations have the verdict. */
  readonly statements: readonly string[];
}

/** Every verdict and what it says. */
export function verdictMeanings(): readonly VerdictMeaning[] {
  return verdictCodes.map((code) => {
    const rows = verdictRows.filter(({ verdict }) => verdict === code);
    return { code, statements: [...new Set(rows.map(({ statement }) => openStatement(statement)))] };
  });
}

/** What stands for the numbers and names of a host. */
const openPlaces: ReadonlyMap<string, string> = new Map([
  ["windows", "this Windows"],
  ["setting", "the setting"],
  ["blocking", "a feature"],
]);

function openStatement(statement: string): string {
  return statement
    .replace(/\{(\w+)\}/g, (_, name: string) => openPlaces.get(name) ?? "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Lines quoted for a verdict. */
const MOST_LINES = 12;

const openWords: { readonly [D in Dimension]?: string } = {
  windows: "the version of Windows",
  adapter: "connection offload on the adapter",
  coexistence: "features that Chimney does not work with",
  portPolicy: "lists of ports",
};

/** The verdict on a host, from all that is known of it. */
export function verdictOf(evidence: Partial<Evidence>): Verdict {
  const known = situationOf(evidence);
  const row = verdictRow(valuesOf(known));
  const statement = row.statement.replace(/\{(\w+)\}/g, (_, name: string) => wording(name, row, known, evidence));
  return {
    code: row.verdict,
    statement: statement.trim(),
    because: row.because
      .flatMap((dimension) => known[dimension].at)
      .filter(isFirst)
      .slice(0, MOST_LINES),
    next: nextSteps(row, known, evidence),
  };
}

/** The row that holds in a situation. There is exactly one for every situation that is possible. */
export function verdictRow(situation: Situation): VerdictRow {
  const row = verdictRows.find(({ when }) => when.some((condition) => holds(condition, situation)));
  if (row === undefined) throw new Error(`no verdict for ${JSON.stringify(situation)}`);
  return row;
}

function valuesOf(known: KnownSituation): Situation {
  // The keys are those of the situation, each with a value of its own dimension.
  return Object.fromEntries(dimensions.map((dimension) => [dimension, known[dimension].value])) as Situation;
}

function wording(name: string, row: VerdictRow, known: KnownSituation, evidence: Partial<Evidence>): string {
  const windows = known.windows.value;
  switch (name) {
    case "neither":
      return unsetText(evidence) ?? "Neither the state of Chimney nor that of any connection was captured.";
    case "unset":
      return unsetText(evidence) ?? "InHost does not show whether Chimney is on, and its setting was not captured.";
    case "counts":
      return countsText(evidence.netstat);
    case "windows":
      if (windows === "unknown") return "this Windows";
      return isGuessed(evidence)
        ? `${windowsName(windows)} (a guess, by the settings it prints)`
        : osTitle({
            band: windows,
            ...(evidence.osName !== undefined && { name: evidence.osName.value }),
            ...(evidence.osServicePack !== undefined && { servicePack: evidence.osServicePack.value }),
          });
    case "setting":
      return known.chimney.value;
    case "blocking":
      return enumerated(blockersOf(evidence).map((blocker) => blocker.name));
    case "causes": {
      const open = openWordsOf(row, known, evidence);
      return open === "" ? "" : `Not yet known, but may be the cause: ${open}. `;
    }
    default:
      return openWordsOf(row, known, evidence);
  }
}

/** What an absent setting means on Server 2003, where that is certain. */
function unsetText(evidence: Partial<Evidence>): string | undefined {
  const unset = unsetOn2003(evidence);
  if (unset?.isOn === false)
    return "The registry has no EnableTCPChimney, although KB 948496, which turns Chimney off, is listed. Whether Chimney is on is unknown, and InHost does not show it.";
  if (unset !== undefined)
    return "The registry has no EnableTCPChimney, which on this Windows means that Chimney is on by default. InHost does not show whether it works.";
  if (evidence.os?.value !== "2003" || packOf2003(evidence) !== "absent") return undefined;
  return "This Windows has neither SP2 nor the Scalable Networking Pack (KB 912222): it has no TCP Chimney, and its netstat has no -t. All connections are in the host, and nothing about Chimney needs fixing.";
}

function openWordsOf(row: VerdictRow, known: KnownSituation, evidence: Partial<Evidence>): string {
  return enumerated(openOf(row, known, evidence).flatMap((dimension) => openWords[dimension] ?? []));
}

function isFirst(place: EvidencePlace, at: number, all: readonly EvidencePlace[]): boolean {
  return all.findIndex(({ source, line }) => source === place.source && line === place.line) === at;
}
