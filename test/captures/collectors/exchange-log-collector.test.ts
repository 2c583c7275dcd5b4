import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { exchangeFolder, exchangeLogCollector } from "../../support/bundles/exchange-log-collector.ts";
import { hostOutputs } from "../../support/bundles/texts.ts";
import { variants } from "../../support/bundles/variants.ts";

const captures = [
  "_Netstat_NATO.txt | netstat | 11 | netstat -naTo | - | - | ExchangeLogCollector",
  "_NetStat_ANOB.txt | netstat | 11 | netstat -anob | - | - | ExchangeLogCollector",
  "_IPConfiguration.txt | ipConfig | 1 | ipconfig /all | - | - | ExchangeLogCollector",
];

it("reads the archive in the archive: the commands that nothing prints, and no time", async () => {
  expect((await attributed("*.zip!", exchangeLogCollector(srv01))).hosts).toEqual({ SRV01: captures });
});

it("reads the folders that they are when unpacked", async () => {
  expect((await attributed("*/", exchangeFolder(srv01))).hosts).toEqual({ SRV01: captures });
});

it("tells a server's own file from one of another server in its folder", async () => {
  const path = "SRV01/General_Server_Info/SRV01_Other_IPConfiguration.txt";
  const text = hostOutputs.ipConfig("SRV02");
  const { hosts, report } = await attributed(
    "*/",
    variants.withFile(exchangeFolder(srv01), { path, text, encoding: "utf-16le" }),
  );
  expect(Object.keys(hosts)).toEqual(["SRV01", "SRV02"]);
  expect(report.diagnostics.map(({ code }) => code)).toContain("host-conflict");
});

it.each([
  ["EX-01_2_Netstat_NATO.txt", { host: { name: "EX-01_2", by: "file name" }, command: "netstat -naTo" }],
  ["EX01-111-1.zip!General_Server_Info.zip!EX01_HotFixInfo.txt", { command: "Get-HotFix" }],
  ["2024111/EX01/General_Server_Info/EX01_msInfo.nfo", { host: { name: "EX01", by: "file name" } }],
  ["EX01-111.zip!General_Server_Info.zip!notes.txt", { holdsCaptures: true }],
])("%s is of ExchangeLogCollector", (name, known) => {
  const attribution = attribute(name, "");
  expect(attribution).toMatchObject({ collector: "ExchangeLogCollector", ...known });
  expect(attribution).not.toHaveProperty("time");
});

it.each(["EX01_IPConfiguration.txt", "netstat-nato.txt", "EX01-111.zip!netstat.txt"])(
  "%s is not of ExchangeLogCollector",
  (name) => {
    expect(attribute(name, "")).toBeUndefined();
  },
);
