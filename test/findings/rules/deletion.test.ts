import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AnalyzeOptions,
  analyze,
  type CaptureKind,
  type FindingKind,
  type HostReport,
  rules,
} from "../../../src/index.ts";
import { listSamples, root } from "../../support/samples.ts";

/** What came of each rule, by its id: the kinds of its findings. */
type Outcomes = ReadonlyMap<string, readonly FindingKind[]>;

const { captures: samples } = await listSamples();

/** Samples that are one file whose lines stand in the bytes as they are counted. */
const files = samples.filter(
  (path) => statSync(join(root, path)).isFile() && !readFileSync(join(root, path)).includes(0),
);

function outcomesOf({ findings }: HostReport): Outcomes {
  const outcomes = new Map<string, FindingKind[]>();
  for (const { rule, kind } of findings) outcomes.set(rule, [...(outcomes.get(rule) ?? []), kind]);
  return outcomes;
}

/** The text without the captures of one kind. */
function without(text: string, { captures }: HostReport, kind: CaptureKind): string {
  const removed = captures.filter((capture) => capture.kind === kind);
  return text
    .split("\n")
    .filter((_, at) => !removed.some(({ line, endLine }) => line <= at + 1 && at + 1 <= endLine))
    .join("\n");
}

/** Rules that pass once a kind of capture is taken away, and did not before. */
async function newPasses(text: string, options: AnalyzeOptions): Promise<readonly string[]> {
  const analysed = async (whole: string) => (await analyze(Buffer.from(whole, "latin1"), options)).hosts;
  const [host, ...others] = await analysed(text);
  if (host === undefined || others.length > 0) return [];
  const before = outcomesOf(host);
  const found: string[] = [];
  for (const kind of new Set(host.captures.map((capture) => capture.kind))) {
    for (const left of await analysed(without(text, host, kind))) {
      // Captures that contradict each other about the version: without the one, rules of another version apply.
      if (left.os !== null && left.os.band !== host.os?.band) continue;
      const after = outcomesOf(left);
      const passes = rules.filter(({ id }) => after.get(id)?.includes("pass") && !before.get(id)?.includes("pass"));
      found.push(...passes.map(({ id }) => `without ${kind}: ${id} was ${before.get(id)}`));
    }
  }
  return found;
}

describe("what is taken away", () => {
  it.each(files)("from %s makes nothing pass that did not", async (path) => {
    expect(await newPasses(readFileSync(join(root, path), "latin1"), {})).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "from the examples of %s makes nothing pass",
    async (_, rule) => {
      for (const { text, os, context, computerName } of [rule.examples.fails, rule.examples.passes]) {
        const options = { ...(os && { os }), ...(context && { context }), ...(computerName && { computerName }) };
        expect(await newPasses(text, options)).toEqual([]);
      }
    },
  );
});
