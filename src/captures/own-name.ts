import { type Diagnostic, diagnostic, type PrintedHost } from "../../grammar/index.ts";
import { mayNameHost } from "../../grammar/markers/index.ts";
import type { AnyCapture } from "./capture.ts";
import type { Attribution } from "./collectors/index.ts";
import type { HostMention } from "./host-names.ts";
import { isSameHost } from "./same-host.ts";

/** The host that an output names itself; undefined when what it prints there is no name. */
export function ownName({ name, by, line, isRemote }: PrintedHost): HostMention | undefined {
  const printed = name.trim();
  return mayNameHost(printed)
    ? { name: printed, by, line, reach: isRemote === true ? "section" : "source" }
    : undefined;
}

/** What a collector's name of a file, folder or archive tells. */
export function collectorMention({ name, by }: NonNullable<Attribution["host"]>): HostMention {
  return { name, by: `the ${by}`, line: null, reach: "source" };
}

/**
 * One diagnostic for each two names that differ: the text counts before the names of files and archives. `said` holds
 * the pairs that were told already; it is changed.
 */
export function nameConflicts(
  { named: inText, line }: AnyCapture,
  attribution: Attribution | undefined,
  said: Set<string>,
): readonly Diagnostic[] {
  const own = inText === null ? attribution?.host : { name: inText.name, by: "text" };
  if (own === undefined) return [];
  return [attribution?.host, attribution?.otherHost].flatMap((other) => {
    if (other === undefined || isSameHost(own.name, other.name) || said.has(`${own.name}/${other.name}`)) return [];
    said.add(`${own.name}/${other.name}`);
    const message = `The ${own.by} names the host ${own.name}, the ${other.by} ${other.name}. The capture is taken for one of ${own.name}; the file may have been copied or renamed.`;
    return [diagnostic("host-conflict", message, { line, column: 1 }, other.name)];
  });
}
