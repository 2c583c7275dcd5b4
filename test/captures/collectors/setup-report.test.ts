import { describe, expect, it } from "vitest";
import { type Origin, srv01 } from "../../support/bundles/bundle.ts";
import { captured } from "../../support/bundles/captured.ts";
import { setupReport } from "../../support/bundles/setup-report.ts";
import { errors, globalRows, type Language, outputs } from "../../support/bundles/texts.ts";
import { oddHosts, variants } from "../../support/bundles/variants.ts";

/** No heading tells a command, so none is known. Two tables follow each other; the first has the offload column. */
const captures = (language: Language): readonly string[] => [
  "NETWORK_TCPIP_info.TXT: 1 ipConfig",
  "NETWORK_TCPIP_info.TXT: 11 netstat",
  "NETWORK_TCPIP_info.TXT: 11 netstat",
  `NETWORK_TCPIP_OFFLOAD.TXT: ${globalRows[language]} tcpGlobal`,
  "NETWORK_TCPIP_OFFLOAD.TXT: 4 ipOffload",
  "NETWORK_TCPIP_OFFLOAD.TXT: 8 netstat",
  "NETWORK_TCPIP_netsh_info.TXT: 4 ipOffload",
];

describe("a Setup_Report", () => {
  it.each<[string, Origin, readonly string[]]>([
    ["in English", srv01, ["no-offload-column"]],
    ["in German, in code page 850", { host: "SRV01", language: "de-DE" }, ["encoding-guessed", "no-offload-column"]],
    ["in Japanese, in code page 932", { host: "SRV01", language: "ja-JP" }, ["encoding-guessed", "no-offload-column"]],
    ...oddHosts.map((host): [string, Origin, readonly string[]] => [
      `of ${host}`,
      { host, language: "en-US" },
      ["no-offload-column"],
    ]),
  ])("%s has its captures and its host, and no time", async (_, origin, codes) => {
    const found = await captured("folder", setupReport(origin));
    expect(found.captures).toEqual({ [origin.host]: captures(origin.language) });
    expect(found.marks).toEqual({ [origin.host]: ["Setup_Report"] });
    expect(found.codes).toEqual(codes);
  });

  it.each([
    ["packed under the user's name", { ...setupReport(srv01), name: "Setup_Report-admin-SRV01" }],
    ["saved as UTF-8", variants.savedAs(setupReport({ host: "SRV01", language: "en-US" }), "utf-8")],
    ["saved as UTF-16", variants.savedAs(setupReport(srv01), "utf-16le")],
  ])("is the same %s", async (_, bundle) => {
    const found = await captured("archive", bundle);
    expect(found.captures).toEqual({ SRV01: captures("en-US") });
    expect(found.marks).toEqual({ SRV01: ["Setup_Report"] });
  });

  it("takes the host of other files from the folder, and what it says of its errors for no capture", async () => {
    const systemInfo = { path: "systeminfo.txt", text: "OS Version: 6.1.7601 Service Pack 1 Build 7601\r\n" } as const;
    const bundle = variants.withFile(setupReport(srv01), { ...systemInfo, encoding: "cp437" });
    const found = await captured("folder", bundle);
    expect(found.captures["SRV01"]).toEqual([...captures("en-US"), "systeminfo.txt: 2 systemInfo"]);
    const { sources } = found.report;
    expect(sources.find(({ name }) => name.endsWith("_Errorout.txt"))).toMatchObject({ status: "skipped" });
  });

  it.each([
    ["access is denied", errors.accessDenied()],
    ["elevation is required", errors.elevation("en-US")],
    ["nothing was printed", ""],
  ])("has no capture where %s", async (_, error) => {
    const capture = outputs.netstatNatoTcp("en-US");
    const path = "SRV01_NETWORK_TCPIP_OFFLOAD.TXT";
    const found = await captured("folder", variants.replaced(setupReport(srv01), path, capture, error));
    expect(found.captures["SRV01"]).toEqual(
      captures("en-US").filter((line) => line !== "NETWORK_TCPIP_OFFLOAD.TXT: 8 netstat"),
    );
  });

  it("cut within a table has its rows, the cut one too", async () => {
    const cut = variants.truncated(setupReport(srv01), "SRV01_NETWORK_TCPIP_info.TXT", "1812\tOff");
    const found = await captured("folder", cut);
    expect(found.captures["SRV01"]?.slice(0, 2)).toEqual([
      "NETWORK_TCPIP_info.TXT: 1 ipConfig",
      "NETWORK_TCPIP_info.TXT: 5 netstat",
    ]);
    expect(found.codes).toEqual(["truncated-row"]);
  });
});
