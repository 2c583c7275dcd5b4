import { describe, expect, it } from "vitest";
import { prefixes } from "../../../src/text/mends/prefixes.ts";
import { linesAfter } from "../../support/mended.ts";

describe("prefixes", () => {
  it.each([
    ["> TCP    192.0.2.1:445", "TCP    192.0.2.1:445"],
    [">   TCP    192.0.2.1:445", "  TCP    192.0.2.1:445"],
    ["- TCP    192.0.2.1:445", "TCP    192.0.2.1:445"],
    ["  • UDP  0.0.0.0:123", "UDP  0.0.0.0:123"],
    ["12. TCP    192.0.2.1:445", "TCP    192.0.2.1:445"],
    ["3) TCPv6  [::1]:445", "TCPv6  [::1]:445"],
    [">> TCP", "TCP"],
    ["> > > TCP", "TCP"],
    [">TCP", "TCP"],
    ["  > TCP", "TCP"],
    ["| TCP", "TCP"],
    ["| | TCP", "TCP"],
    ["|", ""],
    [">", ""],
    ["> C:\\temp>netstat -nt", "C:\\temp>netstat -nt"],
    ["#  TCP    192.0.2.1:445", " TCP    192.0.2.1:445"],
    ["#TCP    192.0.2.1:445", "TCP    192.0.2.1:445"],
    ["#", ""],
    ["#$ netstat -nt ", "netstat -nt "],
    ["//   TCP", "  TCP"],
    ["; TCP", "TCP"],
    [";; TCP", "TCP"],
    ["REM TCP", "TCP"],
    ["@rem TCP", "TCP"],
    ["rem", ""],
    [":: TCP", "TCP"],
    ["::", ""],
    ["* TCP    192.0.2.1:445", "TCP    192.0.2.1:445"],
    ["* UDP    192.0.2.1:123   *:*", "UDP    192.0.2.1:123   *:*"],
    ["-- Active Connections", "Active Connections"],
    ["# -----", "-----"],
    ["> # | TCP", "TCP"],
    ["12:  TCP    192.0.2.1:445", " TCP    192.0.2.1:445"],
    [`${"> ".repeat(32)}> TCP`, "> TCP"],
  ])("takes the prefix off %j", (text, mended) => {
    expect(linesAfter(prefixes, text)).toEqual([mended]);
  });

  it.each([
    "C:\\>netstat -nt",
    "PS C:\\> netstat -nt",
    "*Evil-WinRM* PS C:\\> netstat -nt",
    "$ netstat -nt",
    "** The above autotuninglevel setting is the result of Windows Scaling heuristics",
    "-----------",
    "=====",
    "_____",
    "#####",
    "*                                    4536",
    "* * * * *",
    "***",
    "-- ----",
    "-- More  --",
    "### netstat -nt ###",
    "## netstat -nt ##",
    "== netstat -nt ==",
    "# netstat -nt #",
    "* netstat -nt *",
    "::1",
    "::1:80",
    "::ffff:192.0.2.1:80",
    "://",
    "//srv/share",
    "remote",
    "| TCP | 192.0.2.1:445 |",
    "|---|---|",
  ])("leaves %j alone", (text) => {
    expect(prefixes(text)).toEqual([]);
  });
});
