import { describe, expect, it } from "vitest";
import { verdictRow } from "../../../src/findings/verdict/index.ts";
import { verdictCodes } from "../../../src/findings/verdict/rows.ts";
import { dimensions, holds, type Situation, situations } from "../../../src/findings/verdict/situations.ts";
import { verdictRows } from "../../../src/findings/verdict/verdicts.ts";

const all = [...everySituation()];

function* everySituation(at = 0, chosen: Partial<Record<string, string>> = {}): Iterable<Situation> {
  const dimension = dimensions[at];
  if (dimension === undefined) {
    const situation = chosen as unknown as Situation; // every dimension has got one of its values
    if (isPossible(situation)) yield situation;
    return;
  }
  for (const value of situations[dimension]) yield* everySituation(at + 1, { ...chosen, [dimension]: value });
}

/** True where the counts and the rows can stand beside each other in one table. */
function isPossible({ counts, rows }: Pick<Situation, "counts" | "rows">): boolean {
  if (counts === "noTable" || counts === "noColumn") return rows === "none";
  return (counts !== "someOffloaded" && counts !== "allOffloaded") || rows !== "none";
}

/** The situations, of all that hold what is asked, whose verdict does not fulfil what is expected. */
function exceptions(asked: (situation: Situation) => boolean, expected: (code: string) => boolean): readonly string[] {
  return all
    .filter((situation) => asked(situation) && !expected(verdictRow(situation).verdict))
    .slice(0, 3)
    .map((situation) => `${verdictRow(situation).verdict}: ${JSON.stringify(situation)}`);
}

describe("the table of verdicts", () => {
  it("has exactly one row for every situation", () => {
    const wrong = all.filter((situation) => {
      const holding = verdictRows.filter(({ when }) => when.some((condition) => holds(condition, situation)));
      return holding.length !== 1;
    });
    expect(all.length).toBeGreaterThan(45_000);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it("has no row that never holds, and no condition beside another of its row", () => {
    const idle = verdictRows.flatMap(({ verdict, when }) =>
      when.filter((condition) => !all.some((situation) => holds(condition, situation))).map(() => verdict),
    );
    expect(idle).toEqual([]);
    const doubled = all.filter((situation) =>
      verdictRows.some(({ when }) => when.filter((condition) => holds(condition, situation)).length > 1),
    );
    expect(doubled.slice(0, 3)).toEqual([]);
  });

  it("uses every code, and none twice but for contradictions", () => {
    expect([...new Set(verdictRows.map(({ verdict }) => verdict))].toSorted()).toEqual([...verdictCodes].toSorted());
    const others = verdictRows.map(({ verdict }) => verdict).filter((code) => code !== "contradiction");
    expect(others).toHaveLength(new Set(others).size);
  });
});

describe("no verdict goes against the principles", () => {
  it("InHost never means that Chimney is disabled", () => {
    const saysNothing = ({ chimney, statistics }: Situation) =>
      (chimney === "unknown" || chimney === "lineMissing") && statistics !== "disabledByAdministrator";
    expect(exceptions(saysNothing, (code) => !code.startsWith("chimneyDisabled"))).toEqual([]);
  });

  it("automatic with nothing offloaded is normal unless something known stands in its way", () => {
    const isQuiet = (situation: Situation) =>
      situation.chimney === "automatic" &&
      ["2008R2", "2012", "2012R2", "2016", "unknown"].includes(situation.windows) &&
      situation.statistics !== "disabledByAdministrator" &&
      situation.adapter !== "off" &&
      situation.coexistence !== "blocked" &&
      situation.counts === "noneOffloaded" &&
      situation.rows === "none";
    expect(exceptions(isQuiet, (code) => code === "automaticNothingOffloaded")).toEqual([]);
  });

  it("a Windows without Chimney has nothing to fix, unless the captures say otherwise", () => {
    const isRemoved = ({ windows }: Situation) => windows === "1709+";
    expect(exceptions(isRemoved, (code) => code === "chimneyRemoved" || code === "contradiction")).toEqual([]);
    const isQuiet = (one: Situation) =>
      isRemoved(one) && one.rows === "none" && !["enabled", "automatic", "disagreeing"].includes(one.chimney);
    expect(exceptions(isQuiet, (code) => code === "chimneyRemoved")).toEqual([]);
    // Only the version itself may be in question, where it is no more than a guess.
    const removed = verdictRows.filter(({ verdict }) => verdict === "chimneyRemoved");
    expect(removed.flatMap(({ open = [], again = [] }) => [...open, ...again])).toEqual(["windows"]);
  });

  it.each([
    ["disabled by the settings, offloaded in the table", { chimney: "disabled", rows: "offloaded" }],
    ["settings that show several states", { chimney: "disagreeing" }],
    ["automatic before automatic mode", { chimney: "automatic", windows: "2008" }],
    ["on without Chimney", { chimney: "enabled", windows: "1709+" }],
    ["offloaded without Chimney", { rows: "offloaded", windows: "1709+" }],
    ["on, and disabled by the administrator", { chimney: "enabled", statistics: "disabledByAdministrator" }],
    ["disabled by the administrator, yet offloaded", { statistics: "disabledByAdministrator", rows: "offloaded" }],
    ["off on the adapters, yet offloaded", { adapter: "off", rows: "offloaded" }],
  ] as const)("captures that contradict each other are said to: %s", (_, condition) => {
    const isSuch = (situation: Situation) =>
      Object.entries(condition).every(([name, value]) => situation[name as keyof Situation] === value);
    expect(exceptions(isSuch, (code) => code === "contradiction")).toEqual([]);
  });

  it("a contradiction speaks of no counts, and asks for all captures anew", () => {
    const contradictions = verdictRows.filter(({ verdict }) => verdict === "contradiction");
    expect(contradictions.filter(({ statement }) => statement.includes("{counts}"))).toEqual([]);
    expect(contradictions.every(({ again }) => again?.includes("chimney") && again.includes("counts"))).toBe(true);
  });

  it("what is offloaded is not called blocked, off or disabled", () => {
    const isSeen = ({ rows }: Situation) => rows === "offloaded";
    expect(exceptions(isSeen, (code) => !/^(?:blocked|adapterOff|chimney|ports|enabled|automatic)/.test(code))).toEqual(
      [],
    );
  });

  it("no explanation is given for what was not counted", () => {
    const isUncounted = ({ counts }: Situation) => counts === "noTable" || counts === "noColumn";
    expect(
      exceptions(isUncounted, (code) => !/^(?:enabled|automatic|partly|everything|works|ports)/.test(code)),
    ).toEqual([]);
  });

  it("nothing is called unexplained while a cause is not known of", () => {
    const isOpen = (one: Situation) =>
      one.adapter === "unknown" || one.coexistence === "unknown" || one.portPolicy === "unknown";
    expect(exceptions(isOpen, (code) => code !== "enabledUnexplained")).toEqual([]);
  });

  it("uploading alone does not contradict a setting that was just changed", () => {
    const isDraining = (one: Situation) =>
      one.chimney === "disabled" && one.rows === "uploading" && one.windows !== "1709+";
    expect(exceptions(isDraining, (code) => code === "chimneyDisabled")).toEqual([]);
  });
});
