import type { LineClass } from "../contract/grammar.ts";
import type { Stamp } from "./times/stamp.ts";

/**
 * What a line around the captures says of them. A marker ends the capture before it. `command` is the command line
 * whose output follows; null when the line says that another one begins without naming it.
 */
export interface Marker {
  readonly class: Extract<LineClass, "prompt" | "banner">;
  readonly command: string | null;
  readonly host?: NamedHost;
  readonly time?: Stamp;
  /** Set when the time is that of what stands above the line. */
  readonly timeReach?: "above";
  readonly phase?: Phase;
  /** Set when the command of the line above goes on to be answered below: a time between two outputs of one command. */
  readonly isWithin?: true;
}

/** The host that a line names. */
export interface NamedHost {
  /** As printed. Untrusted. */
  readonly name: string;
  /** What names it, as it stands behind "named by". */
  readonly by: HostSignal;
  readonly reach: Reach;
}

/**
 * Which captures a name is of: those right `above` the line; those of the same `object`, whose lines go up to the next
 * blank one; those of the `section` below it alone, as in a session on
 * another computer than the console's; or those below it and, when the `source` names no other host, all of it.
 */
export type Reach = "above" | "object" | "section" | "source";

/** Before or after what was changed or looked into. */
export type Phase = "before" | "after";

/** Everything that names a host around captures. */
export const hostSignals = [
  "the prompt",
  "the remote command",
  "the collector's heading",
  "Ansible",
  "Salt",
  "Bolt",
  "PsExec",
  "parallel-ssh",
  "Nornir",
  "PSComputerName",
  "the PowerShell transcript",
  "hostname",
  "COMPUTERNAME",
  "net config",
  "a label",
  "a heading",
  "a file with nothing but the name",
] as const;

export type HostSignal = (typeof hostSignals)[number];

/** The host of a signal that names what is below it. */
export function named(name: string, by: HostSignal, reach: Reach = "source"): NamedHost {
  return { name, by, reach };
}
