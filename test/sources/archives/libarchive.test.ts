import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import type { ArchiveFormat } from "../../../src/sources/archives/archive.ts";
import { cabinet, cabinetReadBy } from "../../../src/sources/archives/cabinet.ts";
import { defaultLimits, formatOf } from "../../../src/sources/archives/index.ts";
import { sevenZip, sevenZipReadBy } from "../../../src/sources/archives/seven-zip.ts";
import { cabinetOf } from "../../support/archives/cabinet-builder.ts";
import { inputOf, listed } from "../../support/archives/listed.ts";
import { noise } from "../../support/archives/noise.ts";
import { openedFile } from "../../support/archives/opened.ts";
import { sevenZipOf } from "../../support/archives/seven-zip-builder.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";

const TEXT = "Chimney Offload State : automatic\r\n";
const two = [
  { name: "SRV01_TcpIp.txt", text: TEXT },
  { name: "folder/b.txt", text: "b" },
];

/** "global.txt" packed with a password, which the text of a 7-Zip archive and also its list of members can be. */
const ENCRYPTED =
  "N3q8ryccAATfY2adMAAAAAAAAAByAAAAAAAAANoOwa5vuAvaWWb8W314aSxU1XAjInwnt5mc96gm3CAgZzDfTA1DimzvHuL3jRcE3NY9kyMBBAYAAQkwAAcLAQACJAbxBwESUw+wbZHNUSjXQi4QghkuTDX5ISEBAAEADCcjAAgKAal70LEAAAUBGQEAERcAZwBsAG8AYgBhAGwALgB0AHgAdAAAABkEAAAAABQKAQB/oIVNNnndARUGAQAggKSBAAA=";
const ENCRYPTED_LIST =
  "N3q8ryccAARdsO2usAAAAAAAAAAvAAAAAAAAAJfQ+wAG3ocoEAlFSeXMsRc/BsKWwECnmYFwPwjWK/o4D8ekLyqh/z6KHei8N883YXhO8OMByr4F2d/erLZ7BRqzZarAtARZ6A8XvrocFwWWxdG9vz/aOgZiZ8JsYW1ryOBjs9nkyqltT/RIHlwIX4pQPZBb3tMNFX8k3aL827OgnEXki3XX5rQiGrEYQB/1unbJxucfB/uTZGiKwWvck3SfcR9ziHGs9XPxLtPkEXB4sTnwvRcGMAEJgIAABwsBAAEkBvEHARJTD3H2lLViLO9QH0n+Ki4a1aQMcgoBU4LrkAAA";

const archives: readonly [string, ArchiveFormat, (members: typeof two) => Buffer][] = [
  ["a 7-Zip archive", sevenZip, sevenZipOf],
  ["a cabinet with nothing packed", cabinet, cabinetOf],
  ["a packed cabinet", cabinet, (members) => cabinetOf(members, { method: "MSZIP" })],
];

describe.each(archives)("%s", (_, format, build) => {
  it("gives its members in their order with their text", async () => {
    expect(formatOf(build(two))?.name).toBe(format.name);
    expect(await listed(format, build(two))).toEqual([`SRV01_TcpIp.txt = ${TEXT}`, "folder/b.txt = b"]);
  });

  it("gives members longer than a piece, and carries past those that nobody wants", async () => {
    const large = { name: "large.txt", text: "0123456789abcdef".repeat(20_000) };
    const archive = build([large, ...two]);
    expect((await listed(format, archive))[0]).toBe("large.txt = 320000 characters");
    const wanted = ({ name }: { name: string }) => name !== "large.txt";
    expect(await listed(format, archive, { wanted })).toEqual([
      "large.txt: passed over",
      `SRV01_TcpIp.txt = ${TEXT}`,
      "folder/b.txt = b",
    ]);
  });

  it("shows letters other than ASCII as lost", async () => {
    expect(await listed(format, build([{ name: "büro.txt", text: "x" }]))).toEqual([
      expect.stringMatching(/^b\ufffd{1,2}ro\.txt = x$/),
    ]);
  });

  it("may be empty", async () => {
    expect(await listed(format, build([]))).toEqual([]);
  });

  it("says of garbage and of what breaks off that it can't be read", async () => {
    const whole = build(two);
    for (const bytes of [whole.subarray(0, 8), whole.subarray(0, 36), whole.subarray(0, -20)]) {
      const lines = await listed(format, bytes);
      expect(lines.at(-1)).toMatch(/^(?:failed|partial): archive-(?:truncated|damaged): /);
    }
    const garbled = Buffer.from(whole).fill(0x5a, 40);
    expect((await listed(format, garbled)).at(-1)).toMatch(/^failed: archive-(?:truncated|damaged): /);
  });

  it("is not read beyond the limit of members", async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, text: "x" }));
    expect(await listed(format, build(many), { limits: { ...defaultLimits, entries: 5 } })).toHaveLength(6);
  });

  it("is not read when it is larger than the library can hold", async () => {
    const start = build(two);
    const volume = async () => ({
      size: 600 * 1024 ** 2,
      read: async (at: number, length: number) => start.subarray(at, at + length),
    });
    const reasons: unknown[] = [];
    for await (const found of format.members({ ...inputOf(start), volume }, defaultLimits)) reasons.push(found);
    expect(reasons).toMatchObject([{ code: "archive-limit", status: "skipped" }]);
  });
});

it("reads what follows a member whose checksum is wrong", async () => {
  const archive = sevenZipOf([{ name: "a.txt", text: "first" }, ...two]);
  archive[32] = 0x46;
  const fault = "member-checksum: the checksum of the packed data is wrong: some of it may have been changed";
  expect(await listed(sevenZip, archive)).toEqual([
    `a.txt = First … ${fault}`,
    `SRV01_TcpIp.txt = ${TEXT}`,
    "folder/b.txt = b",
  ]);
});

it("gives what comes before a damaged place, and the members before that", async () => {
  const archive = cabinetOf([...two, { name: "c.txt", text: noise(50_000).toString("hex") }], { method: "MSZIP" });
  archive.fill(0xff, archive.length - 400);
  const lines = await listed(cabinet, archive);
  expect(lines.slice(0, 2)).toEqual([`SRV01_TcpIp.txt = ${TEXT}`, "folder/b.txt = b"]);
  expect(lines[2]).toMatch(/^c\.txt = 9\d{4} characters … archive-damaged: damaged \(/);
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatch(/^partial: archive-damaged: damaged \(.*\); 3 members were found before that$/);
});

it("finds archives of both kinds within others", async () => {
  const zip = zipOf([
    { name: "data.cab", data: cabinetOf(two, { method: "MSZIP" }) },
    { name: "data.7z", data: sevenZipOf([{ name: "b.txt", text: "b" }]) },
  ]);
  expect(await openedFile("bundle.zip", zip)).toEqual([
    `bundle.zip!data.cab!SRV01_TcpIp.txt = ${TEXT}`,
    "bundle.zip!data.cab!folder/b.txt = b",
    "bundle.zip!data.7z!b.txt = b",
  ]);
});

it.each([
  ["7-Zip archive", sevenZipReadBy, sevenZipOf(two)],
  ["cabinet", cabinetReadBy, cabinetOf(two)],
])("says of a %s which package is missing", async (_, readBy, bytes) => {
  expect(
    await listed(
      readBy(async () => undefined),
      bytes,
    ),
  ).toEqual([
    "skipped: archive-needs-package: needs the package libarchive-wasm: npm install libarchive-wasm (with -g if chimneysweep was)",
  ]);
});

describe("an encrypted 7-Zip archive", () => {
  it("tells the names of its members when it can", async () => {
    const told = ["global.txt: member-encrypted: encrypted; unpack it and pass the folder"];
    expect(await listed(sevenZip, Buffer.from(ENCRYPTED, "base64"))).toEqual(told);
  });

  it("is told as such when it hides them", async () => {
    const told = "failed: member-encrypted: encrypted; unpack it and pass the folder; it has no members";
    expect(await listed(sevenZip, Buffer.from(ENCRYPTED_LIST, "base64"))).toEqual([told]);
  });
});

describe("archives in parts", () => {
  it("says of the first part of a 7-Zip archive that they have to be joined", async () => {
    const part = sevenZipOf(two).subarray(0, 60);
    const reason = "one of several parts; join them in their order (copy /b does) and pass the whole";
    expect(await listed(sevenZip, part, { file: "x.7z.001" })).toEqual([`skipped: archive-multi-part: ${reason}`]);
  });

  it("says of a cabinet that goes on in another one that they have to be unpacked together", async () => {
    const reason = "one of several parts; unpack them together (expand does) and pass the folder";
    expect(await listed(cabinet, cabinetOf(two, { flags: 2 }))).toEqual([`skipped: archive-multi-part: ${reason}`]);
  });
});
