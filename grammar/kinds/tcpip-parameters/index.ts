import type { Grammar } from "../../contract/grammar.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { askedBy } from "./command.ts";
import { registryLine } from "./line.ts";
import { registryReading } from "./reading.ts";

/** One value under Services\Tcpip\Parameters, from `reg query` or a .reg file. Subkeys (interfaces) are left out. */
export interface RegistryValue {
  /** Line in its source, 1-based; the first one of a value that goes on over several. */
  readonly line: number;
  /** Name as printed; compare without case. */
  readonly name: string;
  readonly type: string;
  /** A number for DWORD and QWORD, the strings of a MULTI_SZ (also from hex(7)), else the text as printed. */
  readonly value: number | string | readonly string[];
}

export interface TcpipParametersTraits {
  /** True when the whole key was dumped, so that a value that is not there is known to be absent. */
  readonly wholeKey: boolean;
  /** CurrentControlSet, or the numbered set that was dumped instead of it, which may be an older state. */
  readonly controlSet: string | null;
}

const answers = (command: string) => askedBy(command).for !== "nothing";
const isAsked = keepingLast(answers);
/** Every line that gives the key away by itself has one of these, which spares a closer look at all the others. */
const hint = /HKEY_|REG/i;

/**
 * The values of HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters, as `reg query` prints them or as
 * a .reg file holds them. Values under any other key are not read, whatever their names.
 */
export const tcpipParameters: Grammar<"tcpipParameters", RegistryValue, TcpipParametersTraits> = {
  kind: "tcpipParameters",
  title: "the registry values under Tcpip\\Parameters",
  command: "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
  words: ["services\\tcpip"],
  answers,
  landmark: (line, { command }) => {
    if (!isAsked(command) && !hint.test(line)) return undefined;
    const found = registryLine(line);
    if (found.shape === "key") return found.controlSet === undefined ? undefined : "title";
    if (found.shape === "heading") return "title";
    if (!isAsked(command)) return undefined;
    if (found.shape === "notFound") return "message";
    return found.shape === "value" ? "record" : undefined;
  },
  continues: (line) => registryLine(line).shape !== "other",
  resumes: (line) => registryLine(line).shape === "value",
  read: (segment, { command }) => registryReading(segment, askedBy(command)),
};
