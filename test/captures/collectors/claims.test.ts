import { describe, expect, it } from "vitest";
import { attribute, collectors } from "../../../src/captures/collectors/index.ts";
import { pathOf } from "../../../src/captures/collectors/source-path.ts";
import { type Origin, srv01, type TestBundle } from "../../support/bundles/bundle.ts";
import { layouts, smallLayouts } from "../../support/bundles/layouts.ts";
import { oddHosts } from "../../support/bundles/variants.ts";

/** Who runs within whom, and who knows files that a more particular one has. */
const family: { readonly [collector: string]: readonly string[] } = {
  "SDP TcpIp-Info": ["psSDP", "SDP"],
  "SDP classic": ["psSDP", "SDP"],
  psSDP: ["SDP", "SDP TcpIp-Info"],
  TSS: ["psSDP", "SDP", "SDP TcpIp-Info", "Setup_Report"],
  Setup_Report: ["TSS"],
  ExchangeLogCollector: ["SDP"],
  SDDC: ["Get-NetView"],
  SQLTrace: ["SQLCheck"],
  SDP: ["psSDP", "SDP classic"],
  "MDE Client Analyzer": ["TSS"],
};

/** Where bundles lie; a star stands for the name of one. */
const places = [
  "*.zip!",
  "*/",
  "cases/*.tar.gz!",
  "mail.zip!sent/*.zip!",
  "C:\\cases\\*\\",
  "cases/20240115_102233/Network/*/",
  "server_20240115102233.zip!*/",
  "downloads/* (1).zip!",
];

/** The text files of a bundle and of the archives inside. */
function filesOf({ name, files }: TestBundle, place: string): readonly (readonly [name: string, head: string])[] {
  return files.flatMap((file): readonly (readonly [string, string])[] => {
    const path = `${place.replace("*", () => name)}${file.path}`;
    if ("inner" in file) return filesOf({ ...file.inner, name: "" }, `${path}!`);
    return "text" in file ? [[path, file.text.slice(0, 4096)]] : [];
  });
}

const origins: readonly Origin[] = ["SRV01", ...oddHosts].map((host) => ({ ...srv01, host }));

describe.each([...layouts, ...smallLayouts])("each file of %s", (collector, layout) => {
  const own = new Set([collector, ...(family[collector] ?? [])]);
  const files = origins.flatMap((origin) => places.flatMap((place) => filesOf(layout(origin), place)));

  it("is claimed by its own collector or by nobody", () => {
    const others = files.flatMap(([name, head]) =>
      collectors
        .filter((one) => !own.has(one.name) && one.attribute(pathOf(name), head) !== undefined)
        .map((one) => `${name} is claimed by ${one.name}`),
    );
    expect(others).toEqual([]);
  });

  it("is among others that are known by it", () => {
    for (const origin of origins) {
      // TEACUP's hosts are names in DNS.
      if (collector === "TEACUP" && origin.host.includes("_")) continue;
      const known = filesOf(layout(origin), "*.zip!").map(([name, head]) => attribute(name, head)?.collector);
      expect(known).toContain(collector);
    }
  });
});

// Names that several collectors, or people, give to their files.
it.each([
  "SRV01_Hotfixes.txt",
  "cases/SRV01_msinfo32.nfo",
  "netstat.txt",
  "netsh2.txt",
  "cases/SRV01/Network/netstat-nato.txt",
  "cases/SRV01_20240115_102233/Network/netstat.txt",
  "backup.20240115102233/netstat.txt",
  "SRV01_20240115_102233/LiveResponseData/NetworkInfo/netstat.txt",
  "SRV01_20240115102233.zip!netstat.txt",
  "diagnostics-20240115-102233.zip!netstat.txt",
  "cases/SRV01__netstat.txt",
  "client-tcp-global.txt",
  "ConfigState/Common/netstat.txt",
  "results/Print-Results.txt",
  "network_connections.txt",
  "command-output/netstat",
])("%s is claimed by nobody", (name) => {
  expect(attribute(name, "")).toBeUndefined();
});
