import { describe, expect, it } from "vitest";
import { netAdapterAdvancedProperty } from "../../../grammar/kinds/net-adapter-advanced-property.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string) => netAdapterAdvancedProperty.read(segmentOf(text), { command: null });

const HEADING = `Name        DisplayName                    DisplayValue     RegistryKeyword RegistryValue
----        -----------                    ------------     --------------- -------------`;

describe("a table", () => {
  it("gives one property a row", () => {
    const reading = read(`${HEADING}
Ethernet 2  Flow Control                   Rx & Tx Enabled  *FlowControl    {3}
Ethernet 2  TCP Connection Offload (IPv4)  Disabled         *TCPConnecti... {0}
Ethernet 3                                                  *SomeKeyword    {1, 2}
`);
    expect(propertiesIn(reading)).toEqual([
      "3 Ethernet 2: Flow Control [*FlowControl] = Rx & Tx Enabled",
      "4 Ethernet 2: TCP Connection Offload (IPv4) = Disabled",
      "5 Ethernet 3: *SomeKeyword [*SomeKeyword] = {1, 2}",
    ]);
    expect(reading.traits).toEqual({ isCut: true });
    expect(remarksIn(reading)).toEqual(["truncated-row 4:1"]);
  });

  it("may show a part of the columns", () => {
    const text = "Name  DisplayName  DisplayValue\n----  -----------  ------------\nEth2  *RSS         Enabled\n";
    expect(propertiesIn(read(text))).toEqual(["3 Eth2: *RSS = Enabled"]);
  });

  it("has rows that can't be read said so", () => {
    const reading = read(
      `${HEADING}\nEthernet 2  Jumbo Packet                   Disabled         *JumboPacket    {1514}\na_word_over_all_of_the_columns_there_are_in_it\n`,
    );
    expect(reading.records).toHaveLength(1);
    expect(remarksIn(reading)).toEqual(["ragged-row 4:1"]);
  });
});

it("a list gives one property an object, from the line of its value", () => {
  const text =
    "Name : Eth2\nDisplayName : TOE\nRegistryKeyword : *TCPConnectionOffloadIPv4\nDisplayValue : Enabled\n\nName : Eth2\nRegistryKeyword : *RSS\n";
  expect(propertiesIn(read(text))).toEqual(["4 Eth2: TOE [*TCPConnectionOffloadIPv4] = Enabled"]);
});

it.each([
  [HEADING.split("\n")[0] ?? "", "heading"],
  ["RegistryKeyword : *RSS", "record"],
  ["DisplayName : Receive Side Scaling", undefined],
  ["Status   Name               DisplayName", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netAdapterAdvancedProperty.landmark(line, { command: null })).toBe(found);
});

it.each([
  ["Ethernet 2  Flow Control  Enabled", true],
  ["Eth2 RSS On *RSS {1}", true],
  ["----        -----------", true],
  ["Name : Ethernet 2", true],
  ["some words of a sentence", false],
])("%j goes on with it: %s", (line, expected) => {
  expect(netAdapterAdvancedProperty.continues(line, { command: null })).toBe(expected);
});
