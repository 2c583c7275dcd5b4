import { describe, expect, it } from "vitest";
import { netAdapterRss } from "../../../grammar/kinds/net-adapter-rss.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const COMMAND = "Get-NetAdapterRss";
const read = (text: string, command: string | null = null) => netAdapterRss.read(segmentOf(text), { command });
const landmark = (line: string, command: string | null = null) => netAdapterRss.landmark(line, { command });

describe("Get-NetAdapterRss", () => {
  it("prints a list", () => {
    const reading = read(
      `
Name                                            : Ethernet 2
InterfaceDescription                            : Example Adapter : second port
Enabled                                         : True
BaseProcessor: [Group:Number]                   : 0:0
IndirectionTable: [Group:Number]                : 0:0	0:2
                                                  0:4	0:6
MaxProcessors                                   :

Name                                            : Ethernet 3
Enabled                                         : False
`,
      COMMAND,
    );
    expect(propertiesIn(reading)).toEqual([
      "3 Ethernet 2: InterfaceDescription = Example Adapter : second port",
      "4 Ethernet 2: Enabled = True",
      "5 Ethernet 2: BaseProcessor: [Group:Number] = 0:0",
      "6 Ethernet 2: IndirectionTable: [Group:Number] = 0:0\t0:2 0:4\t0:6",
      "11 Ethernet 3: Enabled = False",
    ]);
    expect(classesIn(reading)).toBe("brrrrrrrbrr");
    expect(reading).toMatchObject({ recognised: true, locale: null, diagnostics: [], traits: { isCut: false } });
  });

  it("prints a table when it is asked to", () => {
    const text =
      "Name       Enabled NumberOfReceiveQueues\n----       ------- ---------------------\nEthernet 2 True                        8\n";
    expect(propertiesIn(read(text))).toEqual([
      "3 Ethernet 2: Enabled = True",
      "3 Ethernet 2: NumberOfReceiveQueues = 8",
    ]);
  });

  it.each([
    ["Get-NetAdapterRss -Name Eth2 | fl Enabled", "Eth2"],
    ['Get-NetAdapterRss -Name "Ethernet 2" | fl Enabled', "Ethernet 2"],
    ["Get-NetAdapterRss -Name 'Ethernet 2' | fl Enabled", "Ethernet 2"],
    ["Get-NetAdapterRss -Name * | fl Enabled", ""],
    ["Get-NetAdapterRss | fl Enabled", ""],
  ])("%s without the name printed is about %j", (command, adapter) => {
    expect(read("Enabled : True", command).records).toEqual([
      { line: 1, adapter, property: "Enabled", keyword: null, value: "True" },
    ]);
  });

  it.each([
    "Get-NetAdapterRss : No MSFT_NetAdapterRssSettingData objects found.\nAt line:1 char:1\n+ Get-NetAdapterRss",
    "Name : Ethernet 2\nEnabled : True\nBaseVmqProcessor: [Group:Number] : 0:0\nNumberOfReceiveQueues : 7",
    "some words",
    "",
  ])("is not what %j is of", (text) => {
    expect(read(text, COMMAND)).toMatchObject({ recognised: false, records: [], diagnostics: [] });
  });

  it("says what was not read", () => {
    const reading = read("Enabled : True\nsome words\n...\n", COMMAND);
    expect(classesIn(reading)).toBe("r?m");
    expect(remarksIn(reading)).toEqual(["unknown-line 2:5"]);
  });
});

describe("a landmark", () => {
  it.each([
    // Get-NetAdapterVmq has it, too.
    ["NumberOfReceiveQueues                           : 2", null, undefined],
    ["NumberOfReceiveQueues                           : 2", COMMAND, "record"],
    ["BaseProcessor: [Group:Number]                   : 0:0", null, "record"],
    ["Name  Enabled NumberOfReceiveQueues", null, "heading"],
    ["Name                                            : Ethernet 2", COMMAND, "record"],
    ["Name  Enabled", COMMAND, "heading"],
    ["Name                                            : Ethernet 2", null, undefined],
    ["Enabled : True", null, undefined],
    ["Name  Enabled", null, undefined],
    ["NumberOfReceiveQueues should be 8 here", null, undefined],
    ["set NumberOfReceiveQueues to 8", COMMAND, undefined],
    ["the NumberOfReceiveQueues value", COMMAND, undefined],
    ["Two words : x", COMMAND, undefined],
    [`NumberOfReceiveQueues : ${"8".repeat(5000)}`, null, undefined],
  ])("%j after %j: %s", (line, command, found) => {
    expect(landmark(line, command)).toBe(found);
  });
});
