import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammars, kindOfUnknownTable, nearMissIn } from "../../grammar/index.ts";
import { isRule, readHeading, readHostHeading, readLabel, readPrompt } from "../../grammar/markers/index.ts";
import { looksAtLines } from "../../src/text/foreign-lines.ts";
import { mends } from "../../src/text/mends/registry.ts";
import { unwrapper } from "../../src/text/wrappers/index.ts";
import { foreignLog, seeded } from "../bench/captures.ts";
import { analysed } from "../support/analysed.ts";
import { mangledText } from "../support/mangled.ts";
import { filesOf, listSamples, root } from "../support/samples.ts";
import { examples } from "../support/soak.ts";

const isForeign = (text: string) => !looksAtLines().isTelling(text, 0, text.length);

/** Everybody who has something to say of a line by itself. */
function whoKnows(text: string): readonly string[] {
  const line = { text, pieces: [{ at: 0, line: 1, column: 1 }] } as const;
  const unwrap = unwrapper();
  const unwrapped = unwrap.mayHold(`${text}\n`) ? [...unwrap.take(line), ...unwrap.rest()] : [line];
  return [
    ...grammars.flatMap(({ kind, landmark }) => (landmark(text, { command: null }) === undefined ? [] : [kind])),
    ...mends.flatMap((mend, at) => (mend(text).length === 0 ? [] : [`mend ${at}`])),
    ...Object.entries({ readPrompt, readHeading, readLabel, readHostHeading }).flatMap(([name, read]) =>
      read(text) === undefined ? [] : [name],
    ),
    ...(isRule(text) ? ["rule"] : []),
    ...(unwrapped.length === 1 && unwrapped[0]?.text === text ? [] : ["wrapper"]),
    ...(nearMissIn([text], null) === undefined ? [] : ["near miss"]),
    ...(kindOfUnknownTable([text, text]) === undefined ? [] : ["unknown table"]),
  ];
}

const missed = (lines: Iterable<string>) =>
  [...new Set(lines)].flatMap((text) => (isForeign(text) ? whoKnows(text).map((who) => `${who}: ${text}`) : []));

const sampleLines = listSamples()
  .then(({ captures }) => filesOf(captures))
  .then((paths) => Promise.all(paths.map((path) => readFile(join(root, path), "latin1"))))
  .then((texts) => [...new Set(texts.flatMap((text) => text.split(/\r?\n/)))]);

describe("a line of which the one look says that it means nothing", () => {
  it("is no line of a sample that anybody knows", async () => {
    const lines = await sampleLines;
    expect(missed(lines)).toEqual([]);
    // It has to have something to say no to, and most of the samples are ours.
    const foreign = lines.filter(isForeign).length;
    expect([foreign > 50, foreign < lines.length / 2]).toEqual([true, true]);
  });

  it("is none that came of one by a change", async () => {
    const lines = await sampleLines;
    const changed = fc
      .tuple(fc.constantFrom(...lines), fc.nat(), fc.nat(6), fc.string({ maxLength: 3 }))
      .map(([text, at, length, by]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + by + text.slice(from + length);
      });
    fc.assert(
      fc.property(changed, (text) => {
        expect(missed([text.replaceAll("\n", " ")])).toEqual([]);
      }),
      { numRuns: examples(2000) },
    );
  });

  it("is none at random", () => {
    fc.assert(
      fc.property(mangledText, (text) => {
        expect(missed(text.split("\n"))).toEqual([]);
      }),
      { numRuns: examples(300) },
    );
  });

  it.each([
    ["2024-03-05 00:00:02 DROP TCP 192.0.2.36 198.51.100.71 59489 443 0 - 0 0 0 - - - RECEIVE", true],
    ["The service could not be started because a file was not found on the disk.", true],
    ["[4739] Worker closed the session at a timeout of the peer", true],
    ["", true],
    ["2024-03-05 08:15:10", false],
    ["SRV01", false],
    ["C:\\>netstat -nt", false],
    ["  TCP    192.0.2.10:445    198.51.100.7:50012    ESTABLISHED    InHost", false],
    ["tcp        0      0 192.0.2.10:22      198.51.100.7:50012      ESTABLISHED", false],
  ])("%s: %s", (text, foreign) => {
    expect(isForeign(text)).toBe(foreign);
  });
});

const log = (lines: number) => [...foreignLog(lines, seeded(lines))].join("").replaceAll("\r", "");
const around = log(3000);
const rows = [
  "Active Connections",
  "",
  "  Proto  Local Address          Foreign Address        State           Offload State",
  "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded",
  "  TCP    192.0.2.10:3389        198.51.100.8:50013     ESTABLISHED     InHost",
];
const behindTimes = (lines: readonly string[]) => lines.map((line, at) => `2024-03-05 09:00:0${at} INFO ${line}`);

describe("a capture between thousands of such lines", () => {
  it.each([
    ["alone", rows],
    ["behind a prompt", ["C:\\>netstat -nt", "", ...rows, "", "C:\\>"]],
    ["below its host", ["===== SRV01 =====", ...rows]],
    ["behind times", behindTimes(rows)],
    ["in strings", rows.map((row) => `"${row}",`)],
    ["in cells of HTML", [`<pre>${rows.join("\n")}</pre>`]],
  ])("is read as by itself: %s", async (_, lines) => {
    const text = `${lines.join("\n")}\n`;
    const read = async (source: string) => {
      const { report, connections } = await analysed(source);
      return {
        connections: connections.map(({ line: _, ...row }) => row),
        hosts: report.hosts.map(({ host }) => host),
      };
    };
    const own = await read(text);
    expect(own.connections).toHaveLength(2);
    expect(await read(`${around}\n${text}\n${around}`)).toEqual(own);
  });
});
