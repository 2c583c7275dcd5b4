import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itForEach } from "../support/rows.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const outputs = (name: string) => filesIn(join(cwd(), name));

/** Two shares of five bundles, the same five as a whole, and what was made of them. */
async function shared(): Promise<void> {
  await putBundles(join(cwd(), "in"), 5, 8);
  await run(["batch", "in/srv01", "in/srv03", "-o", "a", "--quiet"]);
  await run(["batch", "in/srv02", "in/srv04", "in/srv05", "-o", "b", "--quiet"]);
  await run(["batch", "in/srv01", "in/srv02", "in/srv03", "in/srv04", "in/srv05", "-o", "whole", "--quiet"]);
}

/** The roll-up of one bundle, made once. */
let rollup: Promise<string> | undefined;

async function rollupOfOne(): Promise<string> {
  await putBundles(join(cwd(), "in"), 1, 8);
  await run(["batch", "in", "-o", "one", "--quiet"]);
  return readFile(join(cwd(), "one/rollup.json"), "utf8");
}

describe("merge", () => {
  it("of shares in any order, and of one twice, is what one run writes", async () => {
    await shared();
    const whole = await outputs("whole");
    const expected = new Map(
      ["bundles.csv", "report.html", "rollup.json", "summary.txt"].map((name) => [name, whole.get(name)]),
    );
    for (const [at, files] of [["a", "b"], ["b", "a"], ["a", "b", "a"], ["whole"]].entries()) {
      const merged = await run(["merge", ...files.map((name) => `${name}/rollup.json`), "-o", `merged${at}`]);
      expect(merged).toEqual({
        code: 0,
        out: whole.get("summary.txt"),
        err: `Wrote merged${at}/: summary.txt, report.html, rollup.json, bundles.csv; findings and tables stay with each batch, as its rollup.json holds none\n`,
      });
      expect(await outputs(`merged${at}`)).toEqual(expected);
    }
    expect((await run(["merge", "[ab]/rollup.json", "-o", "merged"])).code).toBe(0);
    expect(await outputs("merged")).toEqual(expected);
  });

  itForEach<[what: string, damage: (text: string) => string | Uint8Array, reason: RegExp]>([
    ["is cut off", (text) => text.slice(0, text.length / 2), /no JSON, or only a part of it/],
    ["is empty", () => "", /no JSON/],
    [
      "is a report",
      () => '{"schemaVersion":1,"tool":{"name":"chimneysweep","version":"0.1.0"},"hosts":[]}',
      /no roll-up/,
    ],
    ["is of something else", () => "[1, 2, 3]", /no roll-up/],
    ["is null", () => "null", /no roll-up/],
    ["has a bundle that is none", (text) => text.replace(/"status": "\w+"/, '"status": "splendid"'), /splendid/],
    ["is no text", () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x80), /no JSON/],
  ])("of a file that %s says so and writes nothing", async (_, damage, reason) => {
    rollup ??= rollupOfOne();
    const whole = await rollup;
    for (const [name, content] of [["a", whole] as const, ["b", damage(whole)] as const]) {
      await mkdir(join(cwd(), name));
      await writeFile(join(cwd(), name, "rollup.json"), content);
    }
    const { code, out, err } = await run(["merge", "a/rollup.json", "b/rollup.json", "-o", "merged"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/^chimneysweep: b\/rollup\.json: .+; nothing was written\n$/);
    expect(err).toMatch(reason);
    expect(await readdir(cwd())).not.toContain("merged");
  });

  it.each([
    [["merge", "missing.json", "-o", "merged"], 3, "no such file"],
    [["merge", "-o", "merged"], 2, "merge what?"],
    [["merge", "netstat.txt"], 2, "--output"],
    [["merge", "netstat.txt", "-o", "merged", "--workers", "2"], 2, "--workers"],
    [["merge", "netstat.txt", "-o", "netstat.txt"], 2, "directory"],
  ])("%j exits with %i and writes nothing", async (args, expected, hint) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err).toContain(hint);
    expect(await readdir(cwd())).toEqual(["netstat.txt"]);
  });
});
