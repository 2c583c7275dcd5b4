import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noise } from "../../support/archives/noise.ts";
import { openedFile } from "../../support/archives/opened.ts";
import { field, type ZipMember, type ZipOddities, zipOf } from "../../support/archives/zip-builder.ts";

const a: ZipMember = { name: "a.txt", data: "alpha" };
const b: ZipMember = { name: "b.txt", data: "beta" };

/** What comes of the archive, without its name in front. */
async function members(zip: Uint8Array, name = "z.zip"): Promise<string[]> {
  return (await openedFile(name, zip)).map((line) => line.slice(name.length));
}

describe("the members of a zip archive", () => {
  it.each<[string, readonly ZipMember[], ZipOddities]>([
    ["packed", [a, b], {}],
    ["stored", [{ ...a, method: 0 }, b], {}],
    ["with their sizes behind them", [{ ...a, sizes: "behind" }, b], {}],
    ["as for more than 4 GB", [{ ...a, format: "zip64" }, b], { format: "zip64" }],
    ["with a comment on the archive", [a, b], { comment: "PK is how it begins" }],
    [
      "with folders of their own",
      [{ name: "folder/", data: "" }, { name: "other", data: "", mode: 0o40755 }, a, b],
      {},
    ],
    ["with modes of Unix", [{ ...a, mode: 0o100644 }, b], {}],
  ])("are read when %s", async (_, list, oddities) => {
    expect(await members(zipOf(list, oddities))).toEqual(["!a.txt = alpha", "!b.txt = beta"]);
  });

  it("are read whatever the archive is called", async () => {
    expect(await members(zipOf([a]), "bundle.txt")).toEqual(["!a.txt = alpha"]);
  });

  it("may be empty", async () => {
    expect(await members(zipOf([{ name: "a.txt", data: "" }]))).toEqual(["!a.txt = "]);
  });
});

describe("a name", () => {
  const japanese = Buffer.from([0x95, 0x5c, 0x8e, 0xa6, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67]);
  const second = (name: Buffer) => {
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(name));
    return field(0x7075, Buffer.concat([Buffer.of(1), checksum, Buffer.from("Übersicht")]));
  };
  it.each<[string, ZipMember["name"], string, Partial<ZipMember>]>([
    ["in UTF-8 with its flag", "Gerät", "Gerät", { flags: 0x800 }],
    ["in UTF-8 without it", "Gerät", "Gerät", {}],
    ["in code page 437 or 850", Buffer.from([0x47, 0x65, 0x72, 0x84, 0x74]), "Gerät", {}],
    ["in code page 850 with the flag of UTF-8", Buffer.from([0x47, 0x65, 0x72, 0x84, 0x74]), "Gerät", { flags: 0x800 }],
    ["in code page 866", Buffer.from([0x8d, 0xa5, 0xe2, 0xec]), "Неть", {}],
    ["in code page 932, a backslash within a letter", japanese, "表示テスト", {}],
    ["with a second one in UTF-8", Buffer.of(0x9a), "Übersicht", { extraField: second(Buffer.of(0x9a)) }],
    ["with a second one for another name", Buffer.of(0x9a), "Ü", { extraField: second(Buffer.of(0x9b)) }],
  ])("%s", async (_, name, expected, rest) => {
    expect(await members(zipOf([{ ...rest, name, data: "x" }]))).toEqual([`!${expected} = x`]);
  });
});

describe("a member that can't be read", () => {
  const advice = "unpack the archive with its password and pass the folder";
  it.each<[string, Partial<ZipMember>, string]>([
    ["encrypted", { flags: 1 }, `failed: member-encrypted: encrypted; ${advice}`],
    ["packed with AES", { flags: 1, method: 99 }, `failed: member-encrypted: encrypted; ${advice}`],
    ["Implode", { method: 6 }, "failed: member-method: packed with method 6 (Implode), which is not read"],
    ["Deflate64 that breaks off", { method: 9 }, " … archive-truncated: truncated: the packed data break off"],
    ["LZMA that breaks off", { method: 14 }, " … archive-truncated: truncated: the archive breaks off"],
    ["unknown method", { method: 77 }, "failed: member-method: packed with method 77, which is not read"],
    ["link", { mode: 0o120777 }, "skipped: member-link: a link, not followed"],
    ["pipe", { mode: 0o10644 }, "skipped: member-link: a device or a pipe, not read"],
    [
      "elsewhere",
      { header: 1_000_000 },
      " … archive-damaged: the archive's list of members points to where there is none",
    ],
  ])("%s costs no other one", async (_, lie, expected) => {
    const [first, second] = await members(zipOf([{ ...a, ...lie }, b]));
    expect(first).toContain(expected);
    expect(second).toBe("!b.txt = beta");
  });

  it.each<[string, Partial<ZipMember>, string]>([
    ["checksum", { checksum: 1 }, "member-checksum: the checksum is wrong"],
    ["size, too small", { size: 2 }, "member-size: unpacks to 5 bytes where the archive says 2"],
    ["size, too large", { size: 4_000_000 }, "member-size: unpacks to 5 bytes where the archive says 4000000"],
    ["size of a stored one", { size: 2, method: 0 }, "member-size: unpacks to 5 bytes where the archive says 2"],
  ])("a wrong %s is told behind the text", async (_, lie, expected) => {
    const [first, second] = await members(zipOf([{ ...a, ...lie }, b]));
    expect(first).toContain(`!a.txt = alpha … ${expected}`);
    expect(second).toBe("!b.txt = beta");
  });

  it("is read up to where it is damaged", async () => {
    const text = noise(50_000).toString("hex");
    const zip = zipOf([{ name: "n.txt", data: text }, b]);
    zip.fill(0, 30_000, 32_000);
    const [first, second] = await members(zip);
    const length = Number(/= (\d+) characters … archive-damaged: damaged: what comes here/.exec(first ?? "")?.[1]);
    expect(length).toBeGreaterThan(20_000);
    expect(length).toBeLessThan(text.length);
    expect(second).toBe("!b.txt = beta");
  });
});

describe("a list of members", () => {
  it("that goes on behind the number of them is not taken for all there is", async () => {
    const zip = zipOf([a, b]);
    const end = zip.lastIndexOf("PK\x05\x06");
    zip.writeUInt16LE(1, end + 8);
    zip.writeUInt16LE(1, end + 10);
    const reason = "the list of its members is damaged after 1 member; the others were looked for without it";
    expect(await members(zip)).toEqual(["!a.txt = alpha", `: partial: archive-damaged: ${reason}`, "!b.txt = beta"]);
  });

  it("that claims more of a member than there is costs no other one", async () => {
    const zip = zipOf([a, b]);
    zip.writeUInt32LE(10_000_000, zip.indexOf("PK\x01\x02") + 20);
    const [first, second] = await members(zip);
    expect(first).toBe("!a.txt: failed: member-size: claims more packed bytes than the archive has for it");
    expect(second).toBe("!b.txt = beta");
  });
});

describe("an archive that is not as it should be", () => {
  const part = ": failed: archive-multi-part: one part of an archive that was split; join the parts first";
  const ambiguous = (what: string) => `: partial: archive-ambiguous: ambiguous: ${what}; its list of members was taken`;
  const odd = (what: string) => `: skipped: archive-ambiguous: ${what}; every member in its list was read`;
  const misplaced = odd("its list of members is not where its end says");
  /** The archive with another place of its list in its last record. */
  const pointingTo = (place: (list: number) => number): Buffer => {
    const zip = zipOf([a, b]);
    const at = zip.lastIndexOf("PK\x05\x06") + 16;
    zip.writeUInt32LE(place(zip.readUInt32LE(at)), at);
    return zip;
  };
  const both = ["!a.txt = alpha", "!b.txt = beta"];
  const splitMark = Buffer.from("PK\x07\x08");
  it.each<[string, Buffer, readonly string[]]>([
    [
      "bytes before it",
      zipOf([a], { prefix: Buffer.from("PK\x03\x04 more") }),
      ["!a.txt = alpha", ambiguous("9 bytes precede it, another archive stands there")],
    ],
    [
      "the program that unpacks it before it",
      zipOf([a, b], { prefix: Buffer.from(`MZ${"\0".repeat(998)}`) }),
      [...both, odd("1000 bytes precede it")],
    ],
    [
      "bytes on both sides of it",
      zipOf([a, b], { prefix: Buffer.from("MZ"), suffix: Buffer.alloc(3) }),
      [...both, odd("2 bytes precede it, 3 bytes follow its end")],
    ],
    ["a list farther on than it says", pointingTo((list) => list - 7), [...both, misplaced]],
    ["a list nearer than it says", pointingTo((list) => list + 7), [...both, misplaced]],
    ["a list that is said to be first", pointingTo(() => 0), [...both, misplaced]],
    ["a list that is said to be far away", pointingTo(() => 0x7fff_ffff), [...both, misplaced]],
    ["bytes behind it", zipOf([a], { suffix: Buffer.alloc(20) }), ["!a.txt = alpha", odd("20 bytes follow its end")]],
    [
      "two of them in a row",
      Buffer.concat([zipOf([a]), zipOf([b])]),
      ["!b.txt = beta", ambiguous("115 bytes precede it, another archive stands there")],
    ],
    [
      "one in its comment",
      zipOf([a], { comment: zipOf([b]) }),
      ["!b.txt = beta", ambiguous("115 bytes precede it, another archive stands there, it has more than one end")],
    ],
    [
      "another name where the member lies",
      zipOf([{ ...a, ownName: "x.txt" }]),
      ["!a.txt = alpha", ambiguous("1 member called something else in its list than where it lies")],
    ],
    [
      "members in one another",
      zipOf([a, { ...b, sameAs: 0 }, { name: "c", data: "c" }]),
      [
        "!a.txt = alpha",
        ": partial: archive-overlap: members overlap, as in archive bombs; nothing is read after the first 1 member",
      ],
    ],
    ["the last of several parts", zipOf([a], { disk: 1 }), [part]],
    ["the first of several parts", Buffer.concat([splitMark, zipOf([a]).subarray(0, 60)]), [part]],
    ["a mark of parts, and only one", zipOf([a], { prefix: splitMark }), ["!a.txt = alpha", odd("4 bytes precede it")]],
    ["nothing in it", zipOf([]), [": skipped: source-empty: an archive with nothing in it"]],
  ])("%s", async (_, zip, lines) => expect(await members(zip)).toEqual(lines));

  it("is read without its list where that breaks off", async () => {
    const zip = zipOf([a, { ...b, flags: 0x41 }, { name: "c.txt", data: "c" }]); // a flag that yauzl gives up at
    expect(await members(zip)).toEqual([
      "!a.txt = alpha",
      ": partial: archive-damaged: the list of its members is damaged after 1 member; the others were looked for without it",
      "!b.txt: failed: member-encrypted: encrypted; unpack the archive with its password and pass the folder",
      "!c.txt = c",
    ]);
  });
});
