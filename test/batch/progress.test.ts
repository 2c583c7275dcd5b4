import { describe, expect, it } from "vitest";
import type { Bundle } from "../../src/batch/bundle.ts";
import { progressBar } from "../../src/batch/progress.ts";

const bundle = (name: string, bytes: number): Bundle => ({ name, bytes, members: [], key: "" });

const ALL = [bundle("a.zip", 1e6), bundle("b.zip", 3e6), bundle("c.zip", 4e6), bundle("d\x1b[2J.zip", 8e6)];

/** What is drawn of a run in which each bundle takes so many seconds. */
async function drawn(seconds: number, kept: number, columns = 100): Promise<readonly string[]> {
  const written: string[] = [];
  let now = 5000;
  const write = async (text: string) => {
    written.push(text);
  };
  const bar = progressBar({ columns, write, now: () => now });
  await bar.planned(ALL, ALL.slice(0, kept), 0);
  for (const one of ALL.slice(kept)) {
    now += seconds * 1000;
    await bar.ended(one);
  }
  await bar.clear();
  return written;
}

const over = (text: string) => `\r\x1b[K${text}`;

describe("the progress bar", () => {
  it("tells bundles, rate, bytes, what is left and the latest name, and is gone in the end", async () => {
    expect(await drawn(10, 0)).toEqual([
      over("-------------------- 0/4 bundles, 0/s, 0.0 MB, ? left, starting"),
      over("#####--------------- 1/4 bundles, 0.1/s, 1.0 MB, 2m10s left, a.zip"),
      over("##########---------- 2/4 bundles, 0.1/s, 4.0 MB, 55s left, b.zip"),
      over("###############----- 3/4 bundles, 0.1/s, 8.0 MB, 30s left, c.zip"),
      over("#################### 4/4 bundles, 0.1/s, 16.0 MB, 0s left, d\\x1b[2J.zip"),
      over(""),
    ]);
  });

  it("does not take what an earlier run did for speed", async () => {
    expect(await drawn(10, 2)).toEqual([
      over("##########---------- 2/4 bundles, 0/s, 4.0 MB, ? left, going on"),
      over("###############----- 3/4 bundles, 0.1/s, 8.0 MB, 20s left, c.zip"),
      over("#################### 4/4 bundles, 0.1/s, 16.0 MB, 0s left, d\\x1b[2J.zip"),
      over(""),
    ]);
  });

  it("tells the workers of a queue apart, those that have done most first", async () => {
    const written: string[] = [];
    let now = 0;
    const bar = progressBar({
      columns: 300,
      write: async (text) => {
        written.push(text);
      },
      now: () => now,
    });
    const all = Array.from({ length: 8 }, (_, at) => bundle(`${at}.zip`, 1000));
    await bar.planned(all, [], 0);
    const workers = ["a/1", "b/2", "a/1", "c\x1b/3", "d/4", "a/1", "b/2"];
    for (const [at, worker] of workers.entries()) {
      now += 1000;
      await bar.ended(bundle(`${at}.zip`, 1000), worker);
    }
    expect(written[2]).toMatch(/ left, a\/1 0\.5\/s, b\/2 0\.5\/s, 1\.zip$/);
    expect(written.at(-1)).toMatch(/ left, 4 workers: a\/1 0\.4\/s, b\/2 0\.3\/s, c\\x1b\/3 0\.1\/s, …, 6\.zip$/);
  });

  it("is not drawn more often than anybody can read, and stays on its line", async () => {
    const written = await drawn(0.1, 0, 40);
    expect(written.map((text) => text.replace(over(""), "").length)).toEqual([39, 39, 39, 0]);
    expect(written.map((text) => /\d\/4/.exec(text)?.[0])).toEqual(["0/4", "2/4", "4/4", undefined]);
  });
});
