import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** Entries that a message names, and letters of each. */
const MOST_NAMED = 5;
const LONGEST_ENTRY = 60;

export default defineRule({
  id: "chimney-policy-tables-set",
  severity: "info",
  title: "netsh holds a table of ports or applications for Chimney",
  rationale:
    "From Server 2008 to Server 2016 netsh keeps tables of ports and applications for Chimney. Entries there may explain why connections of one port are offloaded and those of another are not.",
  falseAlarms:
    "We found no source that says whether an entry allows or denies offloading, or whether that depends on Chimney being enabled. This only says that there are entries. The layouts of these tables were never published; they are read by their shape, and those in the examples are made up.",
  remedy:
    "Compare the entries with the counts by port. To take one away: `netsh int tcp delete chimneyport ?` and `netsh int tcp delete chimneyapplication ?` show the syntax.",
  rollback: "Add the entry again as it is quoted; `netsh int tcp add chimneyport ?` shows the syntax.",
  references: [
    source("diagnosticScript", "which commands it runs"),
    source("conclusion", "that the tables explain differences between ports"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["chimneyPorts"],
  examples: {
    fails: { text: example("*               3260         *                *"), os: "2008R2" },
    passes: { text: example(""), os: "2008R2" },
  },
  *check({ chimneyPorts, chimneyApplications }) {
    const ports = chimneyPorts.at(-1) ?? chimneyPorts[0];
    const applications = chimneyApplications?.at(-1);
    const entries = [...entriesOf(ports), ...(applications === undefined ? [] : entriesOf(applications))];
    const named = entries.slice(0, MOST_NAMED).map(({ text }) => text.trim().slice(0, LONGEST_ENTRY));
    if (entries.length > 0)
      yield {
        message: `Entries for Chimney in netsh's tables of ports and applications: ${entries.length} (${named.join("; ")}${entries.length > MOST_NAMED ? "; …" : ""}). What they do is not documented; compare them with the counts by port.`,
        at: entries,
      };
    else if (!isEmptyTable(ports))
      yield undecided("netsh gave no table of ports", [placeIn(ports, ports)], showCommands.chimneyPorts);
    else if (applications === undefined || !isEmptyTable(applications))
      yield undecided(
        "the table of ports is empty, and no table of applications was captured",
        [placeIn(ports, ports)],
        showCommands.chimneyApplications,
      );
  },
});

type PolicyTable = KeptCapture<"chimneyPorts"> | KeptCapture<"chimneyApplications">;

/** The lines with entries: cells of one line are one entry. */
function entriesOf({ source: from, records, textOf }: PolicyTable): readonly EvidencePlace[] {
  const lines = [...new Set(records.map(({ line }) => line))];
  return lines.map((line) => ({ source: from, line, text: textOf(line) }));
}

/** True for titles with dashes below them and nothing else: an answer in words is no table. */
function isEmptyTable({ line, records, textOf }: PolicyTable): boolean {
  return records.length === 0 && /^[-\s]*--[-\s]*$/.test(textOf(line + 1));
}

function example(entry: string): string {
  return String.raw`C:\>netsh int tcp show chimneyports

Local Address   Local Port   Remote Address   Remote Port
-------------   ----------   --------------   -----------
${entry}

C:\>netsh int tcp show chimneyapplications

Index   Application
-----   -----------

`;
}
