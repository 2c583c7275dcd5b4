import { expect, it } from "vitest";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { inEnglish, inNoEnglish, sqlTrace } from "../../support/bundles/sql-check.ts";
import { lines } from "../../support/bundles/texts.ts";

it("names the host, its Windows and three settings, without a time", async () => {
  const { hosts, report } = await attributed("*/", sqlTrace(srv01));
  expect(hosts["SRV01"]?.filter((own) => own.startsWith("SQLCheck"))).toEqual([
    "SQLCheck.log | systemInfo | 3 | - | - | - | SQLCheck",
    "SQLCheck.log | sqlCheck | 3 | - | - | - | SQLCheck",
  ]);
  const [host] = report.hosts;
  expect(host?.os?.band).toBe("2016");
  expect(host?.summary.settings).toEqual({
    chimneyOffload: "disabled",
    receiveSideScaling: "enabled",
    netDma: "disabled",
  });
});

it("leaves unknown what SQLCheck could not tell", async () => {
  const { report } = await attributed("*/", sqlTrace(srv01, inNoEnglish));
  expect(report.hosts[0]?.summary.settings).toEqual({});
  expect(report.diagnostics.filter(({ code }) => code === "value-missing")).toHaveLength(3);
});

it("is believed less than netsh itself", async () => {
  const bundle = sqlTrace(srv01, { ...inEnglish, chimney: "enabled" });
  const text = lines("\\\\SRV01:", "TCP Global Parameters", "Chimney Offload State               : disabled");
  const first = { path: "global.txt", text, encoding: "utf-8" } as const;
  const { report } = await attributed("*/", { ...bundle, files: [first, ...bundle.files] });
  expect(report.hosts[0]?.summary.settings.chimneyOffload).toBe("disabled");
  expect(report.diagnostics.map(({ code }) => code)).toContain("setting-disagreement");
});
