import { describe, expect, it } from "vitest";
import { type CaptureKind, grammars } from "../../grammar/index.ts";

/** The kinds that know a line behind an echoed command, in the order in which they are asked. */
const claims = (line: string, command: string | null) =>
  grammars.filter((grammar) => grammar.landmark(line, { command }) !== undefined).map(({ kind }) => kind);

const statistics = "netsh int tcp show chimneystats";

describe("the order of the grammars", () => {
  it.each<[line: string, command: string | null, kinds: readonly CaptureKind[]]>([
    // The title of the next line decides between these two; without one it is the settings that everybody asks for.
    ["Querying active state...", null, ["tcpGlobal", "ipGlobal"]],
    ["  Proto  Local Address          Foreign Address        State", statistics, ["netstat", "chimneyStats"]],
    ["TCP Global Parameters", statistics, ["tcpGlobal", "chimneyStats"]],
  ])("%j behind %j is of the first of those who know it", (line, command, kinds) => {
    expect(claims(line, command)).toEqual(kinds);
  });

  it("ends with those that read whatever follows their commands: behind them nobody else is asked", () => {
    const anything = ["Alpha  Beta", "12  34", "Frobnitz : yes"];
    const readsAll = grammars.filter(({ kind, command }) =>
      anything.every((line) => claims(line, command).includes(kind)),
    );
    expect(readsAll.length).toBeGreaterThan(0);
    const kinds = readsAll.map(({ kind }) => kind);
    const last = grammars.slice(-readsAll.length).map(({ kind }) => kind);
    expect(last, "reorder `grammars` in grammar/index.ts").toEqual(kinds);
  });
});
