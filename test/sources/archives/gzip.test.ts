import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gzip } from "../../../src/sources/archives/gzip.ts";
import { defaultLimits } from "../../../src/sources/archives/index.ts";
import { SourceFault } from "../../../src/text/source.ts";
import { inputOf, listed } from "../../support/archives/listed.ts";
import { openedFile } from "../../support/archives/opened.ts";
import { blocksOf, tarEnd, tarHeader, tarOf } from "../../support/archives/tar-builder.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";

const FILE = { file: "capture.txt.gz" };
const STEPS = [1, 7, 4096, 1 << 20];

/** Text that does not pack well, so that half of the bytes hold half of it. */
const TEXT = Array.from({ length: 4000 }, (_, i) => `${(i * 7919) % 10_007} ${(i * 104_729) % 9973}`).join("\r\n");

/** A packed text with these fields in its header. */
function withFields(flags: number, ...fields: readonly (string | readonly number[])[]): Buffer {
  const plain = gzipSync("x");
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = flags;
  return Buffer.concat([header, ...fields.map((field) => Buffer.from(field as string)), plain.subarray(10)]);
}

describe("a packed file", () => {
  it("is one member, named like the archive", async () => {
    for (const step of STEPS)
      expect(await listed(gzip, gzipSync("hello"), { ...FILE, step })).toEqual(["capture.txt = hello"]);
  });

  it.each([
    ["a.TXT.GZ", "a.TXT"],
    ["a.tgz", "a"],
    ["attachment", "attachment"],
  ])("in %s is called %s", async (file, name) => {
    expect(await listed(gzip, gzipSync("x"), { file })).toEqual([`${name} = x`]);
  });

  it.each([
    ["has one", 0x08, ["SRV01.txt\0"], "SRV01.txt"],
    ["has it in UTF-8", 0x08, ["büro.txt\0"], "büro.txt"],
    ["has it in Latin 1", 0x08, [[0x62, 0xfc, 0x72, 0x6f, 0]], "büro"],
    ["has it among all other fields", 0x1e, [[2, 0], "ex", "a.txt\0", "remark\0", "cc"], "a.txt"],
    ["has an empty one", 0x08, ["\0"], "capture.txt"],
  ])("has the name from the header when that %s", async (_, flags, fields, name) => {
    expect(await listed(gzip, withFields(flags, ...fields), { ...FILE, step: 3 })).toEqual([`${name} = x`]);
  });

  it("may come in several parts, with zeros behind them", async () => {
    const archive = Buffer.concat([gzipSync("one "), gzipSync(""), gzipSync("two"), Buffer.alloc(512)]);
    for (const step of STEPS) expect(await listed(gzip, archive, { ...FILE, step })).toEqual(["capture.txt = one two"]);
  });

  it("may be followed by something else, which is told", async () => {
    const archive = Buffer.concat([gzipSync("one"), Buffer.from("<html>")]);
    const more = "partial: archive-ambiguous: unpacked data follow the packed data; they are not read";
    for (const step of STEPS)
      expect(await listed(gzip, archive, { ...FILE, step })).toEqual(["capture.txt = one", more]);
  });

  it("may be empty", async () => {
    expect(await listed(gzip, gzipSync(""), FILE)).toEqual(["capture.txt = "]);
  });
});

describe("a broken packed file", () => {
  it("gives all that can be unpacked of what is there", async () => {
    const archive = gzipSync(TEXT);
    const half = archive.subarray(0, archive.length / 2);
    const [line = ""] = await listed(gzip, half, FILE);
    const [, characters = ""] = /^capture\.txt = (\d+) characters … archive-truncated: truncated: /.exec(line) ?? [];
    expect(Number(characters)).toBeGreaterThan(TEXT.length / 3);
    for (const step of STEPS) expect(await listed(gzip, half, { ...FILE, step })).toEqual([line]);
  });

  it.each([
    ["checksum", 8],
    ["length", 4],
  ])("gives a text whose %s is wrong, and says so", async (_, behind) => {
    const archive = gzipSync("hello");
    archive[archive.length - behind] = 0xff;
    const fault = "member-checksum: the checksum of the packed data is wrong: some of it may have been changed";
    expect(await listed(gzip, archive, FILE)).toEqual([`capture.txt = hello … ${fault}`]);
  });

  it.each([
    [
      "its trailer",
      gzipSync("hello").subarray(0, -3),
      "hello … archive-truncated: truncated: the packed data break off",
    ],
    ["its header", gzipSync("hello").subarray(0, 8), " … archive-truncated: truncated: the packed data break off"],
    [
      "the name in it",
      withFields(8, "a.txt").subarray(0, 12),
      " … archive-truncated: truncated: the packed data break off",
    ],
    ["fields nobody knows", withFields(0xe0), " … archive-damaged: damaged: its header is none of gzip's"],
    ["a name without end", withFields(8, "x".repeat(70_000)), " … archive-damaged: damaged: its header has no end"],
  ])("is told when it breaks off in or has %s", async (_, archive, text) => {
    expect(await listed(gzip, archive, FILE)).toEqual([`capture.txt = ${text}`]);
  });

  it("gives what comes before a damaged place", async () => {
    const archive = Buffer.concat([gzipSync("fine "), gzipSync("damaged").fill(0xff, 10, 14)]);
    expect((await listed(gzip, archive, FILE))[0]).toMatch(/^capture\.txt = fine {2}… archive-damaged: damaged: /);
  });
});

describe("a packed tar archive", () => {
  const members = [
    { name: "a.txt", text: TEXT },
    { name: "b.txt", text: "b" },
  ];

  it("gives its members as if nothing were between", async () => {
    const archive = gzipSync(await tarOf(members));
    const found = [`a.txt = ${TEXT.length} characters`, "b.txt = b"];
    for (const step of STEPS) expect(await listed(gzip, archive, { file: "x.tgz", step })).toEqual(found);
  });

  it("gives what comes before it breaks off, or its checksum turns out to be wrong", async () => {
    const archive = gzipSync(await tarOf(members));
    const [member, row] = await listed(gzip, archive.subarray(0, archive.length / 2), { file: "x.tgz" });
    expect(member).toMatch(/^a\.txt = \d{4,5} characters … archive-truncated: /);
    expect(row).toBe("thrown: archive-truncated: truncated: the packed data break off; 1 member was found before that");
    archive[archive.length - 8] = 255 - (archive[archive.length - 8] ?? 0);
    const lines = await listed(gzip, archive, { file: "x.tgz" });
    expect(lines[1]).toBe("b.txt = b");
    expect(lines[2]).toMatch(/^thrown: member-checksum: .*; 2 members were found before that$/);
  });

  it("carries a large member past without holding it, counted", async () => {
    const piece = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    const flow = { carried: 0, ahead: 0 };
    async function* packed() {
      yield gzipSync(tarHeader({ name: "MEMORY.DMP", size: 1024 ** 3 }));
      for (let given = 0; given < 64; given += 1) {
        flow.ahead = Math.max(flow.ahead, given * 16 * 1024 * 1024 - flow.carried);
        yield piece;
      }
      yield gzipSync(Buffer.concat([tarHeader({ name: "b.txt", size: 1 }), blocksOf("b"), tarEnd]));
    }
    async function* carry(bytes: AsyncIterable<Uint8Array>) {
      for await (const chunk of bytes) {
        flow.carried += chunk.length;
        yield chunk;
      }
    }
    const names: string[] = [];
    const input = { ...inputOf(tarEnd), stream: packed, carry };
    for await (const member of gzip.members(input, defaultLimits))
      names.push("name" in member ? member.name : member.reason);
    expect(names).toEqual(["MEMORY.DMP", "b.txt"]);
    expect(flow.carried).toBeGreaterThan(1024 ** 3);
    expect(flow.ahead).toBeLessThan(16 * 1024 * 1024);
  });

  it("is left where too much of it was carried past", async () => {
    async function* carry(bytes: AsyncIterable<Uint8Array>) {
      for await (const chunk of bytes) {
        yield chunk;
        throw new SourceFault("archive-limit", "too much");
      }
    }
    const input = { ...inputOf(gzipSync(await tarOf(members))), carry };
    const found: string[] = [];
    const reading = async () => {
      for await (const member of gzip.members(input, defaultLimits)) found.push("name" in member ? member.name : "");
    };
    await expect(reading()).rejects.toMatchObject({ code: "archive-limit" });
    expect(found).toEqual(["a.txt"]);
  });
});

it("finds packed archives within others", async () => {
  const inner = gzipSync(await tarOf([{ name: "a.txt", text: "a" }]));
  const zip = zipOf([
    { name: "inner.tar.gz", data: inner },
    { name: "b.txt.gz", data: gzipSync("b") },
  ]);
  const outer = gzipSync(await tarOf([{ name: "logs/inner.txt", text: "c" }]));
  expect(await openedFile("bundle.zip", zip)).toEqual([
    "bundle.zip!inner.tar.gz!a.txt = a",
    "bundle.zip!b.txt.gz!b.txt = b",
  ]);
  expect(await openedFile("bundle.zip", outer)).toEqual(["bundle.zip!logs/inner.txt = c"]);
});
