import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { noise } from "../../support/archives/noise.ts";
import { openedFile, openedInput } from "../../support/archives/opened.ts";
import { type ZipMember, zipOf } from "../../support/archives/zip-builder.ts";

const a: ZipMember = { name: "a.txt", data: "alpha" };
const inner = zipOf([{ name: "in.txt", data: "in" }]);

/** All ways in which a member's sizes are told, and an archive in the archive, whose members are none of its own. */
const zip = zipOf([
  a,
  { name: "b.txt", data: "beta", sizes: "behind" },
  { name: "c.txt", data: "gamma", sizes: "behind", format: "zip64" },
  { name: "d.txt", data: "delta", format: "zip64" },
  { name: "inner.zip", data: inner, method: 0 },
  { name: "e.txt", data: "epsilon", method: 0, sizes: "behind" },
]);
const whole = [
  "a.txt = alpha",
  "b.txt = beta",
  "c.txt = gamma",
  "d.txt = delta",
  "inner.zip!in.txt = in",
  "e.txt = epsilon",
];
const list = zip.indexOf("PK\x01\x02", zip.indexOf("epsilon"), "latin1");

const truncated = (count: number) =>
  `: partial: archive-truncated: truncated: its end is missing, as after an upload that was interrupted; ${count} member${count === 1 ? "" : "s"} recovered`;

async function members(bytes: Uint8Array, name = "z.zip"): Promise<string[]> {
  return (await openedFile(name, bytes)).map((line) => line.slice(name.length).replace(/^!/, ""));
}

/** The same from standard input, which is quicker for a thousand archives. */
async function piped(bytes: Uint8Array): Promise<string[]> {
  return (await openedInput(bytes)).map((line) => line.slice("stdin".length).replace(/^!/, ""));
}

describe("an archive that was cut off", () => {
  it.each([
    ["in its end", zip.length - 1],
    ["in its list of members", list + 60],
    ["before its list of members", list],
  ])("%s has all its members", async (_, end) => {
    expect(await members(zip.subarray(0, end))).toEqual([...whole, truncated(6)]);
  });

  it("within a member has what came of it", async () => {
    const text = noise(50_000).toString("hex");
    const cut = zipOf([a, { name: "n.txt", data: text }]).subarray(0, 30_000);
    const [first, second, third] = await members(cut);
    expect([first, third]).toEqual(["a.txt = alpha", truncated(2)]);
    expect(second).toMatch(/^n\.txt = [45]\d{4} characters … archive-truncated: cut off here: the archive ends before/);
  });

  it("anywhere has the members up to there, says so, and nothing else", async () => {
    for (let end = 4; end < zip.length; end += 1) {
      const lines = await piped(zip.subarray(0, end));
      expect(lines.at(-1)).toMatch(/^: (?:partial|failed): archive-truncated: truncated: /);
      const names = lines.slice(0, -1).filter((line) => !line.includes("archive-truncated"));
      expect(whole.slice(0, names.length)).toEqual(names);
    }
  });

  it("and is named like one of several parts is one", async () => {
    const part = ": failed: archive-multi-part: one part of an archive that was split; join the parts first";
    for (const name of ["z.zip.001", "z.z01"]) expect(await members(zip.subarray(0, list), name)).toEqual([part]);
  });

  it("behind an inner archive is not taken for that one", async () => {
    const outer = zipOf([
      a,
      { name: "inner.zip", data: inner, method: 0 },
      { name: "z.txt", data: "z".repeat(50), method: 0 },
    ]);
    const [first, second] = await members(outer.subarray(0, outer.indexOf("zzzz") + 10));
    expect([first, second]).toEqual(["a.txt = alpha", "inner.zip!in.txt = in"]);
  });
});

describe("an archive with one wrong byte", () => {
  it("never fails otherwise than by saying so", async () => {
    for (let at = 4; at < zip.length; at += 1) {
      const wrong = Buffer.from(zip);
      wrong[at] = (wrong[at] ?? 0) ^ 0x5a;
      for (const line of await piped(wrong)) expect(line).not.toMatch(/ … \?: |undefined/);
    }
  });
});
