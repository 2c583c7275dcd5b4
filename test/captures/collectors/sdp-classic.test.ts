import { describe, expect, it } from "vitest";
import { type Origin, srv01 } from "../../support/bundles/bundle.ts";
import { captured } from "../../support/bundles/captured.ts";
import { sdpClassic } from "../../support/bundles/sdp-classic.ts";
import { errors, globalRows, type Language, outputs } from "../../support/bundles/texts.ts";
import { oddHosts, variants } from "../../support/bundles/variants.ts";

/** Nothing is read from the registry values at the end of the second file: how they are printed is not known. */
const captures = (language: Language): readonly string[] => [
  "TCPIP_info.TXT: 1 ipConfig (ipconfig /all)",
  "TCPIP_info.TXT: 11 netstat (netstat -nato)",
  "TCPIP_info.TXT: 11 netstat (netstat -anob)",
  `TCPIP_OFFLOAD.TXT: ${globalRows[language]} tcpGlobal (netsh int tcp show global)`,
  "TCPIP_OFFLOAD.TXT: 4 ipOffload (netsh int ipv4 show offload)",
  "TCPIP_OFFLOAD.TXT: 8 netstat (netstat -nato -p tcp)",
  `TCPIP_netsh_info.TXT: ${globalRows[language]} tcpGlobal (netsh int tcp show global)`,
  "TCPIP_netsh_info.TXT: 1 tcpHeuristics (netsh int tcp show heu)",
  "TCPIP_netsh_info.TXT: 0 chimneyApplications (netsh int tcp show chimneyapplications)",
  "TCPIP_netsh_info.TXT: 0 chimneyPorts (netsh int tcp show chimneyports)",
];

describe("a pack of the classic SDP", () => {
  it.each<[string, Origin]>([
    ["in English", srv01],
    ["in German", { host: "SRV01", language: "de-DE" }],
    ["in Japanese", { host: "SRV01", language: "ja-JP" }],
    ...oddHosts.map((host): [string, Origin] => [`of ${host}`, { host, language: "en-US" }]),
  ])("%s has its captures and its host, and no time", async (_, origin) => {
    const found = await captured("archive", sdpClassic(origin));
    expect(found.captures).toEqual({ [origin.host]: captures(origin.language) });
    expect(found.marks).toEqual({ [origin.host]: ["SDP classic"] });
    expect(found.codes).toEqual(["no-offload-column"]);
  });

  it.each([
    ["unpacked by hand", sdpClassic(srv01)],
    ["saved as UTF-8", variants.savedAs(sdpClassic(srv01), "utf-8")],
  ])("is the same %s", async (_, bundle) => {
    const found = await captured("folder", bundle);
    expect(found.captures).toEqual({ SRV01: captures("en-US") });
    expect(found.marks).toEqual({ SRV01: ["SDP classic"] });
  });

  it("of Server 2003, which has no netsh for TCP, has its table all the same", async () => {
    const [capture, error] = [outputs.tcpGlobal("en-US"), errors.notFound("en-US", "int tcp show global")];
    const found = await captured(
      "archive",
      variants.replaced(sdpClassic(srv01), "SRV01_TCPIP_OFFLOAD.TXT", capture, error),
    );
    expect(found.captures["SRV01"]).toEqual(
      captures("en-US").filter((line) => !line.startsWith("TCPIP_OFFLOAD.TXT: 8 tcpGlobal")),
    );
  });

  it("cut within its table has the rows before", async () => {
    const found = await captured("archive", variants.truncated(sdpClassic(srv01), "SRV01_TCPIP_info.TXT", ":50817"));
    expect(found.captures["SRV01"]?.slice(0, 2)).toEqual([
      captures("en-US")[0],
      "TCPIP_info.TXT: 3 netstat (netstat -nato)",
    ]);
    expect(found.codes).toEqual(["truncated-row"]);
  });
});
