import { describe, expect, it } from "vitest";
import { actionsOf, undoOf } from "../../src/findings/actions.ts";
import { emptyFinding, type Finding } from "../../src/findings/finding.ts";

const finding = (rule: string, remedy: string | null, about: Partial<Finding> = {}): Finding => ({
  ...emptyFinding({ id: rule, severity: "warning" }),
  kind: "fail",
  message: rule,
  remedy,
  rollback: remedy === null ? null : `undo ${rule}`,
  ...about,
});

describe("what to do on a host", () => {
  it("has each command once, with all that it settles", () => {
    const actions = actionsOf([
      finding("a", "`netsh int ip set chimney DISABLED`, `reg add X /v EnableRSS /d 0 /f`, then restart."),
      finding("b", "Make it explicit: `netsh int ip set chimney DISABLED`"),
      finding("c", "Look for updates of the driver."),
      finding("d", "Look for updates of the driver."),
      finding("e", "netsh int tcp set global rss=enabled"),
    ]);
    expect(actions.map(({ settles }) => settles)).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("has a wider step in the place of narrower ones", () => {
    const actions = actionsOf([
      finding("a", "`netsh int tcp set global autotuninglevel=normal`"),
      finding("b", "Look for updates of the driver."),
      finding("c", "`netsh int tcp set global rss=enabled`"),
      finding(
        "d",
        "One by one: `netsh int tcp set global rss=enabled`, `netsh int tcp set global autotuninglevel=normal`.",
      ),
    ]);
    expect(actions.map(({ settles, undo }) => ({ settles, undo }))).toEqual([
      { settles: ["a", "c", "d"], undo: "undo d" },
      { settles: ["b"], undo: "undo b" },
    ]);
  });

  it("leaves out what others explain, what is not known and what asks for nothing", () => {
    const actions = actionsOf([
      finding("a", "ver", { explainedBy: "b" }),
      finding("b", null),
      finding("c", "ver", { kind: "notEvaluated" }),
      finding("d", "look", { kind: "review" }),
    ]);
    expect(actions).toEqual([{ step: "look", settles: ["d"], undo: "undo d" }]);
  });

  it("is taken back in the opposite order, each step once", () => {
    const actions = actionsOf([
      finding("a", "one", { rollback: "back" }),
      finding("b", "two", { rollback: null }),
      finding("c", "three", { rollback: "last" }),
      finding("d", "four", { rollback: "back" }),
    ]);
    expect(undoOf(actions)).toEqual(["back", "last"]);
  });
});
