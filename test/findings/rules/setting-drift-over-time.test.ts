import { describe, expect, it } from "vitest";
import { analyze, type Source } from "../../../src/index.ts";

const global = (chimney: string, rss = "enabled") =>
  `TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : ${chimney}

`;
const at = (stamp: string, ...values: Parameters<typeof global>) =>
  `${stamp} : netsh int tcp show global\n${global(...values)}`;
const untimed = (...values: Parameters<typeof global>) => `C:\\>netsh int tcp show global\n${global(...values)}`;
const properties = (stamp: string, chimney: string) =>
  `${stamp} : Get-NetOffloadGlobalSetting

ReceiveSideScaling           : Enabled
ReceiveSegmentCoalescing     : Enabled
Chimney                      : ${chimney}
TaskOffload                  : Enabled
NetworkDirect                : Enabled
NetworkDirectAcrossIPSubnets : Blocked
PacketCoalescingFilter       : Disabled

`;

const [NINE, TEN, ELEVEN] = ["20240115 09:00:00.250", "20240115 10:00:00.250", "20240115 11:00:00.250"] as const;

async function* sourcesOf(files: Readonly<Record<string, string>>): AsyncGenerator<Source> {
  for (const [name, text] of Object.entries(files)) {
    yield {
      name,
      bytes: (async function* () {
        yield new TextEncoder().encode(text);
      })(),
    };
  }
}

async function saidOf(text: string) {
  const { hosts, diagnostics } = await analyze(text);
  const [host] = hosts;
  const found = host?.findings.filter(({ rule }) => rule === "setting-drift-over-time") ?? [];
  return { found, verdict: host?.verdict?.code, codes: diagnostics.map(({ code }) => code) };
}

describe("a setting that changed", () => {
  it.each<readonly [what: string, text: string, kinds: readonly string[], contradiction: boolean]>([
    ["between two times", at(NINE, "enabled") + at(TEN, "disabled"), ["fail"], false],
    ["between two times, the later one first", at(TEN, "disabled") + at(NINE, "enabled"), ["fail"], false],
    ["between two commands", at(NINE, "enabled") + properties(TEN, "Disabled"), ["fail"], false],
    ["twice over", at(NINE, "enabled", "enabled") + at(TEN, "disabled", "disabled"), ["fail", "fail"], false],
    ["not at all", at(NINE, "enabled") + at(TEN, "enabled"), ["pass"], false],
    ["at one time", at(NINE, "enabled") + at(NINE, "disabled"), ["notEvaluated"], true],
    ["at no known time", untimed("enabled") + untimed("disabled"), ["notEvaluated"], true],
    ["at one known time", untimed("enabled") + at(NINE, "disabled"), ["notEvaluated"], true],
    ["in the only capture", at(NINE, "enabled"), ["notEvaluated"], false],
  ])("%s", async (_, text, kinds, contradiction) => {
    const { found, verdict, codes } = await saidOf(text);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(verdict === "contradiction").toBe(contradiction);
    expect(codes.includes("setting-disagreement")).toBe(contradiction);
  });

  it("is told with both values, both times, both lines and the way back", async () => {
    const { found } = await saidOf(at(TEN, "disabled") + at(NINE, "enabled"));
    expect(found).toMatchObject([
      {
        severity: "info",
        message:
          'Chimney Offload State changed from "enabled" (2024-01-15T09:00:00.250) to "disabled" (2024-01-15T10:00:00.250).',
        evidence: [{ line: 11 }, { line: 5 }],
        remedy: expect.stringContaining("`netsh int tcp set global chimney=enabled`"),
      },
    ]);
  });

  it("there and back is one finding", async () => {
    const { found } = await saidOf(at(NINE, "enabled") + at(TEN, "disabled") + at(ELEVEN, "enabled"));
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/ to "disabled" .*, then from "dis/)]);
  });

  it("many times is counted", async () => {
    const hours = Array.from({ length: 10 }, (_, hour) =>
      at(`20240115 0${hour}:00:00.250`, hour % 2 === 0 ? "enabled" : "disabled"),
    );
    const { found } = await saidOf(hours.join(""));
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/, and 6 times more\.$/)]);
  });

  it("by itself, as the heuristics do it, is told with that doubt", async () => {
    const tuning = (level: string) => `Receive Window Auto-Tuning Level    : ${level}\n`;
    const text = [at(NINE, "enabled").trimEnd(), tuning("normal"), at(TEN, "enabled").trimEnd(), tuning("restricted")];
    const { found } = await saidOf(text.join("\n"));
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("heuristics may have done that")]);
  });

  it("between the start and the stop of a collector's run is told by the phases, and the last one counts", async () => {
    const files = {
      "SRV01_240115-102233_IPconfig_Info_Stop_.txt": `netsh interface tcp show global\n${global("disabled")}`,
      "SRV01_240115-102233_IPconfig_Info_Start_.txt": `netsh interface tcp show global\n${global("enabled")}`,
    };
    const { hosts, diagnostics } = await analyze(sourcesOf(files));
    const messages = hosts.flatMap(({ findings }) =>
      findings
        .filter(({ rule }) => rule === "setting-drift-over-time")
        .map(({ kind, message }) => `${kind}: ${message}`),
    );
    expect(hosts.map(({ host, summary }) => [host, summary.settings.chimneyOffload])).toEqual([["SRV01", "disabled"]]);
    expect(messages).toEqual([
      expect.stringMatching(/^fail: Chimney .* from "enabled" .* to "disabled" \(phase stop\)/),
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain("setting-disagreement");
  });
});
