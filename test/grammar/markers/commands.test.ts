import { describe, expect, it } from "vitest";
import { bareCommand } from "../../../grammar/markers/commands.ts";

describe("an echoed command", () => {
  it.each([
    ["netstat -nat", "netstat -nat"],
    ["netstat -tn -p tcp", "netstat -tn -p tcp"],
    ['"netsh int tcp show chimneystats"', "netsh int tcp show chimneystats"],
    ["netsh -r SRV01 int tcp show global", "netsh -r SRV01 int tcp show global"],
    ["netsh int tcp show global | findstr Chimney", "netsh int tcp show global | findstr Chimney"],
    ["C:\\Windows\\System32\\netstat.exe -t", "C:\\Windows\\System32\\netstat.exe -t"],
    ["ipconfig /all", "ipconfig /all"],
    ["hostname", "hostname"],
    ["hostname & netstat -nt", "hostname & netstat -nt"],
    ["route print", "route print"],
    ["    Hostname    REG_SZ    FILES01", null],
    ["netstat shows that nothing is offloaded", null],
    ["netsh int tcp show global is what I ran", null],
    ["netsh", null],
    ["netsh a b c d e f g h i j k l m", null],
    ["net use one two three four five six", null],
    ["Netstat and netsh are attached", null],
    ["  1. netsh int tcp show global", null],
    ["InHost", null],
    ["Get-NetAdapterRss", "Get-NetAdapterRss"],
    ["Get-NetAdapterRss : Access denied", null],
    ["", null],
    ["netstatistics -t", null],
  ])("%s", (line, command) => expect(bareCommand(line)).toBe(command));
});
