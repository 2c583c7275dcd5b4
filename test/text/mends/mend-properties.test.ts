import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, placeInLine } from "../../../grammar/contract/place.ts";
import { mends } from "../../../src/text/mends/registry.ts";
import { fragments, mangledText, row, udp } from "../../support/mangled.ts";
import { mendedAll, mendedLines } from "../../support/mended.ts";
import { examples } from "../../support/soak.ts";

const linesOf = (text: string) => (text.endsWith("\n") || text === "" ? text.slice(0, -1) : text).split("\n");

/** Characters that may stand where the source has another one: drawn by us, or plain for special. */
const isGenerated = (character: string, original: string, before: string) =>
  [" ", "-", "`"].includes(character) ||
  (character === '"' && /[\u201c-\u201f]/.test(original)) ||
  (character === "'" && /[\u2018-\u201b]/.test(original)) ||
  (character === ":" && original === "\uff1a") ||
  // Between the cells of a table, and as cat -A shows it.
  (character === "\t" && ["<", "^", "|", " "].includes(original)) ||
  // What an entity stands for, of at most two UTF-16 units.
  original === "&" ||
  before === "&";

/** The characters of a line that do not stand in the source where the line says. */
function strayCharacters({ text, pieces }: Line, lines: readonly string[]): string[] {
  return text.split("").filter((character, index) => {
    const { line, column } = placeInLine(pieces, index);
    const at = lines[line - 1] ?? "";
    const original = at[column - 1] ?? "";
    return original !== character && !isGenerated(character, original, at[column - 2] ?? "");
  });
}

describe("any text", () => {
  it("keeps every line of the source, in order", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, async (text) => {
        const numbers = (await mendedLines(text)).map(({ pieces }) => pieces[0].line);
        expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
        const all = text === "" ? [] : linesOf(text).map((_, index) => index + 1);
        expect([...new Set(numbers)]).toEqual(all);
      }),
    );
  });

  it("keeps the place of every character that was not made here", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, async (text) => {
        for (const line of await mendedLines(text)) expect(strayCharacters(line, text.split("\n"))).toEqual([]);
      }),
      { numRuns: examples(300) },
    );
  });

  it("has pieces that ascend and stay in one line of the source", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, async (text) => {
        for (const { text: mended, pieces } of await mendedLines(text)) {
          expect(pieces[0].at).toBe(0);
          for (const [index, piece] of pieces.entries()) {
            const before = pieces[index - 1];
            expect(piece.line).toBe(pieces[0].line);
            expect(piece.at).toBeLessThan(Math.max(1, mended.length));
            if (before !== undefined) expect(piece.at).toBeGreaterThan(before.at);
          }
        }
      }),
    );
  });

  it("leaves no character behind that a terminal or a grammar stumbles over", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, async (text) => {
        for (const line of await mendedLines(text)) {
          expect(line.text).not.toMatch(/[\x00-\x08\n-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\u3000\ufeff\uff1a]/);
        }
      }),
    );
  });

  it("comes out the same whatever blocks it came in", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, fc.array(fc.boolean(), { maxLength: 12 }), async (text, cuts) => {
        const blocks: string[] = [];
        for (const [index, line] of text.split(/(?<=\n)/).entries()) {
          if (cuts[index] === true) blocks.push("");
          blocks.push((blocks.pop() ?? "") + line);
        }
        expect(await mendedLines(...blocks)).toEqual(await mendedLines(text));
      }),
    );
  });

  it("is taken for a plain row only when no mend has anything to do", async () => {
    const odd = fc.constantFrom(...fragments, ...Array.from("<&`|#;*>~+-\u2007\u202f\u180e\u061c\u1680\u2212…"));
    const oddRow = fc
      .tuple(fc.constantFrom(row, udp, row.trim()), odd, fc.nat(90))
      .map(([text, part, at]) => `${text.slice(0, at)}${part}${text.slice(at)}`);
    await fc.assert(
      fc.asyncProperty(oddRow, async (text) => {
        for (const mended of await mendedAll(`${text}\n`)) {
          if ("pieces" in mended) continue;
          expect(mended.text).toBe(`${text}\n`);
          expect(mends.flatMap((one) => one(text))).toEqual([]);
        }
      }),
      { numRuns: examples(2000) },
    );
  });
});

describe("plain rows", () => {
  const cell = fc.stringMatching(/^[\w.[\]%*-]{1,30}$/);
  const port = fc.oneof(fc.nat(65_535).map(String), fc.constantFrom("*", "ms-sql-s"));
  const endpoint = fc.tuple(cell, port).map((parts) => parts.join(":"));
  const gap = fc.constantFrom(" ", "  ", "\t", "          ");
  const rest = fc.constantFrom(
    "",
    "ESTABLISHED     InHost      ",
    "HERGESTELLT 4\tInHost",
    "状态",
    "ABHÖREN 4 Offloaded !",
  );
  const anyRow = fc
    .tuple(fc.constantFrom("", "  ", "\t"), fc.constantFrom("TCP", "UDP"), gap, endpoint, gap, endpoint, gap, rest)
    .map((parts) => `${parts.join("")}\n`);

  it("come out as stretches that are the source", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1 }), fc.nat(20), async (rows, cut) => {
        const blocks = [rows.slice(0, cut).join(""), rows.slice(cut).join("")];
        const mended = await mendedAll(...blocks);
        expect(mended.map(({ text }) => text)).toEqual(blocks.filter((block) => block !== ""));
        expect(mended.map((one) => ("lines" in one ? one.lines : 0)).reduce((sum, lines) => sum + lines)).toBe(
          rows.length,
        );
      }),
    );
  });
});
