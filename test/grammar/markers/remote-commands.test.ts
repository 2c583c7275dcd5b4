import { describe, expect, it } from "vitest";
import { remoteCommand } from "../../../grammar/markers/remote-commands.ts";

describe("a command run on another computer", () => {
  it.each([
    ["psexec \\\\SRV01 netstat -nt", "SRV01", "netstat -nt"],
    ["PsExec64.exe \\\\SRV01 -s netsh int tcp show global", "SRV01", "netsh int tcp show global"],
    ["C:\\tools\\psexec.exe \\\\srv01.example -u EX\\admin -h netstat -nato", "srv01.example", "netstat -nato"],
    ["psexec \\\\SRV01 -i 1 netstat -nt", "SRV01", "netstat -nt"],
    ["winrs -r:SRV01 netstat -nt", "SRV01", "netstat -nt"],
    ["winrs -remote:https://SRV01:5986 -u:admin netstat -nt", "SRV01", "netstat -nt"],
    ["winrs -u:admin -r:SRV01 netstat -nt", "SRV01", "netstat -nt"],
    ["Invoke-Command -ComputerName SRV01 { netstat -nt }", "SRV01", "netstat -nt"],
    ["icm -cn 'SRV01' -ScriptBlock {netstat -nt}", "SRV01", "netstat -nt"],
    ["icm SRV01 { netstat -nt }", "SRV01", "netstat -nt"],
    ["Invoke-Command -ScriptBlock { netstat -nt } -ComputerName SRV01", "SRV01", "netstat -nt"],
    ["ssh admin@srv01 netstat -nt", "srv01", "netstat -nt"],
    ['ssh -p 22 srv01.example.com "netstat -nt & hostname"', "srv01.example.com", "netstat -nt & hostname"],
    ["sqlcmd -S SRV01 -Q \"exec xp_cmdshell 'netstat -nt'\"", "SRV01", "netstat -nt"],
    ["SQLCMD.EXE -E -S SRV01\\PROD -h -1 -Q \"xp_cmdshell N'netstat -nt'\"", "SRV01", "netstat -nt"],
    [
      "osql -U sa -S tcp:srv01.example.com,1433 -q \"EXEC master..xp_cmdshell 'netstat -nt'\"",
      "srv01.example.com",
      "netstat -nt",
    ],
  ])("%j is of its host", (typed, host, command) => {
    expect(remoteCommand(typed)).toEqual({ host, command });
  });

  it.each([
    ["netsh -r SRV01 int tcp show global", "SRV01"],
    ["Get-NetOffloadGlobalSetting -CimSession SRV01", "SRV01"],
    ["Get-NetAdapterRss -Name LAN1 -CimSession 'SRV01' | fl", "SRV01"],
    ["systeminfo /s SRV01", "SRV01"],
    ["wmic /node:SRV01 os get Version", "SRV01"],
    ["sc \\\\SRV01 query", "SRV01"],
    ["reg query \\\\SRV01\\HKLM\\SYSTEM", "SRV01"],
  ])("%j asks its host", (typed, host) => {
    expect(remoteCommand(typed)).toEqual({ host, command: typed });
  });

  it.each([
    "netstat -nt",
    "psexec netstat -nt",
    'sqlcmd -S SRV01 -Q "select @@version"',
    "sqlcmd -S . -Q \"xp_cmdshell 'netstat -nt'\"",
    "sqlcmd -Q \"xp_cmdshell 'netstat -nt'\"",
    "psexec \\\\SRV01,SRV02 netstat -nt",
    "psexec \\\\* netstat -nt",
    "psexec \\\\localhost netstat -nt",
    "Invoke-Command -ComputerName SRV01,SRV02 { netstat -nt }",
    "Invoke-Command -ComputerName $servers { netstat -nt }",
    "Get-NetOffloadGlobalSetting -CimSession SRV01,SRV02",
    "ping SRV01",
    "ssh srv01",
    "reg query HKLM\\SYSTEM",
  ])("%j names no one other computer", (typed) => {
    expect(remoteCommand(typed)).toBeUndefined();
  });
});
