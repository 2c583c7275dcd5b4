import { expect, it } from "vitest";
import { callsCmdlet, cmdletCall } from "../../../grammar/lexicon/cmdlet.ts";

const calls = callsCmdlet("Get-NetAdapterRss", "rss");
const call = cmdletCall("Get-NetAdapterRss");

it.each([
  ["Get-NetAdapterRss", true],
  ["get-netadapterrss | fl", true],
  ["$rss=Get-NetAdapterRss", true],
  ["(Get-NetAdapterRss).Enabled", true],
  ["NetAdapter\\Get-NetAdapterRss", true],
  ['powershell -Command "Get-NetAdapterRss | ft"', true],
  ["Invoke-Command SRV01 {Get-NetAdapterRss}", true],
  ["rss", true],
  ["Get-NetAdapterRssQueue", false],
  ["Get-NetAdapterRss-Old", false],
  ["Reget-NetAdapterRss", false],
  ["", false],
  [`${"x ".repeat(5000)}Get-NetAdapterRss`, false],
])("%j calls it: %s", (command, expected) => {
  expect(calls(command)).toBe(expected);
});

it.each([
  ['Get-NetAdapterRss -Name "Ethernet 2" -IncludeHidden', { name: "Ethernet 2", includehidden: "" }, []],
  ["Get-NetAdapterRss 'NIC 1' -CimSession:SRV01 | fl Name", { cimsession: "SRV01" }, ["NIC 1"]],
  ["foreach ($x in 1) { Get-NetAdapterRss -Name NIC-1 }; hostname", { name: "NIC-1" }, []],
])("%s", (command, parameters, words) => {
  expect(call(command)).toEqual({ parameters: new Map(Object.entries(parameters)), words });
});
