import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { defaultLimits, formatOf, formats } from "../../../src/sources/archives/index.ts";
import { packedStreamsReadBy } from "../../../src/sources/archives/packed-streams.ts";
import { rarReadBy } from "../../../src/sources/archives/rar.ts";
import { inputOf, listed } from "../../support/archives/listed.ts";
import { packedCapture, packedSamples } from "../../support/archives/packed-samples.ts";

const { xz, tarXz, bzip2, zstandard, rar4, rar5, zipOfLzma, zipOfBzip2 } = packedSamples;
const text = `${packedCapture.length} characters`;

const read = (file: string, bytes: Uint8Array) => {
  const format = formatOf(bytes);
  return format === undefined ? [] : listed(format, bytes, { file });
};

it.each([
  ["netstat.txt.xz", xz, `netstat.txt = ${text}`],
  ["a.tar.xz", tarXz, `SRV01/netstat.txt = ${text}`],
  ["netstat.txt.bz2", bzip2, `netstat.txt = ${text}`],
  ["a.rar", rar4, `SRV01/netstat.txt = ${text}`],
  ["a.rar", rar5, `SRV01/netstat.txt = ${text}`],
  ["a.zip", zipOfLzma, `SRV01/netstat.txt = ${text}`],
  ["a.zip", zipOfBzip2, `SRV01/netstat.txt = ${text}`],
])("%s is read: %#", async (file, bytes, expected) => {
  expect(await read(file, bytes)).toEqual([expected]);
});

it.each([xz, bzip2, rar4])("what is packed is what comes out: %#", async (bytes) => {
  const pieces: Uint8Array[] = [];
  for await (const found of formatOf(bytes)?.members(inputOf(bytes), defaultLimits) ?? []) {
    if ("bytes" in found) for await (const piece of found.bytes()) pieces.push(piece);
  }
  expect(Buffer.concat(pieces).toString()).toBe(packedCapture);
});

it.each([
  ["xz", xz],
  ["xz with padding", Buffer.concat([xz, Buffer.alloc(8)])],
  ["bzip2", bzip2],
])("streams of %s one behind the other are one text", async (_, bytes) => {
  const expected = [`a = ${2 * packedCapture.length} characters`];
  expect(await read("a", Buffer.concat([bytes, bytes]))).toEqual(expected);
});

describe("damage", () => {
  const samples = Object.entries({ xz, tarXz, bzip2, rar4, rar5, zipOfLzma, zstandard });

  it.each(samples)("at any byte of %s is told or harmless", async (_, bytes) => {
    for (let at = 6; at < bytes.length; at += 29) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      for (const line of await read("a", changed)) expect(line).toMatch(/^\S* = |: [a-z-]+: /);
    }
  });

  it.each(samples)("that cuts %s off is told", async (_, bytes) => {
    const lines = await read("a", bytes.subarray(0, bytes.length - 40));
    expect(lines.join("\n")).toMatch(/truncated|damaged|break|cut off|Node 22|no member|list of its members/);
  });
});

it("says what is missing where the library is not installed", async () => {
  const without = [...packedStreamsReadBy(async () => undefined), rarReadBy(async () => undefined)];
  for (const bytes of [xz, bzip2, rar5]) {
    const format = without.find(({ matches }) => matches(bytes, "a"));
    const told = format && (await listed(format, bytes, { file: "a" }));
    expect(told?.join()).toContain("needs the package libarchive-wasm: npm install libarchive-wasm");
  }
});

it.each(["BZh9 is how it begins", "Rar!", "MSCF", "7z", "ustar", ""])("takes %j for a text", (start) => {
  expect(formatOf(Buffer.from(start))).toBeUndefined();
});

it("knows every format by its first bytes alone", () => {
  const known = [xz, bzip2, zstandard, rar4, rar5].map((bytes) => formatOf(bytes)?.name);
  expect(known).toEqual(["an xz archive", "a bzip2 archive", "a Zstandard archive", "a RAR archive", "a RAR archive"]);
  expect(formats).toHaveLength(new Set(formats.map(({ name }) => name)).size);
});
