import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { getNetView } from "../../support/bundles/get-netview.ts";
import { variants } from "../../support/bundles/variants.ts";

describe("what Get-NetView collected", () => {
  it("is read by the prompts in it; a command that failed is told, its own logs are passed over", async () => {
    const { hosts, report } = await attributed("*.zip!", getNetView(srv01));
    expect(hosts).toEqual({
      SRV01: [
        "_netstat.txt | netstat | 7 | netstat -nasert | - | - | Get-NetView",
        "_ipconfig.txt | ipConfig | 1 | ipconfig /allcompartments /all | - | - | Get-NetView",
        "Get-NetOffloadGlobalSetting.txt | netOffloadGlobalSetting | 7 | Get-NetOffloadGlobalSetting | Format-List -Property * | - | - | Get-NetView",
      ],
    });
    const { code, line, source } = report.diagnostics[0] ?? {};
    expect(`${code} ${source?.split("!")[1]}:${line}`).toBe("command-refused _netstat.txt:23");
    expect(report.diagnostics).toHaveLength(1);
  });

  it("counts as that of the computer that its lines name", async () => {
    const [file] = getNetView({ ...srv01, host: "SRV02" }).files;
    if (file === undefined || !("text" in file)) throw new Error("The bundle begins with another file.");
    const { hosts, report } = await attributed(
      "*.zip!",
      variants.withFile(getNetView(srv01), { ...file, path: "copied.txt" }),
    );
    expect(hosts["SRV02"]).toEqual(["copied.txt | netstat | 7 | netstat -nasert | - | - | Get-NetView"]);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["command-refused", "host-conflict", "command-refused"]);
  });
});

const heading = "Administrator @ SRV01:\r\nPS C:\\Windows\\system32> netstat -nasert\r\n";

it.each([
  ["msdbg.SRV-01_A-2024.01.15_10.22.33.zip!_netstat.txt", "", { host: { name: "SRV-01_A", by: "archive" } }],
  ["msdbg.SRV01/_netstat.txt", "", { host: { name: "SRV01", by: "folder" } }],
  ["msdbg.SRV01/_Logs/Command-Time.log", "", { holdsCaptures: false }],
  ["netstat.txt", heading, { holdsCaptures: true }],
])("%s is of Get-NetView", (name, head, known) => {
  const attribution = attribute(name, head);
  expect(attribution).toMatchObject({ collector: "Get-NetView", ...known });
  expect(attribution).not.toHaveProperty("time");
});

it.each([
  ["_netstat.txt", ""],
  ["_Logs/Get-NetView.log", ""],
  ["mail.txt", "me @ home: see below\r\nPS C:\\> netstat\r\n"],
])("%s is not of Get-NetView", (name, head) => {
  expect(attribute(name, head)).toBeUndefined();
});
