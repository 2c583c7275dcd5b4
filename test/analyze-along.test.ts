import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lineClasses } from "../grammar/index.ts";
import { analyze, type ClassifiedLine } from "../src/index.ts";
import { root } from "./support/built.ts";
import { filesBelow } from "./support/imports.ts";

const captures = filesBelow(root, "samples").filter((path) => /\.(?:txt|md|html|log)$/.test(path));

describe("reading along", () => {
  it.each(captures)("tells each line of %s once, and as the ledger counts it", async (path) => {
    const lines: ClassifiedLine[] = [];
    let text = "";
    const report = await analyze(readFileSync(join(root, path)), {
      onLines: (source, more) => {
        expect(source).toBe("paste");
        lines.push(...more);
      },
      onText: (_, piece) => {
        text += piece;
      },
    });
    const [source] = report.sources;
    const counts = lineClasses.map((one) => [one, lines.filter((line) => line.class === one).length]);
    expect(Object.fromEntries(counts)).toEqual(source?.ledger);
    expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: source?.lines ?? 0 }, (_, at) => at + 1));
    expect(text.replace(/\n$/, "").split("\n")).toHaveLength(source?.lines ?? 0);
  });

  it("says nothing of what is not read", async () => {
    const told: string[] = [];
    const unread = { name: "a.txt", status: "failed", code: "source-missing", reason: "no such file" } as const;
    await analyze([unread], { onLines: (source) => told.push(source), onText: (source) => told.push(source) });
    expect(told).toEqual([]);
  });
});
