import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import type { TestBundle, TextFile } from "../../support/bundles/bundle.ts";
import { errors, hostOutputs, lines, outputs } from "../../support/bundles/texts.ts";

const utf8 = (path: string, text: string): TextFile => ({ path, text, encoding: "utf-8" });
const of = (...files: readonly TextFile[]): TestBundle => ({ name: "collected", files });

const linuxTable = `Active Internet connections (w/o servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 192.0.2.7:22            198.51.100.9:51234      ESTABLISHED
tcp6       0      0 2001:db8::7:443         2001:db8::9:51235       TIME_WAIT
`;

const json = `{"section":"network-tcp-active","output":[{"LocalAddress":"192.0.2.7","State":5}]}
{"section":"tcpip-parameters","output":{"EnableTCPChimney":"1","Chimney":"x"}}
`;

describe("a bundle of other collectors", () => {
  it.each([
    ["a script", utf8("little/netstat.txt", outputs.netstatAno("en-US")), 11],
    ["vm-support", utf8("Misc/netstat.txt", outputs.netstatAno("en-US")), 11],
    ["Elastic's diagnostics", utf8("syscalls/netstat.txt", outputs.netstatAno("de-DE")), 11],
  ])(
    "such as %s has a table that says nothing about offloading, which is not the same as none",
    async (_, file, rows) => {
      const { hosts, report } = await attributed("*.zip!", of(file));
      const [name] = /[^/]*$/.exec(file.path) ?? [];
      expect(hosts).toEqual({ "-": [`${name} | netstat | ${rows} | - | - | - | -`] });
      expect(report.hosts[0]?.summary).toMatchObject({
        eligible: { ratio: null, statement: expect.stringContaining("no Offload State column") },
        raw: { ratio: null },
      });
      expect(report.diagnostics.map(({ code }) => code)).toContain("no-offload-column");
    },
  );

  it.each([
    ["a report of Linux", utf8("sos_commands/networking/netstat_-t.txt", linuxTable)],
    ["a JSON of mdiag", utf8("mdiag-SRV01.txt", json)],
    [
      "a report of HealthChecker",
      utf8(
        "HealthChecker-EX01-20240115102233.txt",
        lines("RSS Enabled: False --- Warning: Enabling RSS is recommended."),
      ),
    ],
    [
      "an address list of LogScout",
      utf8("output/SRV01_20240115T1022331234_IPConfig.out", lines("-- IPConfig --", "nothing")),
    ],
    ["a twin of a Macintosh", utf8("__MACOSX/._netstat.txt", lines("Mac OS X"))],
  ])("such as %s holds no capture", async (_, file) => {
    const { hosts, report } = await attributed("*.zip!", of(file));
    expect(hosts).toEqual({});
    expect(report.sources.map(({ status, reason }) => [status, reason])).toEqual([
      ["skipped", "no capture recognised"],
    ]);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["nothing-recognised"]);
  });

  it.each([
    "network_connections.txt",
    "Collection-SRV01-2024-01-15_10_22_33_-0700_PDT.zip!results/netstat.json",
    "Log_folder_2024-01-15_10-22-33.zip!NetworkInterfaces.txt",
    "local-diagnostics-20240115-102233.tar.gz!netstat.txt",
    "netstat-t.txt",
    "tcpglobal.txt",
  ])("is known for nothing by a name such as %s", (name) => {
    expect(attribute(name, "")).toBeUndefined();
  });
});

describe("what somebody wrote a batch file for", () => {
  const quoted = (command: string, output: string): string => lines(`"${command}"`) + output;
  const ruled = (command: string, output: string): string =>
    lines(`====================================== ${command} =============================`) +
    output +
    lines("_".repeat(80));

  it.each([
    [
      "commands in quotation marks",
      quoted("netsh int tcp show global", outputs.tcpGlobal("en-US")) +
        quoted("netsh int tcp show chimneystats", outputs.chimneyStats("en-US")),
      ["tcpGlobal | 8 | netsh int tcp show global", "chimneyStats | 0 | netsh int tcp show chimneystats"],
    ],
    [
      "a prompt before each",
      `\r\nC:\\temp>netstat -t -n \r\n${outputs.netstatNt("en-US")}`,
      ["netstat | 7 | netstat -t -n"],
    ],
    [
      "netsh's own prompt",
      lines("netsh>interface tcp", "netsh interface tcp>show global") + outputs.tcpGlobal("en-US"),
      ["tcpGlobal | 8 | netsh interface tcp show global"],
    ],
    ["rules around, in German", ruled("netstat -tn", outputs.netstatNt("de-DE")), ["netstat | 7 | netstat -tn"]],
    ["nothing at all", outputs.tcpGlobal("ja-JP"), ["tcpGlobal | 8 | -"]],
    ["an error", quoted("netsh int tcp show global", errors.elevation("en-US")), []],
  ])("is read by its content, with %s", async (_, text, captures) => {
    const { hosts } = await attributed("*.zip!", of(utf8("chimney.txt", text)));
    expect(hosts["-"] ?? []).toEqual(captures.map((capture) => `chimney.txt | ${capture} | - | - | -`));
  });

  it("names its host where one of its commands does", async () => {
    const text =
      lines("C:\\>hostname") + hostOutputs.hostname("SRV01") + lines("C:\\>netstat -nt") + outputs.netstatNt("en-US");
    const { hosts } = await attributed("*.zip!", of(utf8("netstat-t.txt", text)));
    expect(hosts).toEqual({ SRV01: ["netstat-t.txt | netstat | 7 | netstat -nt | - | - | -"] });
  });
});
