import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammars } from "../grammar/index.ts";
import type { AnalyzeOptions, Report } from "../src/index.ts";
import { supportedEncodings } from "../src/text/encodings/index.ts";
import { type Analysed, analysed } from "./support/analysed.ts";
import { classesOfLines } from "./support/classes.ts";
import { chunksOf, damagedSession, session, table } from "./support/generators.ts";
import { mangledText } from "./support/mangled.ts";
import { connectionsIn, type PrintedLine, settingsIn, textOf } from "./support/printed.ts";
import { examples } from "./support/soak.ts";
import { inOtherWords } from "./support/words-generator.ts";

/** The same cases on every machine and every day. */
const runs = (inSoak: number) => ({ seed: 20_090_722, numRuns: examples(inSoak) });

/** Characters that are several of the blocks in which sources are decoded. */
const LARGE = 800_000;

/** Without NULs: whether one beside a line end is half of a UTF-16 character depends on how long the line end is. */
const text = fc.oneof(session.map(textOf), mangledText).map((whole) => whole.replaceAll("\0", ""));

/** Everything that has to add up in any report. */
function addsUp({ sources, hosts }: Report): void {
  for (const { ledger, lines } of sources) expect(total(ledger)).toBe(lines);
  for (const { connections, raw, eligible, excluded, notCounted } of hosts.flatMap(
    ({ summary }) => summary.snapshots,
  )) {
    expect(raw.total).toBe(eligible.total + eligible.transitional + total(excluded));
    expect(connections.total).toBe(raw.total + total(notCounted));
  }
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The records of all kinds with their lines, in the order of the lines. */
function recordsOf({ report, connections }: Analysed) {
  const settings = report.hosts.flatMap((host) => host.settings).sort((a, b) => a.line - b.line);
  const messages = report.hosts.flatMap(({ captures }) => captures).filter(({ state }) => state !== undefined);
  return {
    connections,
    settings: settings.map(({ line, setting, value }) => [line, setting, value]),
    messages: messages.map(({ line }) => line).sort((a, b) => a - b),
  };
}

/** The same, as the lines were printed. */
function printedRecords(lines: readonly PrintedLine[]) {
  const messages = lines.flatMap(({ is }, index) => (is === "answer" ? [index + 1] : []));
  return { connections: connectionsIn(lines), settings: settingsIn(lines), messages };
}

/** Every diagnostic and capture is of a line that the source has; bytes that make no character may stand behind the last. */
function staysInSource({ sources, hosts, diagnostics }: Report): void {
  const lines = new Map(sources.map((source) => [source.name, source.lines + 1]));
  const places = [...diagnostics, ...hosts.flatMap(({ captures }) => captures)];
  expect(places.filter(({ source, line }) => line < 1 || line > (lines.get(source) ?? 0))).toEqual([]);
}

/** All that is said but for the number of bytes. */
function apartFromBytes({ report, connections }: Analysed): object {
  return { ...report, sources: report.sources.map((source) => ({ ...source, bytes: 0 })), connections };
}

describe("whatever the bytes", () => {
  const options: fc.Arbitrary<AnalyzeOptions> = fc.oneof(
    fc.constant({}),
    fc.constantFrom(...supportedEncodings).map((encoding) => ({ encoding })),
    fc.constantFrom(...grammars).map(({ kind }) => ({ as: kind })),
    fc.constant({ host: "__proto__", computerName: "FILES01" }),
  );
  const bytes = fc.oneof({ weight: 3, arbitrary: damagedSession }, fc.uint8Array({ maxLength: 4000 }));

  it("nothing throws, and what is said adds up", async () => {
    const check = async (input: Uint8Array, chosen: AnalyzeOptions) => {
      const { report } = await analysed(input, chosen);
      addsUp(report);
      staysInSource(report);
    };
    await fc.assert(fc.asyncProperty(bytes, options, check), runs(3000));
  });

  it("the report is the same again, and nothing in it is lost in JSON", async () => {
    const check = async (input: Uint8Array) => {
      const { report } = await analysed(input);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      expect(JSON.stringify((await analysed(input)).report)).toBe(JSON.stringify(report));
    };
    await fc.assert(fc.asyncProperty(bytes, check), runs(500));
  });

  it("the chunks that they come in make no difference", async () => {
    const check = async (input: Uint8Array, cuts: readonly number[]) => {
      const source = { name: "paste", bytes: chunksOf(input, cuts) };
      expect(await analysed(source)).toEqual(await analysed(input));
    };
    await fc.assert(fc.asyncProperty(damagedSession, fc.array(fc.nat(3000), { maxLength: 20 }), check), runs(500));
  });

  it("no record is of a line that is classed as something else", async () => {
    const check = async (input: Uint8Array) => {
      const { report, connections } = await analysed(input);
      const classes = await classesOfLines(input);
      const records = [...connections, ...report.hosts.flatMap(({ settings }) => settings)];
      expect(records.filter(({ line }) => classes.get(line)?.includes("record") !== true)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(damagedSession, check), runs(500));
  });
});

describe("whatever was printed", () => {
  it("is read as it was printed, from no other line than its own", async () => {
    const check = async (lines: readonly PrintedLine[]) => {
      expect(recordsOf(await analysed(textOf(lines)))).toEqual(printedRecords(lines));
    };
    await fc.assert(fc.asyncProperty(session, check), runs(1000));
  });

  it("is read so when there is more of it than is held at once", async () => {
    const check = async (lines: readonly PrintedLine[], lineEnd: string) => {
      const whole = textOf(lines).replaceAll("\n", lineEnd);
      const times = Math.ceil(LARGE / whole.length);
      const printed = Array<readonly PrintedLine[]>(times).fill(lines).flat();
      expect(recordsOf(await analysed(whole.repeat(times)))).toEqual(printedRecords(printed));
    };
    await fc.assert(fc.asyncProperty(session, fc.constantFrom("\n", "\r\n", "\r\r\n"), check), runs(20));
  });

  it.each([
    ["CR LF", "\r\n"],
    ["CR CR LF", "\r\r\n"],
  ])("may have its lines ended by %s", async (_, lineEnd) => {
    const check = async (input: string) => {
      const other = await analysed(input.replaceAll("\n", lineEnd));
      expect(apartFromBytes(other)).toEqual(apartFromBytes(await analysed(input)));
    };
    await fc.assert(fc.asyncProperty(text, check), runs(500));
  });

  it("may have its headings and states in any words", async () => {
    const check = async ([lines, other]: readonly [readonly PrintedLine[], readonly PrintedLine[]]) => {
      const rows = async (printed: readonly PrintedLine[]) =>
        (await analysed(textOf(printed))).connections.map(({ state, ...row }) => [row, state !== undefined]);
      expect(await rows(other)).toEqual(await rows(lines));
      expect(await rows(other)).toHaveLength(connectionsIn(lines).length);
    };
    await fc.assert(fc.asyncProperty(inOtherWords(table), check), runs(1000));
  });

  it.each(["> ", "# "])("may be quoted by %s", async (mark) => {
    const check = async (lines: readonly PrintedLine[]) => {
      const quoted = lines.map((line) => ({ ...line, text: mark + line.text }));
      expect(recordsOf(await analysed(textOf(quoted)))).toEqual(recordsOf(await analysed(textOf(lines))));
    };
    await fc.assert(fc.asyncProperty(session, check), runs(500));
  });

  it("may be followed by more, whose records are added", async () => {
    const check = async (lines: readonly PrintedLine[], more: readonly PrintedLine[]) => {
      const [first, second, both] = [lines, more, [...lines, ...more]].map(async (part) => {
        const { connections, settings, messages } = recordsOf(await analysed(textOf(part)));
        return [connections.length, settings.length, messages.length];
      });
      const expected = (await first)?.map(async (count, kind) => count + ((await second)?.[kind] ?? 0));
      expect(await both).toEqual(await Promise.all(expected ?? []));
    };
    await fc.assert(fc.asyncProperty(session, session, check), runs(500));
  });

  it("may come in any order, when each part names its host", async () => {
    const check = async (one: readonly PrintedLine[], other: readonly PrintedLine[]) => {
      const sources = [one, other].map((lines, index) => {
        const input = `[WEB${index}]: PS C:\\> cd C:\\temp\n${textOf(lines)}`;
        return { name: `${index}.txt`, bytes: () => chunksOf(new TextEncoder().encode(input), []) };
      });
      const opened = () => sources.map(({ name, bytes }) => ({ name, bytes: bytes() }));
      const [there, back] = [await analysed(opened()), await analysed(opened().reverse())];
      expect(back.report.hosts).toEqual(there.report.hosts);
      expect(back.report.sources.toReversed()).toEqual(there.report.sources);
    };
    await fc.assert(fc.asyncProperty(table, table, check), runs(300));
  });
});
