import { type Evidence, type EvidencePlace, type Fact, placeIn } from "../hosts/index.ts";
import { registryValue } from "./derived.ts";

/** The update that brings the Scalable Networking Pack to Server 2003 SP1 and to XP x64; SP2 has it. */
const PACK = "KB912222";
/** The update that turns the pack's features off. */
const SNP_OFF = "KB948496";

/** The number of the service pack, as far as a capture says it. */
export function servicePackOf({ systemInfo }: Partial<Evidence>): Fact<number> | undefined {
  const packs = (systemInfo ?? []).flatMap((capture) =>
    capture.records.flatMap((record) =>
      record.name === "servicePack" ? [{ value: Number(record.value), at: [placeIn(capture, record)] }] : [],
    ),
  );
  return packs.at(-1);
}

/** Whether Server 2003 has the pack, by SP2 or its own update; absent only where both are known. */
export function packOf2003(evidence: Partial<Evidence>): "present" | "absent" | "unknown" {
  const { hotfixes, netstat } = evidence;
  const servicePack = servicePackOf(evidence);
  // Only the pack's netstat has the column.
  if (netstat?.snapshot.hasOffloadState === true && netstat.snapshot.raw.total > 0) return "present";
  if ((servicePack?.value ?? 0) >= 2 || hotfixes?.value.includes(PACK) === true) return "present";
  return servicePack === undefined || hotfixes === undefined ? "unknown" : "absent";
}

/** Chimney that nobody set on a Server 2003 with the pack. */
export interface Unset {
  /** By default it is on; the update that turns it off leaves that unknown where the value is not there. */
  readonly isOn: boolean;
  readonly at: readonly EvidencePlace[];
}

/** A dump of the whole key without the value for Chimney, on a Server 2003 with the pack; undefined where that is not certain. */
export function unsetOn2003(evidence: Partial<Evidence>): Unset | undefined {
  const { os, tcpipParameters, chimneyOffload, hotfixes } = evidence;
  if (os?.value !== "2003" || tcpipParameters === undefined || chimneyOffload !== undefined) return undefined;
  const whole = tcpipParameters.findLast(({ traits }) => traits.wholeKey);
  if (whole === undefined || registryValue(tcpipParameters, "EnableTCPChimney") !== null) return undefined;
  if (packOf2003(evidence) !== "present") return undefined;
  const isTurnedOff = hotfixes?.value.includes(SNP_OFF) === true;
  const at = [placeIn(whole, whole), ...(servicePackOf(evidence)?.at ?? []), ...(isTurnedOff ? hotfixes.at : [])];
  return { isOn: !isTurnedOff, at };
}
