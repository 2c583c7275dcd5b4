import { expect, it } from "vitest";
import { wmicNic } from "../../../grammar/kinds/wmic-nic.ts";
import { segmentOf } from "../../support/readings.ts";

const propertiesIn = (text: string, command: string | null = null) =>
  wmicNic
    .read(segmentOf(text), { command })
    .records.map(({ adapter, property, value }) => `${adapter}: ${property}=${value}`);

it.each([
  [
    "a table",
    "Name             NetConnectionID        Speed       \nExample Adapter  Local Area Connection  1000000000  \n",
  ],
  ["properties", "Name=Example Adapter\nNetConnectionID=Local Area Connection\nSpeed=1000000000\n"],
  ["CSV", "Node,Name,NetConnectionID,Speed\nAPP-17,Example Adapter,Local Area Connection,1000000000\n"],
])("reads %s", (_, text) => {
  expect(propertiesIn(text)).toEqual([
    "Example Adapter: NetConnectionID=Local Area Connection",
    "Example Adapter: Speed=1000000000",
  ]);
});

it("gives the first title what runs into the next column", () => {
  const text = "Name     NetConnectionID  Speed\nA long adapterLocal Area  1000000000\n";
  expect(propertiesIn(text)).toEqual(["A long adapterLocal Area: Speed=1000000000"]);
});

it.each([
  ["Name  NetConnectionID  Speed", null, "heading"],
  ["NetConnectionID=Local Area Connection", null, "record"],
  ["Name=x", null, undefined],
  ["Name=x", "wmic nic get Name,Speed /value", "record"],
])("%j behind %j is a landmark: %s", (line, command, found) => expect(wmicNic.landmark(line, { command })).toBe(found));

it.each([
  ["wmic nic get Name,Speed", true],
  ["wmic path Win32_NetworkAdapter get Name", true],
  ["Get-WmiObject -Class Win32_NetworkAdapter", true],
  ["gwmi -Namespace root\\wmi MSNdis_LinkSpeed", true],
  ["wmic nicconfig get IPAddress", false],
  ["Get-CimInstance Win32_NetworkAdapterConfiguration", false],
  ["wmic os get Caption", false],
])("%j asks for it: %s", (command, asked) => expect(wmicNic.answers(command)).toBe(asked));
