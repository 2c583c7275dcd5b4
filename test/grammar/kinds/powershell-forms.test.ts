import { describe, expect, it } from "vitest";
import { type AnyGrammar, type CaptureKind, grammars } from "../../../grammar/index.ts";
import type { AnyCapture } from "../../../src/captures/capture.ts";
import { analyze } from "../../../src/index.ts";
import { forms, type Properties } from "../../support/powershell-forms.ts";

/** What some cmdlets say of two objects, as all forms can print it. */
const said: readonly (readonly [kind: CaptureKind, type: string, objects: readonly [Properties, Properties]])[] = [
  [
    "netOffloadGlobalSetting",
    "MSFT_NetOffloadGlobalSetting",
    [
      { ReceiveSideScaling: "Enabled", Chimney: "Disabled", TaskOffload: "Enabled", NetworkDirect: "Enabled" },
      { ReceiveSideScaling: "Disabled", Chimney: "Automatic", TaskOffload: "Disabled", NetworkDirect: "Disabled" },
    ],
  ],
  [
    "netTcpConnection",
    "MSFT_NetTCPConnection",
    [
      {
        ...{ LocalAddress: "192.0.2.10", LocalPort: "445", RemoteAddress: "198.51.100.7", RemotePort: "50012" },
        ...{ State: "Established", OwningProcess: "4", OffloadState: "Offloaded" },
      },
      {
        ...{ LocalAddress: "2001:db8::1", LocalPort: "3389", RemoteAddress: "2001:db8::2", RemotePort: "50013" },
        ...{ State: "TimeWait", OwningProcess: "0", OffloadState: "InHost" },
      },
    ],
  ],
  [
    "netTcpSetting",
    "MSFT_NetTCPSetting",
    [
      {
        SettingName: "Internet",
        CongestionProvider: "CUBIC",
        AutoTuningLevelLocal: "Normal",
        DelayedAckFrequency: "2",
      },
      {
        SettingName: "Datacenter",
        CongestionProvider: "DCTCP",
        AutoTuningLevelLocal: "Normal",
        DelayedAckFrequency: "1",
      },
    ],
  ],
  [
    "netAdapterRss",
    "MSFT_NetAdapterRssSettingData",
    [
      { Name: "Ethernet 1", Enabled: "True", NumberOfReceiveQueues: "8" },
      { Name: "Ethernet 2", Enabled: "False", NumberOfReceiveQueues: "2" },
    ],
  ],
  [
    "netAdapterChecksumOffload",
    "MSFT_NetAdapterChecksumOffloadSettingData",
    [
      { Name: "Ethernet 1", IpIPv4Enabled: "RxTxEnabled", TcpIPv4Enabled: "RxTxEnabled" },
      { Name: "Ethernet 2", IpIPv4Enabled: "Disabled", TcpIPv4Enabled: "Disabled" },
    ],
  ],
  [
    "netAdapterVmq",
    "MSFT_NetAdapterVmqSettingData",
    [
      { Name: "Ethernet 1", Enabled: "True", BaseVmqProcessor: "0:0", NumberOfReceiveQueues: "31" },
      { Name: "Ethernet 2", Enabled: "False", BaseVmqProcessor: "0:4", NumberOfReceiveQueues: "0" },
    ],
  ],
  [
    "netAdapterAdvancedProperty",
    "MSFT_NetAdapterAdvancedPropertySettingData",
    [
      { Name: "Ethernet 1", DisplayName: "Receive Side Scaling", DisplayValue: "Enabled", RegistryKeyword: "*RSS" },
      { Name: "Ethernet 2", DisplayName: "Flow Control", DisplayValue: "Disabled", RegistryKeyword: "*FlowControl" },
    ],
  ],
];

/** What is read, but for the lines that it stands on, which differ, and the column that only one form has. */
async function recordsOf(kind: CaptureKind, lines: readonly string[]): Promise<readonly unknown[]> {
  const found: AnyCapture[] = [];
  const grammar: AnyGrammar | undefined = grammars.find((one) => one.kind === kind);
  const text = [`PS C:\\> ${grammar?.command} | Out-String`, ...lines, "", "PS C:\\>", ""].join("\n");
  await analyze(text, { onCapture: (capture) => void found.push(capture) });
  expect(new Set(found.map((capture) => capture.kind))).toEqual(new Set([kind]));
  const records: readonly object[] = found.flatMap((capture) => [...capture.records]);
  return records
    .map((record) => ({ ...record, line: 0, keyword: null }))
    .filter((record) => !Object.values<unknown>(record).includes("LastOfAll"));
}

describe.each(said)("%s", (kind, type, objects) => {
  it.each(forms.map((form) => [form.name, form] as const))("reads as well in %s", async (name, { print }) => {
    const isOne = name.endsWith("one object");
    const expected = await recordsOf(kind, forms[0]?.print(objects.slice(0, isOne ? 1 : 2), type) ?? []);
    expect(expected.length).toBeGreaterThan(0);
    expect(await recordsOf(kind, print(objects, type))).toEqual(expected);
  });
});
