import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { schemas } from "../../src/index.ts";
import { run } from "./run.ts";

let cwd = "";

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "chimneysweep-"));
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

const read = (file: string) => readFile(join(cwd, file), "utf8");

it.each([
  [["rules", "-o", "rules.txt"], "rules.txt", "text", ["rules"]],
  [["rules", "-o", "rules.json"], "rules.json", "json", ["rules", "--format", "json"]],
  [["explain", "InHost", "-o", "in-host.txt"], "in-host.txt", "text", ["explain", "InHost"]],
  [["schema", "report", "-o", "report.json"], "report.json", "json", ["schema", "report"]],
  [["schema", "-o", "which"], "which", "text", ["schema"]],
])("%j writes what the screen shows", async (argv, file, format, shown) => {
  const { code, out, err } = await run(argv, { cwd });
  expect({ code, out, err }).toEqual({ code: 0, out: "", err: `Wrote ${file} (${format})\n` });
  expect(await read(file)).toBe((await run(shown, { columns: 80 })).out);
});

it.each([
  [
    ["rules", "-o", "all/"],
    ["rules.json", "rules.txt"],
  ],
  [["explain", "InHost", "-o", "all/"], ["inhost.txt"]],
  [
    ["schema", "-o", "all/"],
    [...Object.keys(schemas).map((name) => `${name}.schema.json`), "schemas.txt"],
  ],
])("%j writes all there is to the folder", async (argv, files) => {
  const { code, err } = await run(argv, { cwd });
  expect((await readdir(join(cwd, "all"))).sort()).toEqual([...files].sort());
  expect(code).toBe(0);
  for (const file of files) expect(err).toContain(file);
});

it("says nothing of it with --quiet", async () => {
  expect(await run(["rules", "-q", "-o", "rules.txt"], { cwd })).toMatchObject({ code: 0, out: "", err: "" });
});
