import { TCPIP_PARAMETERS } from "./commands.ts";
import { type Citation, source } from "./sources.ts";

/** A value of Tcpip\Parameters that holds ports: which end of a connection it is about, and what becomes of that. */
export interface PortListName {
  readonly name: string;
  readonly end: "source" | "destination";
  readonly effect: "exclude" | "include";
}

/** Server 2003's port policy. Exclusion is looked at first; inclusion makes offloading preferred, not certain. */
export const portLists: readonly PortListName[] = [
  { name: "OffloadExcludeDestinationPorts", end: "destination", effect: "exclude" },
  { name: "OffloadIncludeDestinationPorts", end: "destination", effect: "include" },
  { name: "OffloadExcludeSourcePorts", end: "source", effect: "exclude" },
  { name: "OffloadIncludeSourcePorts", end: "source", effect: "include" },
];

export const portListsSource: Citation = source("kb912222", "usage, ports");

const MOST_PORT = 65_535;
const separators = /[\s,]/;
/** Ports with blanks and commas: all that may go into a command. */
const onlyPorts = /^[\d ,]*$/;

/** The entries of a list in their order; the port is null where an entry is none from 1 to 65,535. */
export function portEntries(
  strings: readonly string[],
): readonly { readonly text: string; readonly port: number | null }[] {
  return strings
    .flatMap((text) => text.split(separators))
    .filter((text) => text !== "")
    .map((text) => ({ text, port: portIn(text) }));
}

/** The command that writes a list; undefined when it holds anything but ports, which is not to be run. */
export function portListCommand(name: string, strings: readonly string[]): string | undefined {
  if (strings.length === 0 || !strings.every((text) => onlyPorts.test(text))) return undefined;
  return `reg add ${TCPIP_PARAMETERS} /v ${name} /t REG_MULTI_SZ /d "${strings.join(String.raw`\0`)}" /f`;
}

function portIn(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= MOST_PORT ? port : null;
}
