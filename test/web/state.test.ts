import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { beginning, type Change, changed, type State } from "../../src/web/state.ts";

const SETTINGS = `TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : automatic
`;

const bytes = new Blob(["text"]);
const stateAfter = (...changes: readonly Change[]): State => changes.reduce(changed, beginning);
const added = (...names: readonly string[]): Change => ({
  is: "added",
  inputs: names.map((name) => ({ name, bytes })),
  notices: [],
});

const report = await analyze(SETTINGS);
const whole = { name: "a.txt", lines: 4, extent: "whole" } as const;

describe("what was handed in", () => {
  it("has a name of its own each", () => {
    const { inputs } = stateAfter(added("a.txt", "a.txt"), added("paste", "a.txt"));
    expect(inputs.map(({ name }) => name)).toEqual(["a.txt", "(2)/a.txt", "(2)/paste", "(3)/a.txt"]);
  });

  it.each<[string, Change]>([
    ["a failure", { is: "heard", answer: { kind: "failed", message: "out of memory" } }],
    ["a bad drop", { is: "added", inputs: [], notices: ["captures is a folder"] }],
    ["a report", { is: "heard", answer: { kind: "report", report, shown: [] } }],
  ])("stays there after %s", (_, change) => {
    expect(stateAfter(added("a.txt"), change).inputs.map(({ name }) => name)).toEqual(["a.txt"]);
  });

  it("goes when somebody removes it", () => {
    expect(
      stateAfter(added("a.txt", "b.txt"), { is: "removed", name: "a.txt" }).inputs.map(({ name }) => name),
    ).toEqual(["b.txt"]);
  });
});

describe("what was read last", () => {
  const read: Change = { is: "heard", answer: { kind: "report", report, shown: [whole] } };

  it("stays in view while something else is read, or can't be", () => {
    const again = stateAfter(read, { is: "begun", bytes: 10 });
    expect(again).toMatchObject({ report, work: { is: "reading", bytes: 0, of: 10 } });
    const failed = changed(again, { is: "heard", answer: { kind: "failed", message: "out of memory" } });
    expect(failed).toMatchObject({ report, work: { is: "failed", reason: "out of memory" } });
  });

  it("is shown when nothing was typed, and is not in the way of what was", () => {
    expect(stateAfter(read).source).toBe("a.txt");
    const both = { kind: "report", report, shown: [{ ...whole, name: "paste" }, whole] } as const;
    expect(stateAfter({ is: "heard", answer: both }).source).toBe("paste");
  });
});

describe("a line that is asked for", () => {
  it("is shown with the others of the same finding", () => {
    const because = report.hosts[0]?.verdict?.because.map(({ line }) => line) ?? [];
    const line = because.at(-1) ?? 0;
    expect(line).toBeGreaterThan(0);
    const heard: Change = { is: "heard", answer: { kind: "report", report, shown: [] } };
    const { source, marked } = stateAfter(heard, { is: "marked", place: { source: "paste", line } });
    expect({ source, first: marked?.first }).toEqual({ source: "paste", first: line });
    expect(new Set(marked?.lines)).toEqual(new Set(because));
  });

  it("is shown by itself when nothing rests on it", () => {
    const { marked } = stateAfter({ is: "marked", place: { source: "b.txt", line: 7 } });
    expect(marked).toEqual({ source: "b.txt", first: 7, lines: [7] });
  });
});
