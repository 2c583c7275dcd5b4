import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bundle } from "../../src/batch/bundle.ts";
import { RefusedRun } from "../../src/batch/faults.ts";
import { fingerprintOf } from "../../src/batch/fingerprint.ts";
import { bundlesOf } from "../../src/batch/plan.ts";
import { filesInPlace } from "../../src/sources/index.ts";

/** The end of an archive without members, which is an archive. */
const ZIP = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

let cwd = "";

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(cwd, name)), { recursive: true });
  await writeFile(join(cwd, name), content);
}

const planned = (paths: readonly string[], output = "out") => bundlesOf(paths, { cwd, outputs: [join(cwd, output)] });

/** Each bundle as `name: members`, what can't be read as its reason. */
async function told(paths: readonly string[], output?: string): Promise<readonly string[]> {
  const nameOf = (member: Bundle["members"][number]) =>
    typeof member === "string" ? member : `${member.name} (${member.reason})`;
  return (await planned(paths, output)).map(({ name, members }) => `${name}: ${members.map(nameOf).join(" ")}`);
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "plan-"));
  await put("in/one/a.txt", "a");
  await put("in/one/deep/b.txt", "bb");
  await put("in/one/deep/late.zip", ZIP);
  await put("in/two/c.txt", "ccc");
  await put("in/loose.txt", "dddd");
  await put("in/named-like-none.dat", ZIP);
  await put("in/named-like-one.zip", "no archive");
  await put("copy/of/one/a.txt", "a");
  await put("copy/of/one/deep/b.txt", "bb");
  await put("in/two/out/connections.csv", "of an earlier run");
  await symlink("a.txt", join(cwd, "in/one/link.txt"));
  await put("x[1]/a.txt", "a");
  await symlink("in", join(cwd, "by-link"), "junction");
  await symlink("in/two/out", join(cwd, "out-by-link"), "junction");
});
afterAll(() => rm(cwd, { recursive: true }));

const ALL = [
  "in: in/loose.txt in/named-like-one.zip",
  "in/named-like-none.dat: in/named-like-none.dat",
  "in/one: in/one/a.txt in/one/deep/b.txt in/one/link.txt (a symbolic link, not read)",
  "in/one/deep/late.zip: in/one/deep/late.zip",
  "in/two: in/two/c.txt in/two/out/connections.csv",
];

describe("the bundles", () => {
  it.each<[what: string, paths: readonly string[], expected: readonly string[]]>([
    ["of a directory are its folders, its loose files and every archive", ["in"], ALL],
    ["are the same with a separator behind the directory", ["in/"], ALL],
    [
      "of a folder that is named before the one around it are its own",
      ["in/two", "in"],
      [...ALL.slice(0, 4), "in/two: in/two/c.txt", "in/two/out: in/two/out/connections.csv"],
    ],
    ["of what is named twice are there once", ["in", join("in", "..", "in"), "in/one/a.txt"], ALL],
    ["of a file that is named is the file", ["in/one/a.txt"], ["in/one/a.txt: in/one/a.txt"]],
    [
      "of an archive that is named is the archive",
      ["in/one/deep/late.zip"],
      ["in/one/deep/late.zip: in/one/deep/late.zip"],
    ],
    [
      "of a pattern are those of what it matches",
      ["in/t*"],
      ["in/two: in/two/c.txt", "in/two/out: in/two/out/connections.csv"],
    ],
    ["of a folder named like a pattern are its own", ["x[1]"], ["x[1]: x[1]/a.txt"]],
    ["of what is missing say so", ["no.zip"], ["no.zip: no.zip (no such file or directory)"]],
    [
      "of a pattern without matches say so",
      ["no*.zip"],
      ["no*.zip: no*.zip (no file has this name or matches this pattern)"],
    ],
    ["of a device say so", ["/dev/null"], ["/dev/null: /dev/null (no file that stays as it is, not read)"]],
    ["of nothing are none", [], []],
  ])("%s", async (_, paths, expected) => expect(await told(paths)).toEqual(expected));

  it("never hold what is written", async () => {
    expect(await told(["in"], "in/two/out")).toEqual([...ALL.slice(0, 4), "in/two: in/two/c.txt"]);
  });

  it.each([
    ["the input", "by-link", "in/two/out", "by-link/two: by-link/two/c.txt"],
    ["the directory to write to", "in", "out-by-link", "in/two: in/two/c.txt"],
  ])("never hold what is written where a link leads to %s", async (_, input, output, expected) => {
    expect((await told([input], output)).at(-1)).toBe(expected);
  });

  it.each([
    ["standard input", ["-"], "out"],
    ["the directory to write to", ["in"], "in"],
    ["a file in the directory to write to", ["in/one/a.txt"], "in"],
    ["a pattern that matches the directory to write to", ["i*"], "in"],
  ])("can't be of %s", async (_, paths, output) => {
    await expect(planned(paths, output)).rejects.toBeInstanceOf(RefusedRun);
  });
});

describe("the key of a bundle", () => {
  it("is another one when a file has another time or size, and no other bundle's is", async () => {
    const keys = async () => new Map((await planned(["in"])).map(({ name, key }) => [name, key]));
    const before = await keys();
    await utimes(join(cwd, "in/two/c.txt"), 1, 1);
    const touched = await keys();
    await put("in/loose.txt", "ddddd");
    const grown = await keys();
    const changed = (from: typeof before, to: typeof before) => [...to].filter(([name, key]) => from.get(name) !== key);
    expect(changed(before, touched).map(([name]) => name)).toEqual(["in/two"]);
    expect(changed(touched, grown).map(([name]) => name)).toEqual(["in"]);
    expect(new Set(grown.values()).size).toBe(grown.size);
  });
});

describe("the fingerprint", () => {
  const fingerprint = async (path: string, nth = 0) => {
    const bundle = (await planned([path]))[nth];
    return bundle && fingerprintOf(bundle, { cwd }, filesInPlace);
  };

  it("is that of a copy at another place, whatever it is called", async () => {
    await put("large.zip", Buffer.concat([ZIP, Buffer.alloc(2_000_000, "x")]));
    await put("other/copy.bin", Buffer.concat([ZIP, Buffer.alloc(2_000_000, "x")]));
    expect(await fingerprint("large.zip")).toBe(await fingerprint("other/copy.bin"));
    expect(await fingerprint("copy/of")).not.toBe(await fingerprint("large.zip"));
    await put("again/of/one/a.txt", "a");
    await put("again/of/one/deep/b.txt", "bb");
    expect(await fingerprint("again/of")).toBe(await fingerprint("copy/of"));
  });

  it.each([
    ["a byte at the beginning", 30],
    ["a byte at the end", 1_999_999],
  ])("is another one with %s", async (_, at) => {
    const bytes = Buffer.concat([ZIP, Buffer.alloc(2_000_000, "x")]);
    await put("changed.zip", bytes);
    const before = await fingerprint("changed.zip");
    await put("changed.zip", bytes.fill("y", at, at + 1));
    expect(await fingerprint("changed.zip")).not.toBe(before);
  });

  it("is another one with a file of another name", async () => {
    await put("named/f/a.txt", "a");
    const before = await fingerprint("named");
    await rm(join(cwd, "named/f/a.txt"));
    await put("named/f/b.txt", "a");
    expect(await fingerprint("named")).not.toBe(before);
  });
});
