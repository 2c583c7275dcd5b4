import { describe, expect, it } from "vitest";
import { netOffloadGlobalSetting } from "../../../grammar/kinds/net-offload-global-setting.ts";
import { classesIn, remarksIn, segmentOf, settingsIn } from "../../support/readings.ts";

const read = (text: string) => netOffloadGlobalSetting.read(segmentOf(text), { command: null });

describe("Get-NetOffloadGlobalSetting", () => {
  it("prints a list", () => {
    const reading = read(`
ReceiveSideScaling           : Enabled
ReceiveSegmentCoalescing     : Enabled
Chimney                      : Automatic
TaskOffload                  : Disabled
NetworkDirect                : Enabled
NetworkDirectAcrossIPSubnets : Blocked
PacketCoalescingFilter       : Disabled

`);
    expect(settingsIn(reading)).toEqual([
      "receiveSideScaling=enabled",
      "receiveSegmentCoalescing=enabled",
      "chimneyOffload=automatic",
      "taskOffload=disabled",
      "networkDirect=enabled",
      "networkDirectAcrossIpSubnets=blocked",
      "packetCoalescingFilter=disabled",
    ]);
    expect(reading).toMatchObject({ locale: null, diagnostics: [], recognised: true });
    expect(reading.records[2]).toMatchObject({ line: 4, label: "Chimney" });
  });

  it("prints JSON, whose numbers have two known meanings", () => {
    const reading = read(`{
    "Caption":  null,
    "ReceiveSideScaling":  1,
    "Chimney":  0,
    "TaskOffload":  1,
    "CimClass":  {
                     "CimClassName":  "MSFT_NetOffloadGlobalSetting"
                 }
}
`);
    expect(settingsIn(reading)).toEqual(["receiveSideScaling=enabled", "chimneyOffload=disabled", "taskOffload=1"]);
    expect(reading.records[1]).toMatchObject({ line: 4, label: "Chimney" });
    expect(remarksIn(reading)).toEqual(["unknown-value 5:5"]);
    expect(classesIn(reading)).toBe("rrrrrrrrr");
  });

  it.each([
    [
      "a table",
      `ReceiveSideScaling ReceiveSegmentCoalescing Chimney   TaskOffload
------------------ ------------------------ -------   -----------
           Enabled                  Enabled Automatic     Enabled
`,
    ],
    [
      "CSV",
      `"ReceiveSideScaling","ReceiveSegmentCoalescing","Chimney","TaskOffload","PSComputerName"
"Enabled","Enabled","Automatic","Enabled",
`,
    ],
    [
      "CLIXML",
      `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <MS>
      <S N="ReceiveSideScaling">Enabled</S>
      <S N="ReceiveSegmentCoalescing">Enabled</S>
      <S N="Chimney">Automatic</S>
      <S N="TaskOffload">Enabled</S>
    </MS>
  </Obj>
</Objs>
`,
    ],
  ])("prints %s", (_form, text) => {
    const reading = read(text);
    expect(settingsIn(reading)).toEqual([
      "receiveSideScaling=enabled",
      "receiveSegmentCoalescing=enabled",
      "chimneyOffload=automatic",
      "taskOffload=enabled",
    ]);
    expect(reading).toMatchObject({ diagnostics: [], recognised: true });
  });

  it.each([
    ["Chimney                      : 2", "chimneyOffload=2", "unknown-value 2:1"],
    ["Chimney                      : Sometimes", "chimneyOffload=sometimes", "unknown-value 2:1"],
    ["WarpDrive                    : Enabled", "?WarpDrive=enabled", "unknown-setting 2:1"],
    ["Chimney                      : Disabled # since May", "chimneyOffload=disabled", "trailing-text 2:1"],
  ])("%j is kept with a remark", (row, setting, remark) => {
    const reading = read(`TaskOffload : Enabled\n${row}`);
    expect(settingsIn(reading).at(-1)).toBe(setting);
    expect(remarksIn(reading)).toEqual([remark]);
  });

  it("lists what every CIM object has, too", () => {
    const reading = read("Caption                      :\nChimney                      : Disabled\nInstanceID : x;y");
    expect(classesIn(reading)).toBe("rrr");
    expect(settingsIn(reading)).toEqual(["chimneyOffload=disabled"]);
    expect(remarksIn(reading)).toEqual([]);
  });
});

it.each([
  ["Chimney                      : Disabled", "record"],
  ["  ReceiveSideScaling : Enabled  ", "record"],
  ['    "Chimney":  0,', "record"],
  ["Chimney : disabled", undefined],
  ["Chimney: Disabled on most hosts", undefined],
  ["TCPChimney:                 disabled", undefined],
  ["Chimney Offload State               : disabled", undefined],
  ["Description : Enabled", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netOffloadGlobalSetting.landmark(line, { command: null })).toBe(found);
});

it("takes a note behind the value where the command was echoed", () => {
  const line = "Chimney : Disabled   <- look";
  expect(netOffloadGlobalSetting.landmark(line, { command: "Get-NetOffloadGlobalSetting" })).toBe("record");
});
