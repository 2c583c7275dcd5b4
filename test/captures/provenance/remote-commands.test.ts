import { describe, expect, it } from "vitest";
import { remoteCommand } from "../../../src/captures/provenance/remote-commands.ts";

describe("a command run on another computer", () => {
  it.each([
    ["psexec \\\\SRV01 netstat -nt", "SRV01", "netstat -nt"],
    ["PsExec64.exe \\\\SRV01 -s netsh int tcp show global", "SRV01", "netsh int tcp show global"],
    ["C:\\tools\\psexec.exe \\\\srv01.example -u EX\\admin -h netstat -nato", "srv01.example", "netstat -nato"],
    ["winrs -r:SRV01 netstat -nt", "SRV01", "netstat -nt"],
    ["winrs -remote:https://SRV01:5986 -u:admin netstat -nt", "SRV01", "netstat -nt"],
    ["Invoke-Command -ComputerName SRV01 { netstat -nt }", "SRV01", "netstat -nt"],
    ["icm -cn 'SRV01' -ScriptBlock {netstat -nt}", "SRV01", "netstat -nt"],
  ])("%j is of its host", (typed, host, command) => {
    expect(remoteCommand(typed)).toEqual({ host, command });
  });

  it.each([
    "netstat -nt",
    "psexec netstat -nt",
    "psexec \\\\SRV01,SRV02 netstat -nt",
    "psexec \\\\* netstat -nt",
    "psexec \\\\localhost netstat -nt",
    "Invoke-Command -ComputerName SRV01,SRV02 { netstat -nt }",
    "Invoke-Command -ComputerName $servers { netstat -nt }",
    "ping SRV01",
  ])("%j names no one other computer", (typed) => {
    expect(remoteCommand(typed)).toBeUndefined();
  });
});
