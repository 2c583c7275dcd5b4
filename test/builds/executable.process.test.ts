import { Buffer } from "node:buffer";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reporterNames } from "../../src/reporters/index.ts";
import { filesIn, putBundles } from "../batch/bundles.ts";
import { cabinetOf } from "../support/archives/cabinet-builder.ts";
import { sevenZipOf } from "../support/archives/seven-zip-builder.ts";
import { zipOf } from "../support/archives/zip-builder.ts";
import { page, root, runProcess } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { type Windows, wine } from "../support/wine.ts";
import { table, workplace } from "../support/workplace.ts";

// The command for Windows without Node, run under Wine. It has to do what the command on Node does: the same bytes.

const windows = await wine();
const home = join(root, "dist/windows");
const executable = join(home, "chimneysweep.exe");

const { cwd, put, run } = workplace();

/** What the executable prints, which is no complaint of Node or Windows. */
async function there(args: readonly string[], stdin?: string | Uint8Array) {
  const { run: runThere } = windows as Windows; // Nothing here runs where there is none.
  const ended = await runThere(executable, args, { cwd: cwd(), ...(stdin !== undefined && { stdin }) });
  expect(ended.err).not.toMatch(/^\s+at |internal error|node:internal|\bError:/m);
  return ended;
}

describe.skipIf(windows === undefined)("the executable for Windows", () => {
  beforeAll(async () => {
    const { code, err } = await runProcess(process.execPath, ["dist/src/builds/executable.js"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
  afterAll(() => windows?.remove());
  beforeEach(() => put("tabelle-größe.txt", table));

  it("is handed out with the page, what to read first and the licences", async () => {
    const names = await readdir(home);
    const [zip = ""] = names.filter((name) => name.endsWith(".zip"));
    expect(names.filter((name) => name !== zip).sort()).toEqual(
      ["LICENCES", "LICENSE", "README.md", "chimneysweep.exe", "chimneysweep.html"].sort(),
    );
    const bytes = await readFile(join(home, zip));
    for (const name of names) expect(bytes.includes(name)).toBe(name !== zip);
    expect(await readFile(join(home, "LICENCES"), "utf8")).toMatch(/^node\n\n[\s\S]*^piscina$/m);
    expect((await readFile(executable)).includes(Buffer.from(root))).toBe(false);
  });

  itForEach(reporterNames.map((name) => [name] as const))("prints the bytes of the command in %s", async (format) => {
    const args = ["analyze", "netstat.txt", "--format", format];
    expect(await there(args)).toEqual(await run(args));
  });

  it(
    "finds files by Windows' names: backslashes, patterns, either case, letters of any language",
    thorough,
    async () => {
      await mkdir(join(cwd(), "in"));
      await put("in/b.txt", table);
      for (const path of ["in\\b.txt", ".\\in\\..\\IN\\B.TXT", "in\\*.TXT", "in", "tabelle-gr*.txt"]) {
        expect(await there(["analyze", path, "--format", "csv"])).toMatchObject({ code: 0, err: "" });
      }
    },
  );

  it("reads what PowerShell writes from standard input", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, "utf16le")]);
    const args = ["analyze", "-", "--format", "csv"];
    expect(await there(args, utf16)).toEqual(await run(args, { stdin: utf16 }));
  });

  it("opens archives, those of the library in WebAssembly among them", async () => {
    const member = { name: "SRV01/netstat.txt", text: table };
    await put("a.zip", zipOf([{ name: member.name, data: table }]));
    await put("a.7z", sevenZipOf([member]));
    await put("a.cab", cabinetOf([member], { method: "MSZIP" }));
    const args = ["analyze", "a.zip", "a.7z", "a.cab", "--format", "json"];
    const ended = await there(args);
    expect(JSON.parse(ended.out).sources).toHaveLength(3);
    expect(ended).toEqual(await run(args));
  });

  it("writes the files of a batch in threads, as the command does", async () => {
    await putBundles(join(cwd(), "in"), 6, 20);
    expect(await there(["batch", "in", "-o", "there", "--workers", "2", "--quiet"])).toMatchObject({ code: 0 });
    await run(["batch", "in", "-o", "here", "--quiet"]);
    expect(await filesIn(join(cwd(), "there"))).toEqual(await filesIn(join(cwd(), "here")));
  });

  it("goes on with a batch that was killed", thorough, async () => {
    await putBundles(join(cwd(), "in"), 40, 200);
    const args = ["batch", "in", "-o", "out", "--workers", "2", "--quiet"];
    const { child, ended } = await (windows as Windows).start(executable, args, cwd());
    const journal = join(cwd(), "out/.chimneysweep-batch/done.ndjson");
    await until(async () => child.exitCode !== null || (await readFile(journal, "utf8").catch(() => "")) !== "");
    child.kill("SIGKILL");
    await ended;
    expect((await there(args)).code).toBe(0);
    await run(["batch", "in", "-o", "here", "--quiet"]);
    expect(await filesIn(join(cwd(), "out"))).toEqual(await filesIn(join(cwd(), "here")));
  });

  it("serves the page that it carries", async () => {
    const { child, out } = await (windows as Windows).start(executable, ["serve"], cwd());
    await until(async () => child.exitCode !== null || (await out()) !== "");
    try {
      const answer = await fetch((await out()).trim());
      expect(await answer.text()).toBe(await readFile(page, "utf8"));
    } finally {
      child.kill();
    }
  });
});
