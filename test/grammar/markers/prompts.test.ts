import { describe, expect, it } from "vitest";
import { readPrompt } from "../../../grammar/markers/prompts.ts";

describe("a prompt", () => {
  it.each([
    ["C:\\>netstat -t", "netstat -t", undefined],
    ["    C:\\Users\\Administrator>netsh int tcp show global", "netsh int tcp show global", undefined],
    ["C:\\temp>", null, undefined],
    ["PS C:\\Windows\\system32> netstat -oat", "netstat -oat", undefined],
    ["PS> Get-NetOffloadGlobalSetting", "Get-NetOffloadGlobalSetting", undefined],
    [
      "*Evil-WinRM* PS C:\\Users\\user004\\Documents> netstat -nat | Select-String TCP",
      "netstat -nat | Select-String TCP",
      undefined,
    ],
    ["[PS] C:\\Windows\\system32>netstat -nt", "netstat -nt", undefined],
    ["(base) PS C:\\> netstat -nt", "netstat -nt", undefined],
    ["[SRV-01]: PS C:\\Users\\admin\\Documents> netstat -nt", "netstat -nt", "SRV-01"],
    ["[Administrator]: PS C:\\> netstat -nt", "netstat -nt", undefined],
    ["administrator@SRV_02 C:\\Users\\administrator>netstat -t", "netstat -t", "SRV_02"],
    ["netsh interface tcp>show global", "netsh interface tcp show global", undefined],
    ["netsh>interface tcp", "netsh interface tcp", undefined],
    ["λ netstat -nt", "netstat -nt", undefined],
    ["$ netsh interface tcp show global", "netsh interface tcp show global", undefined],
    ["ops@SRV03:~$ netstat -nt", "netstat -nt", "SRV03"],
  ])("%s", (line, command, name) => {
    const { host, ...marker } = readPrompt(line) ?? {};
    expect(marker).toEqual({ class: "prompt", command });
    const reach = line.startsWith("[") ? "section" : "source";
    expect(host).toEqual(name === undefined ? undefined : { name, by: "the prompt", reach });
  });

  it("of a remote command is of its host alone", () => {
    expect(readPrompt("PS C:\\> psexec \\\\SRV01 netstat -nt")).toEqual({
      class: "prompt",
      command: "netstat -nt",
      host: { name: "SRV01", by: "the remote command", reach: "section" },
    });
  });

  it.each([
    ["C:\\>rem *** before the change ***", "before"],
    ["PS C:\\> # nachher", "after"],
    ["C:\\>echo after", "after"],
    ["C:\\>del before.txt", undefined],
  ])("%s is %s", (line, phase) => expect(readPrompt(line)?.phase).toBe(phase));

  it.each([
    "  TCP    192.0.2.1:445  198.51.100.7:1  ESTABLISHED",
    "Chimney Offload State : automatic",
    "> quoted",
    "a > b",
  ])("is not %s", (line) => expect(readPrompt(line)).toBeUndefined());
});
