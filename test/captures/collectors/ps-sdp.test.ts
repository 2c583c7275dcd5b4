import { describe, expect, it } from "vitest";
import { type Origin, srv01 } from "../../support/bundles/bundle.ts";
import { captured } from "../../support/bundles/captured.ts";
import { psSdp, psSdpResults } from "../../support/bundles/ps-sdp.ts";
import { errors, globalRows, type Language, outputs } from "../../support/bundles/texts.ts";
import { oddHosts, variants } from "../../support/bundles/variants.ts";

const mark = "psSDP 2024-02-02T19:18:40Z";

/** Every capture of the pack: what the overviews list, the logs echo and the list of ports holds is none. */
const captures = (language: Language): readonly string[] => [
  "BasicSystemInfo.TXT: 4 systemInfo",
  "TCPIP_info.TXT: 1 ipConfig (ipconfig /allcompartments /all)",
  "TCPIP_info.TXT: 11 netstat (netstat -nato)",
  "TCPIP_info.TXT: 11 netstat (netstat -anob)",
  `TCPIP_OFFLOAD.TXT: ${globalRows[language]} tcpGlobal (netsh int tcp show global)`,
  "TCPIP_OFFLOAD.TXT: 4 ipOffload (netsh int ipv4 show offload)",
  "TCPIP_OFFLOAD.TXT: 8 netstat (netstat -nato -p tcp)",
  `TCPIP_netsh_info.TXT: ${globalRows[language]} tcpGlobal (netsh int tcp show global)`,
  "TCPIP_netsh_info.TXT: 1 tcpHeuristics (netsh int tcp show heuristics)",
  "TCPIP_netsh_info.TXT: 0 chimneyApplications (netsh int tcp show chimneyapplications)",
  "TCPIP_netsh_info.TXT: 0 chimneyPorts (netsh int tcp show chimneyports)",
  "TCPIP_netsh_info.TXT: 0 chimneyStats (netsh int tcp show chimneystats)",
  "TCPIP_netsh_info.TXT: 0 netDmaStats (netsh int tcp show netdmastats)",
  "TCPIP_netsh_info.TXT: 0 rscStats (netsh int tcp show rscstats)",
  "TCPIP_netsh_info.TXT: 4 tcpSupplemental (netsh int tcp show supplemental)",
  "TCPIP_netsh_info.TXT: 1 dynamicPortRange (netsh int ipv4 show dynamicportrange tcp)",
  "TCPIP_netsh_info.TXT: 3 ipGlobal (netsh int ipv4 show global)",
  "TCPIP_netsh_info.TXT: 4 ipOffload (netsh int ipv4 show offload)",
  "TCPIP_reg_output.TXT: 2 tcpipParameters (reg query HKLM\\SYSTEM\\CurrentControlSet\\services\\TCPIP /s)",
  `Netsh_Autotuning.txt: ${globalRows[language]} tcpGlobal (netsh interface tcp show global)`,
  "TCPIP_info_pscmdlets_net.TXT: 4 netOffloadGlobalSetting (Get-NetOffloadGlobalSetting)",
  "NetworkAdapters_info_pscmdlets.TXT: 3 netAdapterRss (Get-NetAdapterRss)",
  "SC_Services_Output.txt: 1 services",
];

describe("a pack of psSDP", () => {
  it.each<[string, Origin]>([
    ["in English", srv01],
    ["in German", { host: "SRV01", language: "de-DE" }],
    ["in Japanese", { host: "SRV01", language: "ja-JP" }],
    ...oddHosts.map((host): [string, Origin] => [`of ${host}`, { host, language: "en-US" }]),
    ["of __proto__", { host: "__proto__", language: "en-US" }],
  ])("%s has its captures, host and time", async (_, origin) => {
    const found = await captured("archive", psSdp(origin));
    expect(Object.entries(found.captures)).toEqual([[origin.host, captures(origin.language)]]);
    expect(Object.entries(found.marks)).toEqual([[origin.host, [mark]]]);
    expect(found.codes).toEqual(["no-offload-column"]);
  });

  it("counts the connections of the table that tells most", async () => {
    const { report } = await captured("archive", psSdp(srv01));
    expect(report.hosts[0]?.summary.eligible).toMatchObject({ offloaded: 3, total: 6 });
  });

  it.each([
    ["as a folder", "folder", psSdpResults(srv01)],
    ["unpacked by hand", "folder", psSdp(srv01)],
    ["downloaded twice", "archive", { ...psSdp(srv01), name: `${psSdp(srv01).name} (1)` }],
    ["saved as UTF-8", "archive", variants.savedAs(psSdp(srv01), "utf-8")],
  ] as const)("is the same %s", async (_, around, bundle) => {
    const found = await captured(around, bundle);
    expect(found.captures).toEqual({ SRV01: captures("en-US") });
    expect(found.marks).toEqual({ SRV01: [mark] });
  });

  it("whose folder was renamed has no time, and of files about the system nobody knows the version", async () => {
    const found = await captured("folder", { ...psSdp(srv01), name: "from the customer" });
    expect(found.captures).toEqual({ SRV01: captures("en-US") });
    expect(found.marks).toEqual({ SRV01: ["SDP", "psSDP"] });
  });

  it("of a cluster has the files of each node", async () => {
    const nodes = ["CLU-N1", "CLU-N2"].map((host) => psSdp({ host, language: "en-US" }));
    const found = await captured("archive", variants.together("tss_240202-191840_CLU-N1_psSDP_Cluster", ...nodes));
    expect(found.captures).toEqual({ "CLU-N1": captures("en-US"), "CLU-N2": captures("en-US") });
  });

  it("whose file was copied from another host's pack says so", async () => {
    const strange = { path: "SRV01_TCPIP_info.TXT", text: outputs.other(), encoding: "utf-16le" } as const;
    const [foreign] = psSdp({ host: "SRV02", language: "en-US" }).files.flatMap((file) =>
      "text" in file && file.path.endsWith("TCPIP_info.TXT") ? [file.text] : [],
    );
    const bundle = variants.together("x", { name: "x", files: [{ ...strange, text: foreign ?? "" }] });
    const found = await captured("folder", bundle);
    expect(Object.keys(found.captures)).toEqual(["SRV02"]);
    expect(found.codes).toContain("host-conflict");
  });
});

describe("a pack of psSDP that is damaged", () => {
  const bundle = psSdp(srv01);
  const without = (...gone: readonly string[]) => captures("en-US").filter((line) => !gone.includes(line));

  it.each([
    ["TCPIP_OFFLOAD.TXT", "198.51.100.40:498", "TCPIP_OFFLOAD.TXT: 4 netstat (netstat -nato -p tcp)", "truncated-row"],
    ["TCPIP_OFFLOAD.TXT", "4\tOfflo", "TCPIP_OFFLOAD.TXT: 3 netstat (netstat -nato -p tcp)", "truncated-row"],
    [
      "TCPIP_OFFLOAD.TXT",
      "Receive Window Auto",
      "TCPIP_OFFLOAD.TXT: 4 tcpGlobal (netsh int tcp show global)",
      "value-missing",
    ],
  ])("%s, cut behind %j, has what came before: %s", async (file, behind, capture, code) => {
    const found = await captured("archive", variants.truncated(bundle, `SRV01_${file}`, behind));
    expect(found.captures["SRV01"]?.filter((line) => line.startsWith(file)).at(-1)).toBe(capture);
    expect(found.codes).toContain(code);
  });

  it.each([
    ["access is denied", errors.accessDenied()],
    ["elevation is required", errors.elevation("en-US")],
    ["elevation is required, in German", errors.elevation("de-DE")],
    ["the command was not found", errors.notFound("en-US", "int tcp show global")],
    ["nothing was printed", ""],
  ])("has no capture where %s", async (_, error) => {
    const netstat = variants.replaced(bundle, "SRV01_TCPIP_info.TXT", outputs.netstatNato("en-US"), error);
    const found = await captured(
      "archive",
      variants.replaced(netstat, "SRV01_TCPIP_OFFLOAD.TXT", outputs.tcpGlobal("en-US"), error),
    );
    expect(found.captures["SRV01"]).toEqual(
      without(
        "TCPIP_info.TXT: 11 netstat (netstat -nato)",
        "TCPIP_OFFLOAD.TXT: 8 tcpGlobal (netsh int tcp show global)",
      ),
    );
  });
});
