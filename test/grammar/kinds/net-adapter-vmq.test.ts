import { expect, it } from "vitest";
import { netAdapterVmq } from "../../../grammar/kinds/net-adapter-vmq.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";

const HEADING = "Name   InterfaceDescription  Enabled BaseVmqProcessor MaxProcessors NumberOfReceiveQueues";

it.each([
  [
    "a table",
    `${HEADING}\n----   --------------------  ------- ---------------- ------------- ---------------------\nNIC1   Example Adapter       True    0:2              8             30\n`,
    [
      "3 NIC1: InterfaceDescription = Example Adapter",
      "3 NIC1: Enabled = True",
      "3 NIC1: BaseVmqProcessor = 0:2",
      "3 NIC1: MaxProcessors = 8",
      "3 NIC1: NumberOfReceiveQueues = 30",
    ],
  ],
  [
    "a list",
    "Name                             : NIC1\nEnabled                          : False\nBaseVmqProcessor: [Group:Number] : 0:0\nNumberOfReceiveQueues            : 0\n",
    ["2 NIC1: Enabled = False", "3 NIC1: BaseVmqProcessor: [Group:Number] = 0:0", "4 NIC1: NumberOfReceiveQueues = 0"],
  ],
])("prints %s", (_what, text, properties) => {
  expect(propertiesIn(netAdapterVmq.read(segmentOf(text), { command: null }))).toEqual(properties);
});

it.each([
  [HEADING, "heading"],
  ["BaseVmqProcessor: [Group:Number] : 0:0", "record"],
  ["NumberOfReceiveQueues : 8", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netAdapterVmq.landmark(line, { command: null })).toBe(found);
});
