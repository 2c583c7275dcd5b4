import { expect, it } from "vitest";
import { netAdapterLso } from "../../../grammar/kinds/net-adapter-lso.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";

it("prints a list", () => {
  const text = "Name          : Ethernet 2\nV1IPv4Enabled : False\nIPv4Enabled   : True\nIPv6Enabled   : True\n";
  const reading = netAdapterLso.read(segmentOf(text), { command: null });
  expect(propertiesIn(reading)).toEqual([
    "2 Ethernet 2: V1IPv4Enabled = False",
    "3 Ethernet 2: IPv4Enabled = True",
    "4 Ethernet 2: IPv6Enabled = True",
  ]);
});

it.each([
  ["V1IPv4Enabled : False", null, "record"],
  ["Name  V1IPv4Enabled  IPv4Enabled  IPv6Enabled", null, "heading"],
  // Get-NetAdapterRsc and Get-NetAdapterUso print these, too.
  ["IPv4Enabled   : True", null, undefined],
  ["Name  IPv4Enabled  IPv6Enabled", null, undefined],
  ["IPv4Enabled   : True", "Get-NetAdapterLso", "record"],
  ["IPv4Enabled   : True", "Get-NetAdapterRsc", undefined],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(netAdapterLso.landmark(line, { command })).toBe(found);
});
