import { expect, it } from "vitest";
import { netAdapter } from "../../../grammar/kinds/net-adapter.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { remarksIn, segmentOf } from "../../support/readings.ts";

it("prints a table", () => {
  const text = `Name        InterfaceDescription                    ifIndex Status       MacAddress             LinkSpeed
----        --------------------                    ------- ------       ----------             ---------
Ethernet 2  Example NetXtreme 10 Gigabit Adapter...      14 Up           00-00-5E-00-53-02        10 Gbps
Ethernet    Example Gigabit Adapter                       3 Disconnected 00-00-5E-00-53-01          0 bps
`;
  const reading = netAdapter.read(segmentOf(text), { command: null });
  expect(propertiesIn(reading)).toEqual([
    "3 Ethernet 2: InterfaceDescription = Example NetXtreme 10 Gigabit Adapter...",
    "3 Ethernet 2: ifIndex = 14",
    "3 Ethernet 2: Status = Up",
    "3 Ethernet 2: MacAddress = 00-00-5E-00-53-02",
    "3 Ethernet 2: LinkSpeed = 10 Gbps",
    "4 Ethernet: InterfaceDescription = Example Gigabit Adapter",
    "4 Ethernet: ifIndex = 3",
    "4 Ethernet: Status = Disconnected",
    "4 Ethernet: MacAddress = 00-00-5E-00-53-01",
    "4 Ethernet: LinkSpeed = 0 bps",
  ]);
  expect(remarksIn(reading)).toEqual(["truncated-row 3:1"]);
});

it("prints a list", () => {
  const text = `Name                       : Ethernet
InterfaceDescription       : Example Gigabit Adapter
LinkSpeed                  : 1 Gbps
DriverInformation          : Driver Date 2012-06-21 Version 7.4.14.0 NDIS 6.30
DriverVersion              : 7.4.14.0
Virtual                    : False
`;
  expect(propertiesIn(netAdapter.read(segmentOf(text), { command: null }))).toEqual([
    "2 Ethernet: InterfaceDescription = Example Gigabit Adapter",
    "3 Ethernet: LinkSpeed = 1 Gbps",
    "4 Ethernet: DriverInformation = Driver Date 2012-06-21 Version 7.4.14.0 NDIS 6.30",
    "5 Ethernet: DriverVersion = 7.4.14.0",
    "6 Ethernet: Virtual = False",
  ]);
});

it.each([
  ["Name   InterfaceDescription   ifIndex Status   MacAddress   LinkSpeed", "heading"],
  ["LinkSpeed : 10 Gbps", "record"],
  ["Status : Up", undefined],
  ["Name   Status", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netAdapter.landmark(line, { command: null })).toBe(found);
});
