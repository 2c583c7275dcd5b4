import { describe, expect, it } from "vitest";
import { type Origin, srv01, type TestBundle } from "../../support/bundles/bundle.ts";
import { captured } from "../../support/bundles/captured.ts";
import { osTcpIpInfo, tcpIpInfo } from "../../support/bundles/tcp-ip-info.ts";
import { errors, globalRows, outputs } from "../../support/bundles/texts.ts";
import { oddHosts, variants } from "../../support/bundles/variants.ts";

const mark = "SDP TcpIp-Info 2024-02-02T19:18:40Z";
const german: Origin = { host: "SRV01", language: "de-DE" };

const captures = (file: string, { language }: Origin): readonly string[] =>
  [
    "1 ipConfig (ipconfig /all)",
    "11 netstat (netstat -ano)",
    "11 netstat (netstat -anob)",
    "2 tcpipParameters (reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters)",
    `${globalRows[language]} tcpGlobal (netsh int tcp show global)`,
    "4 ipOffload (netsh int ipv4 show offload)",
    "8 netstat (netstat -nato -p tcp)",
  ].map((capture) => `${file}: ${capture}`);

describe("TcpIp-Info of the packs for SQL Server", () => {
  it.each<[string, Origin, TestBundle, string]>([
    ["in English", srv01, tcpIpInfo(srv01), "TcpIp-Info.txt"],
    ["in German", german, tcpIpInfo(german), "TcpIp-Info.txt"],
    ["saved as UTF-8", srv01, variants.savedAs(tcpIpInfo(srv01), "utf-8"), "TcpIp-Info.txt"],
    ["of Configuration Manager", srv01, osTcpIpInfo(srv01), "OS_TCPIP-Info.txt"],
    ...oddHosts.map((host): [string, Origin, TestBundle, string] => {
      const origin: Origin = { host, language: "en-US" };
      return [`of ${host}`, origin, osTcpIpInfo(origin), "OS_TCPIP-Info.txt"];
    }),
  ])("%s has its captures, host and time", async (_, origin, bundle, file) => {
    const found = await captured("archive", bundle);
    expect(found.captures).toEqual({ [origin.host]: captures(file, origin) });
    expect(found.marks).toEqual({ [origin.host]: [mark] });
    expect(found.codes).toEqual(["no-offload-column"]);
  });

  it("is of its host without the pack around it", async () => {
    const found = await captured("folder", { ...tcpIpInfo(srv01), name: "mail" });
    expect(found.captures).toEqual({ SRV01: captures("TcpIp-Info.txt", srv01) });
    expect(found.marks).toEqual({ SRV01: ["SDP TcpIp-Info"] });
  });

  it("has no capture where an error was printed, and the others all the same", async () => {
    const [capture, error] = [outputs.netstatNatoTcp("en-US"), errors.elevation("en-US")];
    const found = await captured(
      "archive",
      variants.replaced(tcpIpInfo(srv01), "SRV01_TcpIp-Info.txt", capture, error),
    );
    expect(found.captures["SRV01"]).toEqual(captures("TcpIp-Info.txt", srv01).slice(0, -1));
  });

  it("cut within its last table has its rows, the cut one too", async () => {
    const found = await captured("archive", variants.truncated(tcpIpInfo(srv01), "SRV01_TcpIp-Info.txt", "4\tOff"));
    expect(found.captures["SRV01"]?.at(-1)).toBe("TcpIp-Info.txt: 3 netstat (netstat -nato -p tcp)");
    expect(found.codes).toContain("truncated-row");
  });
});
