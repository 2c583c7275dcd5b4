import { expect, it } from "vitest";
import { netAdapterChecksumOffload } from "../../../grammar/kinds/net-adapter-checksum-offload.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";

const HEADING = "Name        IpIPv4Enabled   TcpIPv4Enabled";

it("prints a table", () => {
  const text = `${HEADING}\n----        -------------   --------------\nEthernet 2  RxTxEnabled     Disabled\n`;
  const reading = netAdapterChecksumOffload.read(segmentOf(text), { command: null });
  expect(propertiesIn(reading)).toEqual([
    "3 Ethernet 2: IpIPv4Enabled = RxTxEnabled",
    "3 Ethernet 2: TcpIPv4Enabled = Disabled",
  ]);
});

it.each([
  [HEADING, "heading"],
  ["TcpIPv6Enabled : RxTxEnabled", "record"],
  ["IPv4Enabled : True", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netAdapterChecksumOffload.landmark(line, { command: null })).toBe(found);
});
