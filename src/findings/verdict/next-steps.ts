import { showAdaptersCommand, showChimneyCommand, showCommands } from "../../facts/commands.ts";
import type { Evidence } from "../../hosts/index.ts";
import { packOf2003 } from "../pack-of-2003.ts";
import { tablesOffloadedBefore } from "../refutation.ts";
import { supplyOf } from "../supplies.ts";
import type { VerdictRow } from "./rows.ts";
import { type KnownSituation, unknownBlockersOf } from "./situation.ts";
import type { Dimension, Situation } from "./situations.ts";

/** Values that leave a branch open. */
const openValues: { readonly [D in Dimension]: readonly Situation[D][] } = {
  chimney: ["unknown", "lineMissing"],
  windows: ["unknown"],
  statistics: ["missing", "notAvailable", "unreadable"],
  adapter: ["unknown"],
  coexistence: ["unknown"],
  portPolicy: ["unknown"],
  counts: ["noTable", "noColumn", "rowsUnread", "noneEligible", "tooFew"],
  rows: [],
};

/** What keeps every connection in the host: it was not there where an earlier table has some that are offloaded. */
const refutable: readonly Dimension[] = ["adapter", "coexistence", "portPolicy"];

/** The commands for the branches that could not be taken, and for what has to be captured anew. No command twice. */
export function nextSteps(row: VerdictRow, known: KnownSituation, evidence: Partial<Evidence>): readonly string[] {
  // A Server 2003 without the pack has nothing to capture.
  if (evidence.os?.value === "2003" && packOf2003(evidence) === "absent") return [];
  const asked = [...(row.again ?? []), ...openOf(row, known, evidence)];
  return [...new Set(asked.flatMap((dimension) => commandsFor(dimension, evidence)))];
}

/** What the row would need and is not known, or only guessed. */
export function openOf(
  { open = [] }: VerdictRow,
  known: KnownSituation,
  evidence: Partial<Evidence>,
): readonly Dimension[] {
  const { netstat } = evidence;
  const isRefuted =
    netstat !== undefined && netstat.snapshot.eligible.offloaded === 0 && tablesOffloadedBefore(netstat).length > 0;
  return open.filter((dimension) => {
    if (isRefuted && refutable.includes(dimension)) return false;
    const values: readonly string[] = openValues[dimension];
    return values.includes(known[dimension].value) || (dimension === "windows" && isGuessed(evidence));
  });
}

/** True when the version of Windows is only told by which settings it prints. */
export function isGuessed({ osReadings }: Partial<Evidence>): boolean {
  return osReadings?.[0].basis === "fingerprint";
}

function commandsFor(dimension: Dimension, evidence: Partial<Evidence>): readonly string[] {
  const band = evidence.os?.value;
  switch (dimension) {
    case "chimney":
      return chimneyCommands(evidence);
    case "windows":
      return [showCommands.version];
    case "statistics":
      // Server 2003 has no such command.
      return band === "2003" ? [] : [statisticsCommand(evidence)];
    case "adapter":
      return [showAdaptersCommand(band)];
    case "coexistence":
      return band === undefined ? [showCommands.version] : featureCommands(evidence);
    case "portPolicy":
      return band === "2003" ? [showCommands.registry] : [showCommands.chimneyPorts, showCommands.chimneyApplications];
    case "counts":
    case "rows":
      return [showCommands.connections];
  }
}

/** A command that was refused for want of rights is asked for with what it needs. */
function statisticsCommand({ chimneyStats }: Partial<Evidence>): string {
  const refusal = chimneyStats?.at(-1)?.traits.refusal;
  const isForbidden = refusal === "requiresElevation" || refusal === "accessDenied";
  return isForbidden ? `${showCommands.chimneyStats} (run as administrator)` : showCommands.chimneyStats;
}

/** A whole dump without the value has said all it can: then the service pack and the hotfixes tell the default. */
function chimneyCommands({ os, tcpipParameters, hotfixes }: Partial<Evidence>): readonly string[] {
  const isAbsent = os?.value === "2003" && tcpipParameters?.some(({ traits }) => traits.wholeKey) === true;
  if (!isAbsent) return [showChimneyCommand(os?.value)];
  return hotfixes === undefined ? [showCommands.system] : [];
}

/** Commands that tell of features; those that none tells of are to be declared, all in one go. */
function featureCommands(evidence: Partial<Evidence>): readonly string[] {
  const unknown = unknownBlockersOf(evidence);
  const supplies = unknown.map((name) => {
    const { commands } = supplyOf(name, evidence.os?.value);
    return { name, captured: commands.filter((command) => !command.startsWith("--")) };
  });
  const declared = supplies.filter(({ captured }) => captured.length === 0).map(({ name }) => `no-${name}`);
  const declaration = `--context ${declared.join(",")} (leave out no- for what is in use)`;
  return [...supplies.flatMap(({ captured }) => captured), ...(declared.length === 0 ? [] : [declaration])];
}
