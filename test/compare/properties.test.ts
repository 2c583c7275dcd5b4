import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, capturedSide, compareSides, type HostComparison } from "../../src/index.ts";
import { openSources } from "../../src/sources/index.ts";
import { compared, reading } from "../support/comparisons.ts";
import { session, table } from "../support/generators.ts";
import { type PrintedLine, textOf } from "../support/printed.ts";
import { listSamples, root } from "../support/samples.ts";
import { examples } from "../support/soak.ts";

const { captures } = await listSamples();

async function* nothing(): AsyncGenerator<Uint8Array> {}

function sideOf(path: string) {
  return capturedSide(
    path,
    reading(() => openSources([path], { cwd: root, stdin: nothing() })),
  );
}

describe("what is compared with itself is unchanged", () => {
  it.each(captures)("%s", async (sample) => {
    const side = await sideOf(sample);
    expectNoChange(compareSides(side, await sideOf(sample)), side.report.hosts.length);
  });

  it("all samples at once", async () => {
    const side = await sideOf("samples");
    expectNoChange(compareSides(side, side), side.report.hosts.length);
  });

  it("and whatever else somebody saved", async () => {
    await fc.assert(
      fc.asyncProperty(session, async (lines) => {
        const text = printed(lines);
        const comparison = await compared(text, text);
        expectNoChange(comparison, comparison.before.hosts);
      }),
      { numRuns: examples(100) },
    );
  });
});

describe("the other way round", () => {
  it("what came is gone, and what is gone came", async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const [there] = (await compared(printed(one), printed(other))).hosts;
        const [back] = (await compared(printed(other), printed(one))).hosts;
        expect(back && figuresOf(back)).toEqual(there && mirrored(figuresOf(there)));
      }),
      { numRuns: examples(200) },
    );
  });

  it("the counts of connections add up", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.nat()), async (lines, dropped) => {
        const fewer = lines.filter((_, at) => !dropped.includes(at));
        const [host] = (await compared(printed(lines), printed(fewer))).hosts;
        const all = host?.connections;
        if (!all) return;
        expect(all.before).toBe(all.both + all.gone.count);
        expect(all.after).toBe(all.both + all.new.count);
        const moved = [all.newlyOffloaded, all.uploadedBack, all.stuck, all.setOut, all.cameBack];
        expect(moved.reduce((sum, { count }) => sum + count, all.unchanged)).toBe(all.both);
      }),
      { numRuns: examples(200) },
    );
  });
});

function expectNoChange({ hosts, onlyBefore, onlyAfter }: Comparison, number: number): void {
  expect({ hosts: hosts.length, onlyBefore, onlyAfter }).toEqual({ hosts: number, onlyBefore: [], onlyAfter: [] });
  expect(hosts.filter(({ unchanged }) => !unchanged)).toEqual([]);
}

/** What has a counterpart the other way round, one beside the other. */
function figuresOf({ connections, ratio, settings, findings, captures: kinds }: HostComparison) {
  const countOf = (change: string) => findings.filter((one) => one.change === change).length;
  const moves =
    connections === null
      ? []
      : ([
          ["gone", "new"],
          ["newlyOffloaded", "uploadedBack"],
          ["setOut", "cameBack"],
        ] as const);
  return {
    pairs: [
      ...moves.map(([one, other]) => [connections?.[one].count, connections?.[other].count]),
      [ratio.before?.offloaded, ratio.after?.offloaded],
      ratio.interval === null ? [0, 0] : [ratio.interval[0], 0 - ratio.interval[1]],
      [countOf("new"), countOf("fixed")],
      [countOf("visibilityLost"), countOf("visibilityGained")],
      ...settings.map(({ before, after }) => [before?.value, after?.value]),
      ...kinds.map(({ before, after }) => [before, after]),
    ],
    same: [connections?.both, connections?.unchanged, connections?.stuck.count, ratio.outcome, countOf("changed")],
  };
}

function mirrored({ pairs, same }: ReturnType<typeof figuresOf>) {
  return { pairs: pairs.map(([one, other]) => [other, one]), same };
}

function printed(lines: readonly PrintedLine[]): string {
  return textOf(lines);
}
