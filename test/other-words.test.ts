import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaptureKind, LineClass } from "../grammar/index.ts";
import type { AnyCapture } from "../src/captures/capture.ts";
import { analyze } from "../src/index.ts";
import { filesOf, listSamples, root } from "./support/samples.ts";
import { examples } from "./support/soak.ts";

/** Kinds whose records stand behind labels. */
const labelled: ReadonlySet<CaptureKind> = new Set([
  ...(["tcpGlobal", "tcpHeuristics", "tcpSupplemental", "dynamicPortRange"] as const),
  ...(["chimneyStats", "chimneyApplications", "chimneyPorts", "rscStats", "netDmaStats"] as const),
]);

/** What only words tell: an empty table, labels on one line, a version that nobody has, whose output it is. */
const byWordsAlone: ReadonlySet<string> = new Set([
  "samples/chimneystats/chimneyapplications-and-ports-made-up.txt",
  "samples/netstat/heading-without-rows.txt",
  "samples/pastes/one-line-table.txt",
  "samples/pastes/two-commands-one-prompt.txt",
  "samples/settings/unknown-and-cut.txt",
]);

/** Words in scripts of people who never sent anything. */
const word = fc.oneof(
  fc.stringMatching(/^[бвгджзклмнпрстфхцчшщ]{4,9}$/),
  fc.stringMatching(/^[ぁ-ん]{3,6}$/),
  fc.stringMatching(/^[가-힣]{3,6}$/),
  fc.stringMatching(/^[აბგდევზთიკ]{4,9}$/),
  fc.stringMatching(/^[אבגדהוזחט]{4,9}$/),
);
/** Simpler words would tell no more. */
const vocabulary = fc.noShrink(fc.uniqueArray(word, { minLength: 120, maxLength: 120 }));

interface Reading {
  readonly captures: readonly AnyCapture[];
  readonly classes: ReadonlyMap<number, LineClass>;
}

async function readingOf(text: string): Promise<Reading> {
  const captures: AnyCapture[] = [];
  const classes = new Map<number, LineClass>();
  await analyze(text, {
    onCapture: (capture) => void captures.push(capture),
    onLines: (_, lines) => lines.forEach((line) => void classes.set(line.line, line.class)),
  });
  return { captures, classes };
}

/** What does not depend on words: kinds, numbers of records, ends of connections, values of settings. */
function shapeOf({ captures }: Reading): readonly unknown[] {
  return captures.map(({ kind, records }) => [
    kind,
    ...records.map((record) => {
      if ("localAddress" in record) return { ...record, state: undefined };
      return "value" in record ? [record.line, "setting" in record ? record.setting : null, record.value] : record;
    }),
  ]);
}

/** The text in other words: titles, headings, labels and states. Protocols and the process id are the same everywhere. */
function inOtherWords(text: string, { captures, classes }: Reading, words: readonly string[]): string {
  const known = new Map<string, string>();
  const other = (own: string): string => {
    const found = known.get(own) ?? words[known.size % words.length] ?? own;
    known.set(own, found);
    return found;
  };
  const said = (line: string) =>
    line.replaceAll(/\p{L}[\p{L}\p{M}'-]*/gu, (own) => (/^(?:TCP|UDP|PID)$/i.test(own) ? own : other(own)));
  return text
    .split("\n")
    .map((line, at) => {
      const kind = captures.find((one) => one.line <= at + 1 && at < one.endLine)?.kind;
      const found = kind === undefined ? undefined : classes.get(at + 1);
      if (found === "heading" || (found === "message" && kind === "tcpGlobal")) return said(line);
      if (found !== "record" || kind === undefined) return line;
      if (labelled.has(kind)) return line.replace(/^[^:：]*(?=[:：][^:：]*$)/u, said);
      // The state is the first word in capitals behind the two addresses.
      return line.replace(
        /^(.*?(?:TCP|UDP)\S*\s+\S+\s+\S+\s+)(\p{Lu}[\p{Lu}_\d]{2,})/u,
        (_, above: string, state: string) => above + other(state),
      );
    })
    .join("\n");
}

const files = await filesOf((await listSamples()).captures);
const texts = files
  .filter((path) => path.endsWith(".txt") && !byWordsAlone.has(path))
  .map((path) => [path, readFileSync(join(root, path), "utf8")] as const)
  .filter(([, text]) => !/[\ufffd\0]/.test(text));
const readings = await Promise.all(texts.map(async ([path, text]) => ({ path, text, reading: await readingOf(text) })));
const readable = readings.filter(
  ({ reading: { captures } }) =>
    captures.length > 0 && captures.every(({ kind }) => kind === "netstat" || labelled.has(kind)),
);

describe("a language that nobody has captured reads as well", () => {
  it.each(readable.map((one) => [one.path, one] as const))("as that of %s", async (_, { text, reading }) => {
    const check = async (words: readonly string[]) => {
      expect(shapeOf(await readingOf(inOtherWords(text, reading, words)))).toEqual(shapeOf(reading));
    };
    await fc.assert(fc.asyncProperty(vocabulary, check), { seed: 20_090_722, numRuns: examples(10) });
  });

  it("in samples of each kind that is read by its shape", () => {
    const kinds = new Set(readable.flatMap(({ reading }) => reading.captures.map(({ kind }) => kind)));
    expect([...labelled].filter((kind) => !kinds.has(kind) && !kind.startsWith("chimney"))).toEqual([]);
  });
});
