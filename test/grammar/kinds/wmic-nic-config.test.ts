import { expect, it } from "vitest";
import { wmicNicConfig } from "../../../grammar/kinds/wmic-nic-config.ts";
import { segmentOf } from "../../support/readings.ts";

const propertiesIn = (text: string, command: string | null = null) =>
  wmicNicConfig
    .read(segmentOf(text), { command })
    .records.map(({ adapter, property, value }) => `${adapter}: ${property}=${value}`);

it.each([
  [
    "a table",
    'Description      Index  IPAddress                     MACAddress         \nExample Adapter  7      {"192.0.2.10", "2001:db8::10"}  00:00:5E:00:53:01  \n',
    [
      "Example Adapter: Index=7",
      'Example Adapter: IPAddress={"192.0.2.10", "2001:db8::10"}',
      "Example Adapter: MACAddress=00:00:5E:00:53:01",
    ],
  ],
  [
    "properties",
    'Description=Example Adapter\nIndex=7\nIPAddress={"192.0.2.10"}\n\nDescription=Other Adapter\nIndex=9\nIPAddress=\n',
    ["Example Adapter: Index=7", 'Example Adapter: IPAddress={"192.0.2.10"}', "Other Adapter: Index=9"],
  ],
  [
    "CSV",
    "Node,Description,Index,IPAddress\nAPP-17,Example Adapter,7,{192.0.2.10;2001:db8::10}\n",
    ["Example Adapter: Index=7", "Example Adapter: IPAddress={192.0.2.10;2001:db8::10}"],
  ],
  [
    "what PowerShell prints",
    "DHCPEnabled      : True\nIPAddress        : {192.0.2.10, 2001:db8::10}\nDescription      : Example Adapter\nIndex            : 7\n",
    ["Example Adapter: IPAddress={192.0.2.10, 2001:db8::10}", "Example Adapter: Index=7"],
  ],
  [
    "captions where no description is printed",
    'Caption=[00000007] Example Adapter\nIPAddress={"192.0.2.10"}\n',
    [
      "[00000007] Example Adapter: Caption=[00000007] Example Adapter",
      '[00000007] Example Adapter: IPAddress={"192.0.2.10"}',
    ],
  ],
])("reads %s", (_, text, expected) => expect(propertiesIn(text)).toEqual(expected));

it.each([
  ["DHCPEnabled  IPAddress  SettingID", null, "heading"],
  ['IPSubnet={"255.255.255.0"}', null, "record"],
  ["DefaultIPGateway : {192.0.2.1}", null, "record"],
  ["Description=x", null, undefined],
  ["Description=x", "wmic nicconfig list", "record"],
])("%j behind %j is a landmark: %s", (line, command, found) =>
  expect(wmicNicConfig.landmark(line, { command })).toBe(found),
);

it.each([
  ["wmic nicconfig get IPAddress", true],
  ["wmic path Win32_NetworkAdapterConfiguration get Description", true],
  ["Get-WmiObject Win32_NetworkAdapterConfiguration | fl *", true],
  ["gcim -ClassName Win32_NetworkAdapterConfiguration", true],
  ["wmic nic get Name", false],
  ["Get-WmiObject Win32_NetworkAdapter", false],
])("%j asks for it: %s", (command, asked) => expect(wmicNicConfig.answers(command)).toBe(asked));
