import { describe, expect, it } from "vitest";
import { type Comparison, type Opened, type Way, WrongAnswer } from "./comparison.ts";
import { duration } from "./figures.ts";
import { measure } from "./measure.ts";
import { resultRow } from "./result-table.ts";

/** A way that takes what it is told, and says in `order` that it ran. */
function way(name: string, seconds: readonly number[], order: string[] = []): Way {
  const left = [...seconds];
  return {
    name,
    run: async () => {
      order.push(name);
      return { seconds: left.shift() ?? 0 };
    },
  };
}

function beside(ours: Way, peers: readonly Way[]): Comparison {
  return { what: "all", ours, peers, figure: duration, quotient: "ours / peer", target: { side: "<=", limit: 1.2 } };
}

function opened(comparisons: readonly Comparison[], rounds = 2, warmUps = 0): Opened {
  return { input: "nothing", comparisons, rounds, warmUps };
}

describe("measuring", () => {
  it("takes turns, does what stands in several comparisons once, and forgets the rounds to warm up", async () => {
    const order: string[] = [];
    const [ours, one, other] = [way("A", [9, 1, 2], order), way("B", [], order), way("C", [], order)];
    const measured = await measure(opened([beside(ours, [one]), beside(ours, [other])], 2, 1));
    expect(order.join("")).toBe("CBAABCCBA");
    expect(measured.get(ours)).toEqual({ rounds: [{ seconds: 1 }, { seconds: 2 }] });
  });

  it("takes the fastest of several settings of a peer, and the ratio pair by pair", async () => {
    const ours = way("ours", [3, 6]);
    const comparison = beside(ours, [way("slow", [30, 60]), way("fast", [2, 4])]);
    const row = resultRow(comparison, await measure(opened([comparison])), true);
    expect(row).toMatch(/^all +4\.50 s +fast 3\.00 s +1\.50 \(1\.50–1\.50\) +<= 1\.2 +MISSED by 25 %$/);
  });

  it("says which peer is not here, and judges nothing then", async () => {
    const comparison = beside(way("ours", [1, 1]), [
      { ...way("gawk", []), needs: { name: "gawk", probe: ["gawk", "--version"] } },
    ]);
    expect(resultRow(comparison, await measure(opened([comparison]), () => false), true)).toMatch(
      /^all +not here: gawk$/,
    );
  });

  it("times nobody for a wrong answer, whether it shows before or while timing", async () => {
    const refuse = async () => {
      throw new WrongAnswer("it counts 3");
    };
    const unchecked = beside(way("ours", [1, 1]), [{ ...way("awk", []), check: refuse }]);
    const running = beside({ ...way("ours", []), run: refuse }, [way("awk", [])]);
    const measured = await measure(opened([unchecked, running]));
    expect(resultRow(unchecked, measured, true)).toMatch(/not timed, awk is wrong: it counts 3$/);
    expect(resultRow(running, measured, true)).toMatch(/not timed, ours is wrong: it counts 3$/);
  });

  it("judges no small input", async () => {
    const comparison = beside(way("ours", [1, 1]), [way("awk", [9, 9])]);
    expect(resultRow(comparison, await measure(opened([comparison])), false)).toMatch(/not judged$/);
  });
});
