import { expect, it } from "vitest";
import { msinfoAdapters } from "../../../grammar/kinds/msinfo-adapters.ts";
import { segmentOf } from "../../support/readings.ts";

const propertiesIn = (text: string) =>
  msinfoAdapters
    .read(segmentOf(text), { command: null })
    .records.map(({ line, adapter, property, value }) => `${adapter}: ${property}=${value} (${line})`);

/** Items of two adapters as msinfo32 shows them, by their English labels. */
const items: readonly (readonly (readonly [label: string, value: string])[])[] = [
  [
    ["Name", "[00000000] WAN Miniport (SSTP)"],
    ["Adapter Type", ""],
    ["Product Type", "WAN Miniport (SSTP)"],
    ["IP Address", "Not Available"],
  ],
  [
    ["Name", "[00000007] Example 10G Adapter"],
    ["Adapter Type", "Ethernet 802.3"],
    ["Index", "7"],
    ["IP Address", "192.0.2.10, 2001:db8::10"],
    ["IP Subnet", "255.255.255.0, 64"],
    ["Default IP Gateway", "192.0.2.1"],
    ["DHCP Enabled", "No"],
    ["MAC Address", "\u202a00:00:5E:00:53:01\u202c"],
  ],
];
const report = (labelOf: (label: string) => string) =>
  items.map((own) => own.map(([label, value]) => `${labelOf(label)}\t${value}\n`).join("")).join("\t\n");
const document = (separator: string) =>
  `<Category name="Adapter">\n${items
    .flat()
    .map(([label, value]) =>
      ["<Data>", `<Item><![CDATA[${label}]]></Item>`, `<Value><![CDATA[${value}]]></Value>`, "</Data>"].join(separator),
    )
    .join(
      "\n",
    )}\n<Category name="Protocol">\n<Data>\n<Item><![CDATA[x]]></Item>\n<Value><![CDATA[00:00:5E:00:53:09]]></Value>\n</Data>\n`;

const without = (properties: readonly string[]) => properties.map((own) => own.replace(/ \(\d+\)$/, ""));
const expected = [
  "WAN Miniport (SSTP): Index=0",
  "Example 10G Adapter: Index=7",
  "Example 10G Adapter: IPAddress=192.0.2.10, 2001:db8::10",
  "Example 10G Adapter: MACAddress=00:00:5E:00:53:01",
];

it.each([
  ["the report", report((label) => label)],
  ["the report in a language that nobody taught us", report(() => "Ххх")],
  ["the document, an element a line", document("\n")],
  ["the document, an item a line", document("")],
  ["the document from its first value on", document("\n").replace(/^[\s\S]*?(?=<Value>)/, "")],
])("reads %s", (_, text) => expect(without(propertiesIn(text))).toEqual(expected));

it("gives each property its line", () => {
  expect(propertiesIn(report((label) => label))).toEqual([
    "WAN Miniport (SSTP): Index=0 (1)",
    "Example 10G Adapter: Index=7 (6)",
    "Example 10G Adapter: IPAddress=192.0.2.10, 2001:db8::10 (9)",
    "Example 10G Adapter: MACAddress=00:00:5E:00:53:01 (13)",
  ]);
});

it.each([
  ["Name\t[00000007] Example Adapter", "record"],
  ["<Value><![CDATA[[00000007] Example Adapter]]></Value>", "record"],
  ["<Data><Item><![CDATA[Name]]></Item><Value><![CDATA[[00000007] Example Adapter]]></Value></Data>", "record"],
  ["Name\tExample Adapter", undefined],
  ["[00000007] Example Adapter", undefined],
  ["Name [00000007] Example Adapter", undefined],
])("%j is a landmark: %s", (line, found) => expect(msinfoAdapters.landmark(line, { command: null })).toBe(found));
