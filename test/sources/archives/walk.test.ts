import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { defaultLimits, type Limits, openSources } from "../../../src/sources/index.ts";
import { noise } from "../../support/archives/noise.ts";
import { openedFile, openedInput, withFiles } from "../../support/archives/opened.ts";
import { type ZipMember, zipOf } from "../../support/archives/zip-builder.ts";

const a: ZipMember = { name: "a.txt", data: "alpha" };
const b: ZipMember = { name: "b.txt", data: "beta" };

/** An archive in an archive, so many of them around the file. */
function nested(depth: number): Buffer {
  let zip = zipOf([a]);
  for (let level = 1; level < depth; level += 1)
    zip = zipOf([
      { name: `${level}.zip`, data: zip },
      { name: `${level}.txt`, data: "beside" },
    ]);
  return zip;
}

const limited = (limits: Partial<Limits>) => ({ limits: { ...defaultLimits, ...limits } });

describe("archives within archives", () => {
  it("are opened by what is in them, whatever they are called", async () => {
    const zip = zipOf([{ name: "folder\\inner.dat", data: zipOf([{ name: "deep\\a.txt", data: "alpha" }]) }, b]);
    expect(await openedFile("z.zip", zip)).toEqual(["z.zip!folder/inner.dat!deep/a.txt = alpha", "z.zip!b.txt = beta"]);
  });

  it("are opened four deep", async () => {
    expect(await openedFile("z.zip", nested(4))).toEqual([
      "z.zip!3.zip!2.zip!1.zip!a.txt = alpha",
      "z.zip!3.zip!2.zip!1.txt = beside",
      "z.zip!3.zip!2.txt = beside",
      "z.zip!3.txt = beside",
    ]);
    const deeper = await openedFile("z.zip", nested(6));
    expect(deeper[0]).toMatch(
      /^z\.zip!5\.zip!4\.zip!3\.zip!2\.zip: failed: archive-limit: an archive nested 4 deep, one more than is opened/,
    );
    expect(deeper).toHaveLength(5);
  });

  it("are opened as deep as is asked for", async () => {
    expect((await openedFile("z.zip", nested(2), limited({ depth: 1 })))[0]).toContain("1.zip: failed: archive-limit");
    expect(await openedFile("z.zip", nested(6), limited({ depth: 6 }))).toHaveLength(6);
  });

  it("are opened once where they are the same", async () => {
    const inner = zipOf([a]);
    const zip = zipOf([
      { name: "one.zip", data: inner },
      { name: "two.zip", data: zipOf([{ name: "one.zip", data: inner }, b]) },
    ]);
    expect(await openedFile("z.zip", zip)).toEqual([
      "z.zip!one.zip!a.txt = alpha",
      "z.zip!two.zip!one.zip: skipped: archive-repeats: the same archive was opened before; not opened again",
      "z.zip!two.zip!b.txt = beta",
    ]);
  });

  it("are not held in memory where they claim to be too large for that", async () => {
    const zip = zipOf([{ name: "huge.zip", data: zipOf([a]), size: 300 * 1024 * 1024 }, a]);
    const [first, second] = await openedFile("z.zip", zip);
    expect(first).toMatch(/^z\.zip!huge\.zip: failed: member-limit: larger than the 256 MB that are held/);
    expect(second).toBe("z.zip!a.txt = alpha");
  });

  it("are read as far as they go where the one around them breaks off", async () => {
    const inner = zipOf([a, { name: "long", data: noise(5000).toString("hex"), method: 0 }]);
    const zip = zipOf([b, { name: "in.zip", data: inner, method: 0 }]);
    const [, first, second, third, fourth] = await openedFile("z.zip", zip.subarray(0, 4000));
    expect(first).toBe("z.zip!in.zip!a.txt = alpha");
    expect(second).toMatch(/^z\.zip!in\.zip!long = \d+ characters … archive-truncated/);
    expect(third).toMatch(/^z\.zip!in\.zip: partial: archive-truncated: .*2 members recovered/);
    expect(fourth).toMatch(/^z\.zip: partial: archive-truncated: .*2 members recovered/);
  });

  it("are read, and flagged, where they are not what was packed", async () => {
    expect(await openedFile("z.zip", zipOf([{ name: "in.zip", data: zipOf([a]), checksum: 7 }]))).toEqual([
      "z.zip!in.zip!a.txt = alpha",
      "z.zip!in.zip: partial: member-checksum: the checksum is wrong: some of the bytes are not those that were packed",
    ]);
  });

  it("share what may be read of them", async () => {
    const inner = (name: string) => zipOf([{ name, data: "x".repeat(400) }]);
    const zip = zipOf([{ name: "1.zip", data: inner("1") }, { name: "2.zip", data: inner("2") }, a]);
    const lines = await openedFile("z.zip", zip, limited({ bundleBytes: 900 }));
    expect(lines).toEqual([
      "z.zip!1.zip!1 = 400 characters",
      expect.stringContaining("z.zip!2.zip!2 = "),
      "z.zip!2.zip: partial: archive-limit: more than 900 bytes unpacked altogether; nothing more of the bundle is read",
    ]);
  });
});

describe("what is read of a bundle", () => {
  it("is so many members", async () => {
    expect(await openedFile("z.zip", zipOf([a, b]), limited({ entries: 1 }))).toEqual([
      "z.zip!a.txt = alpha",
      "z.zip: partial: archive-limit: more than 1 members; nothing more of the bundle is read",
    ]);
  });

  it.each<[string, ZipMember, Partial<Limits>, string]>([
    [
      "so much of a member",
      { name: "a", data: "alpha" },
      { memberBytes: 4 },
      "alph … member-limit: more than 4 bytes unpacked",
    ],
    ["not more than is allowed, and just that", { name: "a", data: "alpha" }, { memberBytes: 5 }, "alpha"],
    [
      "what does not unpack to too much",
      { name: "a", data: Buffer.alloc(3_000_000) },
      {},
      "… member-limit: unpacks to more than 200 times its size",
    ],
    [
      "what is short, and so may well unpack to much",
      { name: "a", data: Buffer.alloc(900_000) },
      {},
      "900000 characters",
    ],
    ["what is plainly stored", { name: "a", data: Buffer.alloc(3_000_000), method: 0 }, {}, "3000000 characters"],
  ])("is %s", async (_, member, limits, expected) => {
    const [first, second] = await openedFile("z.zip", zipOf([member, b]), limited(limits));
    expect(first).toContain(expected);
    expect(second).toBe("z.zip!b.txt = beta");
  });
});

describe("members", () => {
  it("of one name are all read, told apart in front", async () => {
    const lines = await openedFile(
      "z.zip",
      zipOf([a, { ...a, data: "again" }, { name: "A.TXT", data: "twin" }, { name: ".\\a.txt", data: "4" }]),
    );
    const remark = (count: number) =>
      `[member-duplicate: The archive holds several members of this name. This is number ${count}; each of them is read.]`;
    expect(lines).toEqual([
      "z.zip!a.txt = alpha",
      `z.zip!(2)/a.txt = again ${remark(2)}`,
      `z.zip!(3)/A.TXT = twin ${remark(3)}`,
      `z.zip!(4)/a.txt = 4 ${remark(4)}`,
    ]);
  });

  it("that can't be captures are passed over, and told", async () => {
    expect(
      await openedFile(
        "z.zip",
        zipOf([
          { name: "x.EVTX", data: "" },
          { name: "m.dmp", data: "", flags: 1 },
        ]),
      ),
    ).toEqual([
      "z.zip!x.EVTX: skipped: null: an event log, passed over by its name",
      "z.zip!m.dmp: skipped: null: a memory dump, passed over by its name",
      "z.zip: skipped: null: none of its 2 members is read",
    ]);
  });

  it("that are Web pages in place of archives are no captures", async () => {
    const [line] = await openedFile("z.zip", zipOf([{ name: "inner.zip", data: "<html><body>Session expired" }]));
    expect(line).toMatch(/^z\.zip!inner\.zip: failed: source-page: a Web page and no archive/);
  });

  it("are each one of many", async () => {
    await withFiles({ "z.zip": zipOf([a, b]) }, async (cwd) => {
      const flags: unknown[] = [];
      for await (const source of openSources(["z.zip"], { cwd, stdin: nothing() }))
        flags.push("bytes" in source && source.isOneOfMany);
      expect(flags).toEqual([true, true]);
    });
  });

  it("that nobody reads to their end do not keep the others waiting", async () => {
    const zip = zipOf([{ name: "long", data: Buffer.alloc(900_000), method: 0 }, a]);
    await withFiles({ "z.zip": zip }, async (cwd) => {
      const names: string[] = [];
      for await (const source of openSources(["z.zip"], { cwd, stdin: nothing() })) {
        names.push(source.name);
        if (!("bytes" in source)) continue;
        for await (const chunk of source.bytes) if (chunk.length > 0) break;
      }
      expect(names).toEqual(["z.zip!long", "z.zip!a.txt"]);
    });
  });
});

describe("an archive from standard input", () => {
  it("is held and opened", async () => {
    expect(await openedInput(zipOf([a, b]))).toEqual(["stdin!a.txt = alpha", "stdin!b.txt = beta"]);
  });

  it("is refused where it is too large", async () => {
    const [line] = await openedInput(zipOf([a, b]), limited({ bundleBytes: 50 }));
    expect(line).toMatch(/^stdin: partial: archive-limit: more than 50 bytes/);
  });
});

async function* nothing(): AsyncGenerator<Uint8Array> {}
