import { describe, expect, it } from "vitest";
import { netTcpSetting } from "../../../grammar/kinds/net-tcp-setting.ts";
import { classesIn, segmentOf } from "../../support/readings.ts";

const read = (text: string) => netTcpSetting.read(segmentOf(text), { command: null });
const said = (text: string) =>
  read(text).records.map(({ line, template, property, value }) => `${line} ${template} ${property}=${value}`);

describe("Get-NetTCPSetting", () => {
  it("prints a list of each template", () => {
    const text = `
SettingName                   : Internet
MinRto(ms)                    : 300
InitialCongestionWindow(MSS)  : 10
CongestionProvider            : CUBIC
AutoTuningLevelLocal          : Disabled

SettingName                   : Datacenter
MinRto(ms)                    : 20
DynamicPortRangeStartPort     : 49152
`;
    expect(said(text)).toEqual([
      "3 Internet MinRto=300",
      "4 Internet InitialCongestionWindow=10",
      "5 Internet CongestionProvider=CUBIC",
      "6 Internet AutoTuningLevelLocal=Disabled",
      "9 Datacenter MinRto=20",
      "10 Datacenter DynamicPortRangeStartPort=49152",
    ]);
    expect(read(text).records[0]?.value).toBe(300);
    expect(classesIn(read(text))).toBe("brrrrrbrrr");
    expect(read(text).diagnostics).toEqual([]);
  });

  it.each([
    [
      "a table",
      `SettingName CongestionProvider AutoTuningLevelLocal
----------- ------------------ --------------------
Internet    CUBIC              Normal
Compat      NewReno            Normal
`,
    ],
    [
      "CSV",
      `"SettingName","CongestionProvider","AutoTuningLevelLocal"
"Internet","CUBIC","Normal"
"Compat","NewReno","Normal"
`,
    ],
  ])("prints %s", (_form, text) => {
    expect(said(text).map((own) => own.replace(/^\d+ /, ""))).toEqual([
      "Internet CongestionProvider=CUBIC",
      "Internet AutoTuningLevelLocal=Normal",
      "Compat CongestionProvider=NewReno",
      "Compat AutoTuningLevelLocal=Normal",
    ]);
  });

  it("is not what other cmdlets print", () => {
    expect(read("Name : Ethernet\nEnabled : True\n")).toMatchObject({ recognised: false, records: [] });
  });
});

it.each([
  ["MinRto(ms)                    : 300", "record"],
  ["CongestionProvider            : CUBIC", "record"],
  ["Congestion Control Provider         : cubic", undefined],
  ["Description : Internet", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(netTcpSetting.landmark(line, { command: null })).toBe(found);
});

it.each([
  ["Get-NetTCPSetting -SettingName Internet", true],
  ["Set-NetTCPSetting -SettingName Internet", false],
])("%s asks for them: %s", (command, asks) => {
  expect(netTcpSetting.answers(command)).toBe(asks);
});
