import { describe, expect, it } from "vitest";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { cbcollect } from "../../support/bundles/cbcollect.ts";
import { clusterInfo } from "../../support/bundles/cluster-info.ts";
import { exchangeLogCollector } from "../../support/bundles/exchange-log-collector.ts";
import { getNetView } from "../../support/bundles/get-netview.ts";
import { mdct } from "../../support/bundles/mdct.ts";
import { sddc } from "../../support/bundles/sddc.ts";
import { errors, outputs } from "../../support/bundles/texts.ts";
import { tss } from "../../support/bundles/tss.ts";
import { type Layout, oddHosts, variants } from "../../support/bundles/variants.ts";

/** Each with its file that holds the table; the last two hold it in archives inside. */
const layouts: [collector: string, layout: Layout, table: string | null][] = [
  ["TSS", tss, "SRV01_240115-102233_NetStat_Info_Start_.txt"],
  ["Get-NetView", getNetView, "_netstat.txt"],
  ["mDCT++", (origin) => mdct(origin), "_Network/netstat-nato.txt"],
  ["ClusterInfo", (origin) => clusterInfo(origin), "TCPIP_Netsh_Info.txt"],
  ["cbcollect_info", cbcollect, "cbcollect_info_ns_1@192.0.2.20_20240115-092233/couchbase.log"],
  ["ExchangeLogCollector", exchangeLogCollector, null],
  ["SDDC", (origin) => sddc(origin), null],
];
const withTable = layouts.flatMap(([collector, layout, table]): [string, Layout, string][] =>
  table === null ? [] : [[collector, layout, table]],
);

/** Everything but how many records there are, which differs by the version of Windows. */
const uncounted = (lines: readonly string[] = []) => lines.map((line) => line.replace(/ \| \d+ \| /, " | "));

describe.each(layouts)("a bundle of %s", (_, layout) => {
  it("says the same unpacked by hand as in its archive", async () => {
    const { hosts } = await attributed("*.zip!", layout(srv01));
    expect(Object.keys(hosts)).toEqual(["SRV01"]);
    expect((await attributed("cases/*/", layout(srv01))).hosts).toEqual(hosts);
  });

  it("says the same where its files were saved again as UTF-8", async () => {
    const { hosts } = await attributed("*.zip!", layout(srv01));
    const saved = variants.savedAs(layout(srv01), "utf-8");
    expect((await attributed("*.zip!", saved)).hosts).toEqual(hosts);
  });

  it("says everything twice where it lies twice in one folder", async () => {
    const { hosts } = await attributed("*.zip!", layout(srv01));
    const twice = await attributed("cases/*.zip!", layout(srv01), layout(srv01));
    expect(twice.hosts).toEqual({ SRV01: [...(hosts["SRV01"] ?? []), ...(hosts["SRV01"] ?? [])] });
  });

  it.each([...oddHosts, "__proto__", "constructor"])("names its host, also %s", async (host) => {
    const usual = await attributed("*.zip!", layout(srv01));
    const { hosts } = await attributed("*.zip!", layout({ ...srv01, host }));
    expect(Object.keys(hosts)).toEqual([host]);
    expect(new Map(Object.entries(hosts)).get(host)).toEqual(usual.hosts["SRV01"]);
  });

  it("of a German Windows has the same captures of the same host", async () => {
    const { hosts } = await attributed("*.zip!", layout(srv01));
    const german = await attributed("*.zip!", layout({ ...srv01, language: "de-DE" }));
    expect(Object.keys(german.hosts)).toEqual(["SRV01"]);
    expect(uncounted(german.hosts["SRV01"])).toEqual(uncounted(hosts["SRV01"]));
  });
});

describe.each(withTable)("the table of %s", (collector, layout, path) => {
  it("counts as far as it goes where the file was cut", async () => {
    const cut = variants.truncated(layout(srv01), path, "TCP    192.0.2.20:1433        198.51");
    const { hosts, report } = await attributed("*.zip!", cut);
    const [first] = (hosts["SRV01"] ?? []).filter((line) => line.startsWith(path.replace(/^.*\/|^SRV01/g, "")));
    expect(first).toContain(collector);
    expect(report.diagnostics.map(({ code }) => code)).toContain("truncated-row");
  });

  it("is none, and no connections are counted, where an error was printed in its place", async () => {
    const table = collector === "Get-NetView" ? outputs.netstatNt : outputs.netstatNato;
    const printed = collector === "cbcollect_info" ? outputs.netstatAnotb : table;
    const { hosts, report } = await attributed(
      "*.zip!",
      variants.replaced(layout(srv01), path, printed("en-US"), errors.elevation("en-US")),
    );
    const before = await attributed("*.zip!", layout(srv01));
    expect(hosts["SRV01"]).toHaveLength((before.hosts["SRV01"] ?? []).length - 1);
    expect(report.hosts).toHaveLength(1);
  });
});
