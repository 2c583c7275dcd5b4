import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze, type Source } from "../../src/index.ts";
import { netstatTable, seeded, tablePieces } from "./captures.ts";
import { cellDifference } from "./cells.ts";
import { peerScript } from "./command.ts";
import type { Needed } from "./comparison.ts";
import { gawk, mawk, parseNetstat } from "./peer-programs.ts";
import { connectionsCsv } from "./subjects/in-process-csv.ts";
import { difference, talliesOf } from "./tallies.ts";

/** Rows of every kind that a summary tells apart, after many of the usual ones. */
const strange = [
  "  TCP    127.0.0.1:5000         127.0.0.1:6000         ESTABLISHED     40       InHost      ",
  "  TCP    [::1]:5000             [::1]:6000             CLOSE_WAIT      40       InHost      ",
  "  TCP    192.0.2.1:55000        192.0.2.2:56000        ESTABLISHED     40       InHost      ",
  "  TCP    [2001:db8::1]:445      [2001:db8::9]:50000    ESTABLISHED     4        Offloaded   ",
  "  TCP    192.0.2.1:55001        198.51.100.1:56000     ESTABLISHED     40       Uploading   ",
  "  TCP    192.0.2.1:55002        198.51.100.1:56000     ESTABLISHED     40       Offloaded   ",
  "  TCP    192.0.2.1:55002        198.51.100.1:56000     ESTABLISHED     40       Offloaded   ",
  "  TCP    192.0.2.1:55003        198.51.100.2:55002     ESTABLISHED     41       InHost      ",
  "  TCP    192.0.2.1:8443         198.51.100.2:55004     ESTABLISHED     41       Offloading  ",
  "  TCP    0.0.0.0:8443           0.0.0.0:0              LISTENING       41       InHost      ",
  "  TCP    192.0.2.1:1433         198.51.100.2:445       ESTABLISHED     41       Offloaded   ",
  "  TCP    192.0.2.1:1433         198.51.100.2:446       SYN_SENT        41       InHost      ",
  "  TCP    192.0.2.1:1433         198.51.100.2:447       LAST_ACK        41       InHost      ",
  "  UDP    0.0.0.0:123            *:*                                    40",
];

const table = `${netstatTable(300, seeded(1))}${strange.map((row) => `${row}\r\n`).join("")}`;
const narrow = [...tablePieces(300, seeded(1), "without offload state")].join("");

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "peers-"));
  writeFileSync(join(place, "table.txt"), table);
  writeFileSync(join(place, "narrow.txt"), narrow);
});
afterAll(() => rmSync(place, { recursive: true }));

const isHere = ({ probe: [program, ...args] }: Needed) => spawnSync(program, args, { stdio: "ignore" }).status === 0;

function printed(program: string, script: string, ...files: readonly string[]): string {
  const options = { cwd: place, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } } as const;
  const args = [...(script.endsWith(".awk") ? ["-f"] : []), peerScript(script), ...files];
  const { stdout, stderr, status } = spawnSync(program, args, options);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout;
}

function source(name: string, text: string): Source {
  const bytes = async function* bytes() {
    yield new TextEncoder().encode(text);
  };
  return { name, bytes: bytes() };
}

async function ourCsv(name: string, text: string): Promise<string> {
  let csv = "";
  await connectionsCsv(source(name, text), (piece) => {
    csv += piece;
  });
  return csv;
}

describe.each([gawk, mawk])("$name", (awk) => {
  it.skipIf(!isHere(awk))("tallies as our report does", async () => {
    const report = await analyze(source("table.txt", table));
    const ours = talliesOf(report);
    expect(ours).toContain("excluded\tsameHost\t1");
    expect(difference(ours, printed(awk.name, "tallies.awk", "table.txt").trimEnd().split("\n"))).toBeUndefined();
  });

  it.skipIf(!isHere(awk))("prints the bytes of our CSV", async () => {
    const csv = printed(awk.name, "connections-csv.awk", "table.txt", "table.txt");
    expect(csv).toBe(await ourCsv("table.txt", table));
  });

  it.skipIf(!isHere(awk))("prints the cells of our CSV", async () => {
    const cells = printed(awk.name, "cells-csv.awk", "table.txt");
    expect(cellDifference(await ourCsv("table.txt", table), cells)).toBeUndefined();
  });
});

describe("Parse::Netstat", () => {
  it.skipIf(!isHere(parseNetstat))("prints the cells of our CSV, where there is no offload state", async () => {
    const cells = printed("perl", "cells-csv.pl", "narrow.txt");
    expect(cellDifference(await ourCsv("narrow.txt", narrow), cells)).toBeUndefined();
  });
});

describe("a difference", () => {
  it("is told", async () => {
    const ours = talliesOf(await analyze(source("table.txt", table)));
    expect(difference(ours, ours)).toBeUndefined();
    expect(difference(ours, ours.slice(1))).toMatch(/^it does not say "rows tcp 313"/);
    expect(difference(ours, [...ours, "byState\tLOST\t1"])).toBe('it says "byState LOST 1"');
    expect(difference(ours, ours.toReversed())).toBe("its groups are in another order");
  });
});
