import { appendFile, copyFile, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../src/batch/journal.ts";
import { openPart, type Part, partsIn, type Section, sections } from "../../src/batch/part.ts";
import type { BundleEntry } from "../../src/fleet/index.ts";
import { examples } from "../support/soak.ts";

/** What is written of it does not matter here. */
const ENTRY = { name: "a.zip" } as BundleEntry;

type Written = readonly (readonly [Section, readonly string[]])[];

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "part-"));
});
afterEach(() => rm(folder, { recursive: true }));

function written(content: Written, at = folder): Part {
  const part = openPart(at, "out", "");
  try {
    for (const [section, pieces] of content) part.write(section, pieces);
    return part.finish(ENTRY);
  } finally {
    part.close();
  }
}

/** The text of each section that a part has. */
async function textsIn(part: Part): Promise<ReadonlyMap<Section, string> | "damaged"> {
  const parts = partsIn(folder);
  const found = new Map<Section, Buffer[]>();
  const isWhole = await parts.read(part, async (section, bytes) => {
    found.set(section, [...(found.get(section) ?? []), Buffer.from(bytes)]);
  });
  await parts.close();
  return isWhole ? new Map([...found].map(([section, pieces]) => [section, `${Buffer.concat(pieces)}`])) : "damaged";
}

describe("a part", () => {
  it("is read as it was written, behind others and however long its pieces are", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 40_000, max: 300_000 }).map((length) => "ü".repeat(length / 2)),
    );
    const content = fc.uniqueArray(fc.constantFrom(...sections.filter((section) => section !== "entry")));
    const parts = fc.array(fc.record({ content, pieces: fc.array(piece, { maxLength: 3 }) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(parts, async (drafts) => {
        const all = drafts.map(({ content, pieces }) => {
          const inOrder = content.sort((a, b) => sections.indexOf(a) - sections.indexOf(b));
          return inOrder.map((section) => [section, pieces] as const);
        });
        const places = all.map((content) => written(content));
        for (const [at, place] of places.entries()) {
          const texts = all[at]?.map(([section, pieces]) => [section, pieces.join("")] as const) ?? [];
          const said = texts.filter(([, text]) => text !== "");
          const expected = new Map<Section, string>([...said, ["entry", JSON.stringify(ENTRY)]]);
          // Compared as a whole: a difference of megabytes is nothing to print.
          expect(isDeepStrictEqual(await textsIn(place), expected)).toBe(true);
        }
      }),
      { numRuns: examples(60) },
    );
  });

  it("that is not finished leaves nothing behind", async () => {
    const before = written([["report", ["one\n"]]]);
    const size = async () => (await stat(join(folder, before.file))).size;
    const sizeBefore = await size();
    const part = openPart(folder, "out", "");
    part.write("report", ["x".repeat(600_000)]);
    expect(await size()).toBeGreaterThan(sizeBefore);
    part.close();
    expect(await size()).toBe(sizeBefore);
    const next = await textsIn(written([["report", ["two\n"]]]));
    expect(next === "damaged" ? next : next.get("report")).toBe("two\n");
  });

  it("has its sections in their order", () => {
    expect(() =>
      written([
        ["report", ["1"]],
        ["connections", ["2"]],
      ]),
    ).toThrow("the section connections comes too late");
  });

  it.each<[what: string, change: (bytes: Buffer) => Buffer]>([
    ["shorter", (bytes) => bytes.subarray(0, -1)],
    ["another one", (bytes) => bytes.fill(0, 3, 5)],
  ])("that became %s is not what was written", async (_, change) => {
    const part = written([["report", ["one\n"]]]);
    const path = join(folder, part.file);
    await writeFile(path, change(await readFile(path)));
    expect(await textsIn(part)).toBe("damaged");
  });

  it.runIf(process.platform === "linux")("is one of many files of which few are open at once", async () => {
    const part = written([["report", ["one\n"]]]);
    const parts = partsIn(folder);
    const open = async () => {
      const numbers = await readdir("/proc/self/fd");
      const paths = await Promise.all(numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => "")));
      return paths.filter((path) => path.startsWith(folder)).length;
    };
    let most = 0;
    for (let at = 0; at < 60; at += 1) {
      await copyFile(join(folder, part.file), join(folder, `copy${at}.rows`));
      expect(await parts.read({ ...part, file: `copy${at}.rows` }, async () => undefined)).toBe(true);
      most = Math.max(most, await open());
    }
    expect(most).toBeLessThanOrEqual(16);
    await parts.close();
    expect(await open()).toBe(0);
  });
});

describe("what does not count", () => {
  it("takes no room once a run goes on", async () => {
    const output = { path: folder, name: "out" };
    const bundle = { name: "a.zip", members: ["a.zip"], bytes: 1, key: "k" };
    const first = await openJournal(output, "a run", "resume", [bundle, { name: "b.zip" }]);
    const inFolder = (name: string) => join(first.folder, name);
    const part = written([["report", ["one\n"]]], first.folder);
    await first.commit(bundle, part);
    await first.release();
    const size = (await stat(inFolder(part.file))).size;
    await appendFile(inFolder(part.file), "cut off when the process was killed");
    await writeFile(inFolder("7.rows"), "of a thread that was lost");
    await appendFile(inFolder("done.ndjson"), '{"name":"b.zip","key":"k","fil');
    const second = await openJournal(output, "a run", "resume", [bundle, { name: "b.zip" }]);
    expect((await stat(inFolder(part.file))).size).toBe(size);
    expect((await stat(inFolder("7.rows"))).size).toBe(0);
    expect(await second.isDone(bundle)).toBe(true);
    expect(await second.isDone({ ...bundle, key: "changed" })).toBe(false);
    await second.commit({ ...bundle, name: "b.zip" }, part);
    await second.release();
    const third = await openJournal(output, "a run", "resume", [bundle, { name: "b.zip" }]);
    expect(await third.isDone({ ...bundle, name: "b.zip" })).toBe(true);
    await third.release();
  });
});
