import { describe, expect, it } from "vitest";
import { grammars } from "../../../grammar/index.ts";
import { memoizeAnswer } from "../../../grammar/lexicon/netsh.ts";

const kindsOf = (command: string) => grammars.filter((grammar) => grammar.answers(command)).map(({ kind }) => kind);

describe("a command line is answered by", () => {
  it.each([
    ["netsh int tcp show global", ["tcpGlobal"]],
    ["netsh interface tcp show global", ["tcpGlobal"]],
    ["NETSH INT TCP SHOW GLOBAL", ["tcpGlobal"]],
    ["netsh int tcp sh gl", ["tcpGlobal"]],
    ["netsh.exe inter tcp sho g", ["tcpGlobal"]],
    ["C:\\Windows\\System32\\netsh.exe int tcp show global \t", ["tcpGlobal"]],
    ['"netsh int tcp show global"', ["tcpGlobal"]],
    ['netsh -c "interface tcp" show global', ["tcpGlobal"]],
    ["netsh -r SRV01 -u LAB\\admin int tcp show global", ["tcpGlobal"]],
    ["netsh int tcp show global | findstr /i chimney", ["tcpGlobal"]],
    ["netsh int tcp show global|findstr Chimney", ["tcpGlobal"]],
    ["netsh int tcp show global > tcp.txt 2>&1", ["tcpGlobal"]],
    ["netsh int tcp show global>>tcp.txt", ["tcpGlobal"]],
    ["cmd.exe /c netsh int tcp show global", ["tcpGlobal"]],
    ["netsh int tcp show global & netsh int tcp show heuristics", ["tcpGlobal", "tcpHeuristics"]],
    ["netsh int tcp show heuristics", ["tcpHeuristics"]],
    ["netsh int tcp show chimneystats", ["chimneyStats"]],
    ["netsh int tcp show chimneystats 12", ["chimneyStats"]],
    ["netsh interface tcp show chimneys", ["chimneyStats"]],
    ["netsh int tcp show chimneyapplications", ["chimneyApplications"]],
    ["netsh int tcp sh chimneya", ["chimneyApplications"]],
    ["netsh int tcp show chimneyports", ["chimneyPorts"]],
    ["netsh int tcp show netdmastats", ["netDmaStats"]],
    ["netsh int tcp sh ne", ["netDmaStats"]],
    ["netsh int tcp show rscstats", ["rscStats"]],
    ["netsh interface ipv4 show global", ["ipGlobal"]],
    ["netsh int ip show global", ["ipGlobal"]],
    ["netsh int ip show offload", ["ipOffload"]],
    ["netsh advfirewall show allprofiles state", ["firewallState"]],
    ["Get-NetOffloadGlobalSetting", ["netOffloadGlobalSetting"]],
    ["get-netoffloadglobalsetting | ConvertTo-Json", ["netOffloadGlobalSetting"]],
    ["(Get-NetOffloadGlobalSetting).Chimney", ["netOffloadGlobalSetting"]],
  ])("%j: %j", (command, kinds) => {
    expect(kindsOf(command)).toEqual(kinds);
  });

  it.each([
    "netsh interface ipv6 show global",
    "netsh int ip show globals",
    "netsh int tcp show chimney",
    "netsh int tcp show",
    "netsh int tcp set global chimney=enabled",
    "netsh int tcp show global ?",
    "netsh int tcp show chimneystats /?",
    "netsh int tcp show globals",
    "echo netsh int tcp show global",
    "show global",
    "Set-NetOffloadGlobalSetting -Chimney Disabled",
    "Get-NetOffloadGlobalSettings",
    "-".repeat(20_000),
    "",
  ])("nobody: %j", (command) => {
    expect(kindsOf(command)).toEqual([]);
  });
});

it("keepingLast asks once as long as the command stays the same", () => {
  const asked: string[] = [];
  const answers = memoizeAnswer((command) => asked.push(command) > 0);
  expect([null, "a", "a", "b", "a", null].map(answers)).toEqual([false, true, true, true, true, false]);
  expect(asked).toEqual(["a", "b", "a"]);
});
