import { expect, it } from "vitest";
import { type CaptureKind, grammars } from "../../grammar/index.ts";
import { segmentOf } from "../support/readings.ts";

const STATISTICS = "netsh int tcp show chimneystats";
const GLOBAL = "netsh int tcp show global";
const rule = "-".repeat(46);
const settings = (...rows: readonly string[]) => ["TCP Global Parameters", rule, ...rows, ""].join("\n");

/** What a reading says of its text, as `line:column message`, without what was expected instead. */
function said(kind: CaptureKind, text: string, command: string | null): readonly string[] {
  const grammar = grammars.find((one) => one.kind === kind);
  const { diagnostics = [] } = grammar?.read(segmentOf(text), { command }) ?? {};
  return diagnostics.map(({ line, column, message }) => `${line}:${column} ${message.split("; expected ", 1)[0]}`);
}

it.each<[CaptureKind, string, string, string | null, readonly string[]]>([
  ["tcpGlobal", "nothing of", settings("Chimney Offload State               : automatic"), null, []],
  [
    "tcpGlobal",
    "values nobody lists",
    settings("Chimney Offload State               : sometimes", "Initial RTO                         : 1,000"),
    null,
    [
      '3:39 No document lists the value "sometimes" for "Chimney Offload State"',
      '4:39 No document lists the value "1,000" for "Initial RTO"',
    ],
  ],
  [
    "tcpGlobal",
    "a note behind a value",
    settings("Chimney Offload State               : automatic <--- why?"),
    null,
    ['3:49 Ignored the text after the value "automatic"'],
  ],
  [
    "tcpGlobal",
    "an unknown setting",
    settings("Chimney Offload State               : automatic", "Frotz State                         : enabled"),
    null,
    ['4:1 Unknown setting "Frotz State"'],
  ],
  [
    "tcpGlobal",
    "a value that is missing",
    settings("Receive-Side Scaling State          : enabled", "Chimney Offload State"),
    null,
    ["4:1 The line was cut: its value is missing"],
  ],
  ["tcpGlobal", "a title alone", settings(), null, ["1:1 The title of the TCP global parameters has nothing below it"]],
  [
    "tcpGlobal",
    "labels in no known language",
    "Frotz:\nPlugh : xyzzy\n",
    GLOBAL,
    ["1:1 This follows the command for the TCP global parameters, but its labels are in no known language"],
  ],
  [
    "tcpGlobal",
    "labels by their position",
    settings(
      ...["enabled", "automatic", "enabled", "disabled", "normal", "none", "disabled", "disabled"].map(
        (value, at) => `Frotz plugh ${at}                       : ${value}`,
      ),
    ).replace("TCP Global Parameters", "Parametroj de TCP"),
    null,
    [
      "3:1 Labels of the TCP global parameters in an unknown language were matched by their position in the table, which is less certain than by their words",
    ],
  ],
  [
    "tcpGlobal",
    "a line that is neither",
    settings("Chimney Offload State               : automatic", "%%%", "Receive-Side Scaling State          : enabled"),
    GLOBAL,
    ["4:4 Unrecognised line among the settings"],
  ],
  [
    "chimneyStats",
    "a table",
    "Idx  Name\n---  ----\n12   Ethernet\n",
    STATISTICS,
    ["1:1 No public sample of these statistics exists: the cells are kept as printed, and no column was interpreted"],
  ],
  [
    "chimneyStats",
    "a ragged row",
    "Idx  Name  State\n7  Ethernet\n",
    STATISTICS,
    [
      "1:1 No public sample of these statistics exists: the cells are kept as printed, and no column was interpreted",
      "2:1 The row has more or fewer cells than the heading: they are kept by number",
    ],
  ],
  [
    "chimneyStats",
    "something else",
    "\nsome words\n",
    STATISTICS,
    ["2:1 This is neither a netsh message nor a table or list of statistics"],
  ],
  [
    "chimneyStats",
    "a line beside an answer",
    "remark\nYour System Administrator has disabled TCP Chimney.\n",
    STATISTICS,
    ["1:1 Ignored a line beside a message where statistics were expected"],
  ],
  [
    "services",
    "a line between two services",
    "SERVICE_NAME: A\n        STATE : 4  RUNNING\n\nsome words\nSERVICE_NAME: B\n        STATE : 4  RUNNING\n",
    null,
    ["4:1 Ignored a line that does not belong in a list of services"],
  ],
  [
    "netAdapterRss",
    "cut cells",
    "Name     InterfaceDescription       Enabled NumberOfReceiveQueues\n----     --------------------       ------- ---------------------\nOffice   Example Gigabit Adapt...   True    4\n",
    "Get-NetAdapterRss",
    ["3:1 PowerShell cut off cells, so names and values may be incomplete; Format-List prints them in full"],
  ],
  [
    "netAdapterRss",
    "a line that is no property",
    "Name : A\nRssProcessorArray : 0:0\n%%%\nName : B\nRssProcessorArray : 0:0\n",
    null,
    ["3:1 Ignored a line that is neither a property nor a row of a table"],
  ],
  [
    "firewallState",
    "an unknown state",
    "Domain Profile Settings:\nState                 EIN\n",
    null,
    ['2:23 "EIN" is no known word for the firewall being on or off'],
  ],
  [
    "firewallState",
    "no state",
    "Profil:\n-----\nEtat                 ACTIF\n",
    "netsh advfirewall show allprofiles state",
    ["1:1 This follows the command for the firewall's state, but shows no state"],
  ],
  [
    "systemInfo",
    "labels in no known language",
    "Nomo de gastiganto: APP-17\nNomo: Microsoft Windows 7\nEldono: 6.1.7601 SP Konstruo 7601\n",
    null,
    [
      "3:1 The labels are in an unknown language: host, version, model and hotfixes were recognised by place and shape, nothing else was read",
    ],
  ],
  [
    "systemInfo",
    "a list of hotfixes that is cut",
    "OS Version:                6.1.7601 Service Pack 1 Build 7601\nHotfix(s):                 3 Hotfix(s) Installed.\n                           [01]: KB2525390\n",
    null,
    ["2:1 The list announces 3 hotfixes but has 1: one that is missing here may be installed"],
  ],
])("%s says of %s", (kind, _, text, command, expected) => {
  expect(said(kind, text, command)).toEqual(expected);
});
