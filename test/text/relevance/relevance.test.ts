import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammars } from "../../../grammar/index.ts";
import { type AnalyzeOptions, analyze, type Report, type Source, type UnreadSource } from "../../../src/index.ts";
import { openSources } from "../../../src/sources/index.ts";
import { advance, automatonOf, FOUND, START } from "../../../src/text/relevance/automaton.ts";
import { chunksOf, damagedSession, session } from "../../support/generators.ts";
import { textOf } from "../../support/printed.ts";
import { analyzed, filesOf, listSamples, root } from "../../support/samples.ts";
import { examples } from "../../support/soak.ts";

/** The same cases on every machine and every day. */
const runs = (inSoak: number) => ({ seed: 20_100_311, numRuns: examples(inSoak) });

const files = await filesOf((await listSamples()).captures);
const automata = new Map<string, ReturnType<typeof automatonOf>>(
  grammars.map(({ kind, words }) => [kind, automatonOf(words)]),
);

/** The report of a file that somebody named. */
function alone(bytes: Uint8Array, options: AnalyzeOptions = {}): Promise<Report> {
  return analyze({ name: "a.txt", bytes: chunksOf(bytes, []) }, options);
}

/** The report of the same file as one of many in a bundle. */
function inBundle(bytes: Uint8Array, cuts: readonly number[] = [], options: AnalyzeOptions = {}): Promise<Report> {
  return analyze({ name: "a.txt", bytes: chunksOf(bytes, cuts), isOneOfMany: true }, options);
}

/** True when there is more than the title of a table without rows: in some languages that has no ASCII. */
function holdsCaptures({ hosts }: Report): boolean {
  return hosts.some(({ captures }) => captures.some(({ kind, records }) => kind !== "netstat" || records > 0));
}

describe("the words of a kind of capture", () => {
  it.each(files)("are in every such capture of %s", async (path) => {
    const without: string[] = [];
    await alone(await readFile(join(root, path)), {
      onCapture: ({ kind, command }, { text }) => {
        const automaton = automata.get(kind);
        const bytes = Buffer.from(`${command ?? ""}\n${text}\n`);
        if (automaton === undefined || advance(automaton, START, bytes) !== FOUND) without.push(kind);
      },
    });
    expect(without).toEqual([]);
  });

  it.each(grammars.flatMap(({ kind, words }) => words.map((word) => [kind, word])))("of %s: %j fits", (_, word) => {
    expect(word).toMatch(/^[!-@[-~][ -@[-~]+$/);
  });
});

describe("one file of many", () => {
  it.each(files)("is read like a file by itself: %s", async (path) => {
    const bytes = await readFile(join(root, path));
    const { hosts, sources } = await alone(bytes);
    const report = await inBundle(bytes);
    expect(report.hosts).toEqual(hosts);
    if (hosts.length > 0) expect(report.sources).toEqual(sources);
  });

  it("is read like a file by itself in the bundles among the samples", async () => {
    const { hosts } = await analyzed(["samples/bundles"]);
    const nothing = { cwd: root, stdin: chunksOf(Buffer.alloc(0), []) };
    const everything = await analyze(eachByItself(openSources(["samples/bundles"], nothing)));
    expect(hosts.length).toBeGreaterThan(3);
    expect(hosts).toEqual(everything.hosts);
  });

  it("is read like a file by itself, whatever happened to it", async () => {
    const check = async (bytes: Uint8Array, cuts: readonly number[]) => {
      const report = await alone(bytes);
      if (holdsCaptures(report)) expect(await inBundle(bytes, cuts)).toEqual(report);
    };
    await fc.assert(fc.asyncProperty(damagedSession, fc.array(fc.nat(3000)), check), runs(500));
  });

  it("is read from its beginning when captures come late in it", async () => {
    const check = async (printed: string) => {
      const bytes = Buffer.from(`${"Nothing of ours stands here.\r\n".repeat(4000)}\r\n${printed}`);
      expect(await inBundle(bytes, [50_000, 100_000])).toEqual(await alone(bytes));
    };
    await fc.assert(fc.asyncProperty(session.map(textOf), check), runs(8));
  });

  it("is passed over when no word of a capture is in it, without a word on it but its status", async () => {
    const bytes = Buffer.from("The service entered the running state.\r\n".repeat(1000));
    const { sources, diagnostics } = await analyze([of("log.txt", bytes), of("netstat.txt", Buffer.from(row))]);
    expect(sources[0]).toMatchObject({ status: "skipped", reason: "no capture recognised", lines: 0, encodings: [] });
    expect(sources[0]?.bytes).toBe(bytes.length);
    expect(sources[1]?.status).toBe("ok");
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["is empty", Buffer.alloc(0), "empty"],
    ["is no text", Buffer.from("ElfFile\0\0\0\0"), "an event log, not text"],
  ])("is passed over in silence when it %s", async (_, bytes, reason) => {
    const { sources, diagnostics } = await analyze([of("a.dat", bytes), of("netstat.txt", Buffer.from(row))]);
    expect(sources[0]).toMatchObject({ status: "skipped", reason });
    expect(diagnostics).toEqual([]);
  });

  it("is told of once when none of them holds anything", async () => {
    const sources = ["a.log", "b.log", "c.log"].map((name) => of(name, Buffer.from("Nothing.\n")));
    const { diagnostics } = await analyze(sources);
    expect(diagnostics.map(({ code, source }) => [code, source])).toEqual([["nothing-recognised", "a.log"]]);
  });

  it("is not searched for ever, nor read any further then", async () => {
    const megabyte = Buffer.alloc(2 ** 20, "Nothing of ours. ");
    let given = 0;
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for (; given < 100; given += 1) yield megabyte;
      yield Buffer.from(row);
    }
    const { hosts } = await analyze({ name: "a.log", bytes: bytes(), isOneOfMany: true });
    expect([hosts.length, given]).toEqual([0, 63]);
  });

  it("is read whatever is in it when it is said what it is", async () => {
    const { sources } = await inBundle(Buffer.from("Alpha  Beta\n1  2\n"), [], { as: "chimneyStats" });
    expect(sources[0]?.lines).toBe(2);
  });
});

const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n";

async function* eachByItself(sources: AsyncIterable<Source | UnreadSource>) {
  for await (const source of sources) {
    if (!("bytes" in source)) yield source;
    else yield { name: source.name, bytes: source.bytes };
  }
}

function of(name: string, bytes: Uint8Array): Source {
  return { name, bytes: chunksOf(bytes, []), isOneOfMany: true };
}
