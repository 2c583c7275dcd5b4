import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";

const box = (command: string, answer: string) =>
  `${"-".repeat(command.length)}\r\n${command}\r\n${"-".repeat(command.length)}\r\n\r\n${answer}\r\n`;
const prompt = (command: string, answer: string) => `C:\\>${command}\r\n${answer}\r\n\r\nC:\\>`;

const ELEVATION = "The requested operation requires elevation";
const GLOBAL = "netsh int tcp show global";

const TABLE = `Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50112     ESTABLISHED     InHost
`;

async function remarksIn(text: string): Promise<readonly string[]> {
  const { diagnostics } = await analyze(text);
  const told = diagnostics.filter(({ code }) => code === "command-refused");
  return told.map(({ line, column, message, excerpt }) => `${line}:${column} ${message} <${excerpt}>`);
}

describe("an answer in the place of a capture", () => {
  it.each([
    [
      "at a prompt",
      prompt("netstat -anobt", `${ELEVATION}.`),
      `2:1 Instead of a netstat table: the command has to be run as administrator. <${ELEVATION}.>`,
    ],
    [
      "in a box of a collector",
      box(GLOBAL, `${ELEVATION} (Run as administrator).`),
      `5:1 Instead of the TCP global parameters: the command has to be run as administrator. <${ELEVATION} (Run as administrator).>`,
    ],
    [
      "on a version without the command",
      prompt(
        "netsh interface tcp show heuristics",
        "The following command was not found: interface tcp show heuristics.",
      ),
      "2:1 Instead of the TCP window scaling heuristics: this Windows does not know the command. <The following command was not found: interface tcp show heuristics.>",
    ],
    [
      "in German",
      prompt(GLOBAL, "Der angeforderte Vorgang erfordert erhöhte Rechte (Als Administrator ausführen)."),
      "2:1 Instead of the TCP global parameters: the command has to be run as administrator. <Der angeforderte Vorgang erfordert erhöhte Rechte (Als Administrator ausführen).>",
    ],
    [
      "as reg prints it",
      prompt("reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters", "ERROR: Access is denied."),
      "2:1 Instead of the registry values under Tcpip\\Parameters: access was denied; run the command as administrator. <ERROR: Access is denied.>",
    ],
    [
      "as a cmdlet prints it",
      "PS C:\\> Get-NetAdapterRss\r\nGet-NetAdapterRss : Access is denied.\r\n",
      "2:1 Instead of the receive-side scaling of the adapters: access was denied; run the command as administrator. <Get-NetAdapterRss : Access is denied.>",
    ],
    [
      "behind what the tool tried",
      prompt("sc query", "[SC] OpenSCManager FAILED 5:\r\n\r\nAccess is denied."),
      "4:1 Instead of a list of services: access was denied; run the command as administrator. <Access is denied.>",
    ],
    [
      "once, however often it stands there and whatever follows",
      prompt("sc query", "Access is denied.\r\n".repeat(3) + "That is all I get.\r\n".repeat(200)),
      "2:1 Instead of a list of services: access was denied; run the command as administrator. <Access is denied.>",
    ],
    [
      "to whoever may not",
      prompt("sc query", "Access is denied."),
      "2:1 Instead of a list of services: access was denied; run the command as administrator. <Access is denied.>",
    ],
  ])("is said %s", async (_, text, remark) => expect(await remarksIn(text)).toEqual([remark]));

  it("is a message in the ledger, and no capture", async () => {
    const { sources, hosts } = await analyze(prompt("netstat -nbt", `${ELEVATION}.`));
    expect(sources[0]?.ledger).toMatchObject({ prompt: 2, message: 1, blank: 1, unrelated: 0 });
    expect(hosts).toEqual([]);
  });

  it.each([
    ["another command", prompt("net start snmp", "Access is denied.")],
    ["no command", "Access is denied.\r\n"],
    ["other words", prompt("netstat -nt", "Access is granted.")],
    ["somebody's sentence", prompt("netstat -nt", "Access is denied because the printer hates you.")],
    ["what stands far below", prompt("netstat -nt", `${"Something else.\r\n".repeat(100)}Access is denied.`)],
    ["a command whose capture follows", prompt("netstat -nbt", `Access is denied.\r\n\r\n${TABLE}`)],
    ["a command that was answered", prompt("netstat -nt", `${TABLE}\r\nAccess is denied.`)],
  ])("is not concluded from %s", async (_, text) => expect(await remarksIn(text)).toEqual([]));

  it("does not come twice where the capture has words for it", async () => {
    expect(await remarksIn(prompt("netsh int tcp show chimneystats", `${ELEVATION}.`))).toEqual([]);
  });
});
