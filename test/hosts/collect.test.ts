import { describe, expect, it } from "vitest";
import type { AnyCapture } from "../../src/captures/capture.ts";
import { collect, disagreements, emptyEvidence, type HostEvidence, mergeEvidence } from "../../src/hosts/collect.ts";

const nothing = { text: "", runs: [] };

/** A capture of `show global` with settings as `key=value`, one a line from its second line on. */
function global(settings: string, about: Partial<AnyCapture> = {}): AnyCapture {
  const records = settings.split(" ").map((cell, at) => {
    const [setting = "", value = ""] = cell.split("=");
    return { line: (about.line ?? 1) + 1 + at, setting: setting === "?" ? null : setting, label: setting, value };
  });
  const capture = {
    kind: "tcpGlobal",
    source: "a.txt",
    named: null,
    collectorNames: null,
    command: null,
    time: null,
    phase: null,
    collector: null,
    line: 1,
    endLine: (about.line ?? 1) + records.length,
    locale: "en-US",
    traits: { byPosition: false, heuristicsOverride: false },
    ...about,
    records,
  };
  return capture as unknown as AnyCapture;
}

function collected(...captures: readonly AnyCapture[]): HostEvidence {
  const evidence = emptyEvidence(null);
  for (const capture of captures) collect(evidence, capture, nothing, undefined);
  return evidence;
}

/** `source:line message` for each disagreement. */
const said = (evidence: HostEvidence) =>
  disagreements(evidence).map(({ source, found }) => `${source}:${found.line} ${found.message}`);

describe("two values of one setting", () => {
  const disabled = { source: "b.txt" };
  it.each<[string, AnyCapture, AnyCapture, boolean]>([
    ["in two sources", global("chimney=enabled"), global("chimney=disabled", disabled), true],
    ["in one source", global("chimney=enabled"), global("chimney=disabled", { line: 9 }), true],
    ["that are the same", global("chimney=enabled"), global("chimney=enabled", disabled), false],
    ["of two settings", global("chimney=enabled"), global("rss=disabled", disabled), false],
    ["of unknown labels", global("?=enabled"), global("?=disabled", disabled), false],
    [
      "of two times",
      global("chimney=enabled", { time: "2024-01-15T09:00:00" }),
      global("chimney=disabled", { ...disabled, time: "2024-01-15T10:00:00" }),
      false,
    ],
    [
      "of one time",
      global("chimney=enabled", { time: "2024-01-15T09:00:00" }),
      global("chimney=disabled", { ...disabled, time: "2024-01-15T09:00:00" }),
      true,
    ],
    [
      "of which one has no time",
      global("chimney=enabled", { time: "2024-01-15T09:00:00" }),
      global("chimney=disabled", disabled),
      true,
    ],
    [
      "of two phases",
      global("chimney=enabled", { phase: "start" }),
      global("chimney=disabled", { ...disabled, phase: "stop" }),
      false,
    ],
    [
      "of two times in one source",
      global("chimney=enabled", { time: "2024-01-15T09:00:00" }),
      global("chimney=disabled", { line: 9, time: "2024-01-15T10:00:00" }),
      false,
    ],
  ])("%s", (_, one, other, disagree) => {
    expect(disagreements(collected(one, other))).toHaveLength(disagree ? 1 : 0);
  });

  it("are said once for each setting, at the second line, naming both", () => {
    const evidence = collected(
      global("chimney=enabled rss=enabled", { line: 4 }),
      global("rss=disabled chimney=disabled", { source: "b.txt" }),
      global("chimney=automatic", { source: "c.txt" }),
    );
    expect(said(evidence)).toEqual([
      'b.txt:2 rss: "disabled" here, but "enabled" in a.txt:6. Both are kept.',
      'b.txt:3 chimney: "disabled" here, but "enabled" in a.txt:5. Both are kept.',
    ]);
  });

  it("go by the times of the captures that hold their lines", () => {
    const at = (hour: string) => ({ time: `2024-01-15T${hour}:00:00` });
    const ofIp = (capture: AnyCapture) => ({ ...capture, kind: "ipGlobal" }) as AnyCapture;
    // Two captures on one line of the source: the kind tells which of them a setting is of.
    const oneLine = collected(
      { ...global("rss=enabled", { line: 1, ...at("08") }), endLine: 2 },
      { ...ofIp(global("chimney=enabled", { line: 1, ...at("09") })), endLine: 2 },
      ofIp(global("chimney=disabled", { source: "b.txt", ...at("09") })),
    );
    expect(said(oneLine)).toHaveLength(1);
    // Several in one source: the lines tell.
    const inOne = collected(
      global("rss=enabled", { line: 1, ...at("08") }),
      global("chimney=enabled", { line: 10, ...at("09") }),
      global("rss=enabled", { source: "b.txt", line: 1, ...at("08") }),
      global("chimney=disabled", { source: "b.txt", line: 10, ...at("09") }),
    );
    expect(said(inOne)).toHaveLength(1);
  });
});

describe("what is folded into the evidence of a host", () => {
  it("is a report of each capture, and its settings with their lines", () => {
    const { captures, settings, chimneyStats } = collected(
      global("chimney=enabled ?=on", { command: "netsh int tcp show global", time: "t1", phase: "start", line: 7 }),
      global("rss=enabled", { command: "netsh int tcp show global", time: "t2", phase: "stop" }),
    );
    expect(captures).toMatchObject([
      { kind: "tcpGlobal", command: "netsh int tcp show global", time: "t1", phase: "start", line: 7, records: 2 },
      { kind: "tcpGlobal", command: "netsh int tcp show global", time: "t2", phase: "stop", line: 1, records: 1 },
    ]);
    expect(settings).toEqual([
      { kind: "tcpGlobal", setting: "chimney", label: "chimney", value: "enabled", source: "a.txt", line: 8 },
      { kind: "tcpGlobal", setting: null, label: "?", value: "on", source: "a.txt", line: 9 },
      { kind: "tcpGlobal", setting: "rss", label: "rss", value: "enabled", source: "a.txt", line: 2 },
    ]);
    expect(chimneyStats).toEqual([]);
    expect(captures[0]).not.toHaveProperty("state");
  });

  it.each([["tcpHeuristics"], ["netOffloadGlobalSetting"], ["ipGlobal"], ["sqlCheck"]])("is of %s too", (kind) => {
    expect(collected({ ...global("rss=enabled"), kind } as AnyCapture).settings).toMatchObject([{ kind }]);
  });

  it("is no setting of another kind", () => {
    const { settings, captures } = collected({ ...global("rss=enabled"), kind: "rscStats" } as unknown as AnyCapture);
    expect([settings.length, captures.length]).toEqual([0, 1]);
  });

  it("is every cell of chimneystats, and why there are none", () => {
    const records = [{ line: 5, interface: "Ethernet", column: "TDI Conns", value: "3" }];
    const traits = { state: "counters", refusal: null };
    const capture = { ...global("rss=enabled"), kind: "chimneyStats", records, traits } as unknown as AnyCapture;
    const { chimneyStats, captures, settings } = collected(capture);
    expect(chimneyStats).toEqual([
      { interface: "Ethernet", column: "TDI Conns", value: "3", source: "a.txt", line: 5 },
    ]);
    expect(captures).toMatchObject([{ kind: "chimneyStats", state: "counters", records: 1 }]);
    expect(settings).toEqual([]);
  });

  it("is bounded", () => {
    const many = Array.from({ length: 30_000 }, (_, at) => `s${at}=on`).join(" ");
    expect(collected(global(many), global(many)).settings).toHaveLength(50_000);
  });

  it("is put together in order, the name of the first part that has one", () => {
    const [one, other] = [collected(global("rss=enabled")), collected(global("chimney=on", { source: "b.txt" }))];
    const merged = mergeEvidence({ ...one, host: null }, { ...other, host: "APP11" });
    expect(merged).toMatchObject({ host: "APP11", captures: [{ source: "a.txt" }, { source: "b.txt" }] });
    expect(merged.settings.map(({ setting }) => setting)).toEqual(["rss", "chimney"]);
    expect(mergeEvidence({ ...one, host: "APP10" }, { ...other, host: "APP11" }).host).toBe("APP10");
    const cells = { chimneyStats: [{ interface: null, column: "a", value: "1", source: "a.txt", line: 1 }] };
    expect(mergeEvidence({ ...one, ...cells }, { ...other, ...cells }).chimneyStats).toHaveLength(2);
  });
});
