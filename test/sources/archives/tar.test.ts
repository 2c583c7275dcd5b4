import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../src/sources/archives/index.ts";
import { tar } from "../../../src/sources/archives/tar.ts";
import { inputOf, listed } from "../../support/archives/listed.ts";
import { blocksOf, tarEnd, tarHeader, tarOf } from "../../support/archives/tar-builder.ts";

const TEXT = "Chimney Offload State : automatic\r\n";
const two = [
  { name: "a.txt", text: TEXT },
  { name: "folder/b.txt", text: "b" },
];

describe("members of a tar archive", () => {
  it("are given in their order with their text, however the bytes come", async () => {
    const archive = await tarOf(two);
    for (const step of [1, 511, 512, 700, 1 << 20]) {
      expect(await listed(tar, archive, { step })).toEqual([`a.txt = ${TEXT}`, "folder/b.txt = b"]);
    }
  });

  it("have long names and letters of all kinds by both dialects", async () => {
    const long = `${"folder/".repeat(40)}büro.txt`;
    const pax = await tarOf([{ name: long, text: "x" }]);
    const name = blocksOf(`${long}\0`);
    const gnu = [tarHeader({ name: "././@LongLink", size: name.length, type: "L" }), name];
    const archive = Buffer.concat([...gnu, tarHeader({ name: "cut", size: 1 }), blocksOf("x"), tarEnd]);
    expect(await listed(tar, pax)).toEqual([`${long} = x`]);
    expect(await listed(tar, archive)).toEqual([`${long} = x`]);
  });

  it("are told apart by kind: links and devices are neither followed nor read", async () => {
    const archive = await tarOf([
      { name: "folder", type: "directory" },
      { name: "hard", type: "link", linkname: "/etc/passwd" },
      { name: "soft", type: "symlink", linkname: "../../etc/passwd" },
      { name: "disk", type: "block-device" },
      { name: "console", type: "character-device" },
      { name: "pipe", type: "fifo" },
      { name: "../up.txt", text: "up" },
      { name: "empty.txt" },
    ]);
    const kinds = ["folder: directory", "hard: link", "soft: link", "disk: device", "console: device", "pipe: device"];
    expect(await listed(tar, archive)).toEqual([...kinds, "../up.txt = up", "empty.txt = "]);
  });

  it("of a type that nobody knows are files", async () => {
    const archive = Buffer.concat([tarHeader({ name: "odd", size: 1, type: "Z" }), blocksOf("x"), tarEnd]);
    expect(await listed(tar, archive)).toEqual(["odd = x"]);
  });

  it("can be passed over, or left before their end", async () => {
    const archive = await tarOf([{ name: "large", text: "x".repeat(300_000) }, ...two]);
    const wanted = ({ name }: { name: string }) => name !== "large";
    expect(await listed(tar, archive, { wanted })).toEqual([
      "large: passed over",
      `a.txt = ${TEXT}`,
      "folder/b.txt = b",
    ]);
    const names: string[] = [];
    for await (const member of tar.members(inputOf(archive, { step: 1000 }), defaultLimits)) {
      if ("status" in member) continue;
      names.push(member.name);
      for await (const chunk of member.bytes()) if (chunk.length > 0) break;
    }
    expect(names).toEqual(["large", "a.txt", "folder/b.txt"]);
  });
});

describe("a broken tar archive", () => {
  it.each([
    ["within a member", 512 + 10, ["a.txt = Chimney Of … T", "partial: T; 1 member was found before that"]],
    ["within a later member's header", 1024 + 100, [`a.txt = ${TEXT}`, "partial: T; 1 member was found before that"]],
    ["within its first header", 300, ["failed: T; it has no members"]],
    [
      "before its end mark",
      2048,
      [`a.txt = ${TEXT}`, "folder/b.txt = b", "partial: M; 2 members were found before that"],
    ],
  ])("gives what comes before it breaks off %s", async (_, length, expected) => {
    const archive = (await tarOf(two)).subarray(0, length);
    const truncated = "archive-truncated: truncated: the archive breaks off";
    const unmarked = "archive-truncated: truncated: the mark at its end is missing";
    const lines = expected.map((line) => line.replace(/T(?=;|$)/, truncated).replace(/M(?=;)/, unmarked));
    for (const step of [64, 4096]) expect(await listed(tar, archive, { step })).toEqual(lines);
  });

  it("gives all of a member it breaks off in, though nothing asks for it in time", async () => {
    const archive = (await tarOf([{ name: "a.txt", text: "x".repeat(50_000) }])).subarray(0, 40_512);
    const member = "a.txt = 40000 characters … archive-truncated: truncated: the archive breaks off";
    for (const step of [1000, 16_384, 65_536]) expect((await listed(tar, archive, { step }))[0]).toBe(member);
  });

  it.each([
    ["the wrong checksum", tarHeader({ name: "b", size: 1, checksum: 1 })],
    ["garbage", Buffer.alloc(512, "garbage ")],
  ])("gives what comes before a header with %s", async (_, header) => {
    const archive = Buffer.concat([tarHeader({ name: "a", size: 1 }), blocksOf("x"), header, blocksOf("y"), tarEnd]);
    const damaged = "archive-damaged: damaged: what should describe a member does not; 1 member was found before that";
    expect(await listed(tar, archive)).toEqual(["a = x", `partial: ${damaged}`]);
  });

  it("may claim any size: it has what there is", async () => {
    const archive = Buffer.concat([tarHeader({ name: "a", size: 8 ** 11 - 1 }), blocksOf("x"), tarEnd]);
    const lines = await listed(tar, archive);
    expect(lines[0]).toContain("1536 characters … archive-truncated");
    expect(lines[1]).toContain("partial: archive-truncated");
  });

  it("may hide it behind an extended header that is never finished", async () => {
    const archive = Buffer.concat([tarHeader({ name: "p", size: 5000, type: "x" }), blocksOf("12 size=9\n")]);
    expect(await listed(tar, archive)).toEqual([
      "failed: archive-truncated: truncated: the archive breaks off; it has no members",
    ]);
  });
});

describe("reading a tar archive", () => {
  it("takes no more of it than is asked for, and lets go of it when nobody wants more", async () => {
    const seen = { given: 0, isClosed: false };
    async function* endless() {
      try {
        yield Buffer.concat([tarHeader({ name: "a", size: 8 ** 11 - 512 })]);
        for (;;) {
          seen.given += 1;
          yield Buffer.alloc(64 * 1024);
        }
      } finally {
        seen.isClosed = true;
      }
    }
    for await (const member of tar.members({ ...inputOf(tarEnd), stream: endless }, defaultLimits)) {
      if ("status" in member) continue;
      for await (const chunk of member.bytes()) if (chunk.length > 0) break;
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.given).toBeLessThan(5);
    expect(seen.isClosed).toBe(true);
  });

  it("passes on what reading the archive throws", async () => {
    async function* failing() {
      yield tarHeader({ name: "a", size: 600 });
      throw new Error("disk");
    }
    const input = { ...inputOf(tarEnd), stream: failing };
    const members = tar.members(input, defaultLimits);
    expect((await members.next()).value).toMatchObject({ name: "a" });
    await expect(members.next()).rejects.toThrow("disk");
  });
});
