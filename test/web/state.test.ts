import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { beginning, type State } from "../../src/web/page-state.ts";
import { noValues } from "../../src/web/rows.ts";
import { type Change, changed } from "../../src/web/state.ts";

const SETTINGS = `TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : automatic
`;

const bytes = new Blob(["text"]);
const stateAfter = (...changes: readonly Change[]): State => changes.reduce(changed, beginning);
const added = (...names: readonly string[]): Change => ({
  is: "added",
  inputs: names.map((name) => ({ name, content: { is: "file", bytes } })),
  notices: [],
});

const names = ({ tabs }: State) => tabs.map(({ name }) => name);
const typed = (text: string, how: "edited" | "overwritten" = "edited"): Change => ({
  is: "typed",
  tab: 1,
  text,
  how,
  inserted: text,
});

const report = await analyze(SETTINGS);
const connections = { total: 0, values: noValues };
const whole = { name: "a.txt", lines: 4, extent: "whole" } as const;

describe("what was handed in", () => {
  it("has a name of its own each", () => {
    const state = stateAfter(added("a.txt", "a.txt"), added("paste", "a.txt"));
    expect(names(state)).toEqual(["a.txt", "(2)/a.txt", "paste", "(3)/a.txt"]);
  });

  it.each<[string, Change]>([
    ["a failure", { is: "heard", answer: { kind: "failed", message: "out of memory" } }],
    ["a bad drop", { is: "added", inputs: [], notices: ["captures is a folder"] }],
    ["a report", { is: "heard", answer: { kind: "report", report, shown: [], connections, hasMoments: false } }],
  ])("stays there after %s", (_, change) => {
    expect(names(stateAfter(added("a.txt"), change))).toEqual(["a.txt"]);
  });

  it("goes when somebody removes it, and there is always a place for text", () => {
    const state = stateAfter(added("a.txt", "b.txt"), { is: "removed", tab: 2 });
    expect(names(state)).toHaveLength(1);
    expect(names(stateAfter(typed("x"), { is: "removed", tab: 1 }))).toEqual(["paste"]);
  });

  it("can have another name, but none that is taken", () => {
    const both = stateAfter(typed("x"), added("a.txt"));
    expect(names(changed(both, { is: "renamed", tab: 1, name: " SRV01.txt " }))).toEqual(["SRV01.txt", "a.txt"]);
    expect(names(changed(both, { is: "renamed", tab: 1, name: "a.txt" }))).toEqual(["(2)/a.txt", "a.txt"]);
    expect(names(changed(both, { is: "renamed", tab: 1, name: " " }))).toEqual(["paste", "a.txt"]);
  });

  it.each<[string, Change, boolean]>([
    ["more is typed", typed(`${SETTINGS}more`), true],
    ["a line is taken away", typed(SETTINGS.slice(0, -30)), true],
    ["another text comes in its place", typed(SETTINGS.replace("disabled", "enabled"), "overwritten"), false],
    ["it is cleared", typed(""), false],
    ["a file comes in its place", { is: "replaced", tab: 1, by: { name: "a", content: { is: "file", bytes } } }, false],
  ])("keeps what was read of it, or not, when %s", (_, change, isKept) => {
    const read: Change = { is: "heard", answer: { kind: "report", report, shown: [], connections, hasMoments: false } };
    expect(stateAfter(typed(SETTINGS), read, change).report !== null).toBe(isKept);
  });
});

describe("what was read last", () => {
  const read: Change = {
    is: "heard",
    answer: { kind: "report", report, shown: [whole], connections, hasMoments: false },
  };

  it("stays in view while something else is read, or can't be", () => {
    const again = stateAfter(read, { is: "begun", bytes: 10 });
    expect(again).toMatchObject({ report, work: { is: "reading", bytes: 0, of: 10 } });
    const failed = changed(again, { is: "heard", answer: { kind: "failed", message: "out of memory" } });
    expect(failed).toMatchObject({ report, work: { is: "failed", reason: "out of memory" } });
  });

  it("is shown when nothing was typed, and is not in the way of what was", () => {
    expect(stateAfter(added("a.txt"), read).source).toBe("a.txt");
    const both = {
      kind: "report",
      report,
      shown: [{ ...whole, name: "paste" }, whole],
      connections,
      hasMoments: false,
    } as const;
    expect(stateAfter(typed("x"), added("a.txt"), { is: "heard", answer: both }).source).toBe("paste");
  });
});

describe("a line that is asked for", () => {
  it("is shown with the others of the same finding", () => {
    const because = report.hosts[0]?.verdict?.because.map(({ line }) => line) ?? [];
    const line = because.at(-1) ?? 0;
    expect(line).toBeGreaterThan(0);
    const shown = [{ ...whole, name: "paste" }];
    const heard: Change = { is: "heard", answer: { kind: "report", report, shown, connections, hasMoments: false } };
    const { source, marked } = stateAfter(heard, { is: "marked", place: { source: "paste", line } });
    expect({ source, first: marked?.first }).toEqual({ source: "paste", first: line });
    expect(new Set(marked?.lines)).toEqual(new Set(because));
  });

  it("is shown by itself when nothing rests on it, in the tab that it is in", () => {
    const heard: Change = {
      is: "heard",
      answer: { kind: "report", report, shown: [whole], connections, hasMoments: false },
    };
    const state = stateAfter(typed("x"), added("a.txt"), heard, { is: "marked", place: { source: "a.txt", line: 2 } });
    expect(state).toMatchObject({ tab: 2, marked: { source: "a.txt", first: 2, lines: [2] } });
  });

  it.each([
    ["of a source without text", { source: "secret.zip", line: 1 }],
    ["beyond the end", { source: "a.txt", line: 50 }],
  ])("changes nothing where it is not there: %s", (_, place) => {
    const heard: Change = {
      is: "heard",
      answer: { kind: "report", report, shown: [whole], connections, hasMoments: false },
    };
    const before = stateAfter(added("a.txt", "secret.zip"), heard);
    expect(changed(before, { is: "marked", place })).toBe(before);
  });
});

describe("a text that was pasted where another one stood", () => {
  const later = SETTINGS.replace("disabled", "enabled");
  const texts = ({ tabs }: State) => tabs.map(({ content }) => (content.is === "text" ? content.text : ""));
  const pasted = (text: string, how: "edited" | "overwritten"): Change => ({
    ...{ is: "typed", tab: 1, text, how },
    inserted: later,
  });

  it.each([
    ["over it", pasted(later, "overwritten")],
    ["behind it", pasted(SETTINGS + later, "edited")],
  ])("can have a tab of its own, pasted %s", (_, change) => {
    const offered = stateAfter(typed(SETTINGS), change);
    expect(texts(offered)).toHaveLength(1);
    const apart = changed(offered, { is: "settled", as: "another host" });
    expect(texts(apart)).toEqual([SETTINGS, later]);
    expect([apart.tab, apart.comparing, apart.offer]).toEqual([2, null, null]);
  });

  it("can be compared with it", () => {
    const offered = stateAfter(typed(SETTINGS), pasted(later, "overwritten"), { is: "settled", as: "compared" });
    expect(texts(offered)).toEqual([SETTINGS, later]);
    expect(offered.comparing).toEqual({ before: 1, after: 2, pairing: "asNamed" });
    expect(changed(offered, { is: "removed", tab: 2 }).comparing).toBeNull();
  });

  it("stays where it was pasted when nobody wants that", () => {
    const left = stateAfter(typed(SETTINGS), pasted(later, "overwritten"), { is: "settled", as: null });
    expect([texts(left), left.offer]).toEqual([[later], null]);
  });

  it("is no other text where it is a word", () => {
    const word: Change = { is: "typed", tab: 1, text: `${SETTINGS}word`, how: "edited", inserted: "word" };
    expect(stateAfter(typed(SETTINGS), word).offer).toBeNull();
  });
});
