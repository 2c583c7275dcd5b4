import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reporterNames } from "../src/reporters/index.ts";
import { type Ended, root, runBuilt, runProcess } from "./support/built.ts";
import { itForEach } from "./support/rows.ts";

const seal = ["--require", join(root, "test/support/sealed.cjs")];

let home = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "sealed-"));
});
afterAll(() => rm(home, { recursive: true }));

/** Runs the command where nothing can be reached, and written to one folder only. */
function sealed(args: readonly string[], folder: string, stdin = ""): Promise<Ended> {
  return runBuilt(args, { cwd: root, node: seal, stdin, env: { SEALED_EXCEPT: folder } });
}

const sample = "samples/worked-examples/1-kb-951037.txt";
const bundles = "samples/bundles";
const bundle = `${bundles}/EX01-111.zip`;

describe("the program reaches for nothing", () => {
  itForEach<[what: string, runs: readonly (readonly string[])[]]>([
    ["a batch", [["batch", bundles, "-o", "OUT", "--workers", "2"]]],
    ["a report of each format", reporterNames.map(formatOf)],
    ["every table", [["analyze", "samples", "-o", "OUT/"]]],
    ["a report in a file", [["analyze", bundles, "-o", "OUT/report.html", "--format", "html"]]],
    ["a paste", [["analyze", "-"]]],
    ["a comparison", [["compare", sample, "samples/worked-examples/2-three-in-host.txt", "--assume-same-host"]]],
    [
      "a merge",
      [
        ["batch", bundles, "-o", "OUT/one", "--workers", "1"],
        ["merge", "OUT/one/rollup.json", "-o", "OUT/all"],
      ],
    ],
    [
      "what it knows by itself",
      [["rules"], ["explain", "rss-disabled"], ["schema", "report"], ["capture-script"], ["--help"], ["--version"]],
    ],
  ])("for %s", async (what, runs) => {
    const folder = join(home, what.replaceAll(" ", "-"));
    await runProcess("mkdir", [folder]);
    for (const args of runs) {
      const whole = args.map((word) => word.replace("OUT", folder));
      const { code, err } = await sealed(whole, folder, "netstat -nt\n");
      expect(err, whole.join(" ")).not.toContain("SEALED");
      expect([0, 3], `${whole.join(" ")}\n${err}`).toContain(code);
    }
  });

  function formatOf(format: string): readonly string[] {
    return ["analyze", "samples/worked-examples", bundle, "--format", format];
  }
});

describe("the seal", () => {
  it.each([
    ["the network", 'require("node:net").connect(9, "127.0.0.1")', "net.connect"],
    ["a name on the network", 'require("node:dns").lookup("localhost", () => {})', "dns.lookup"],
    ["the Web", 'fetch("http://127.0.0.1:9/").catch(() => {})', "globalThis.fetch"],
    ["another program", 'require("node:child_process").spawn("true")', "child_process.spawn"],
    ["a file", 'require("node:fs").writeFileSync("stray.txt", "")', "fs.writeFileSync"],
    ["a file by a promise", 'require("node:fs/promises").open("stray.txt", "w")', "fs/promises.open"],
    [
      "a file in a thread",
      "new (require(\"node:worker_threads\").Worker)(\"require('node:fs').mkdirSync('stray')\", { eval: true })",
      "fs.mkdirSync",
    ],
  ])("keeps a program from %s", async (_, script, what) => {
    const place = join(home, "stray.cjs");
    await writeFile(place, script);
    const ended = await runProcess(process.execPath, [...seal, place], {
      cwd: home,
      env: { SEALED_EXCEPT: join(home, "elsewhere") },
    });
    expect(ended.err).toContain(`SEALED: ${what}`);
    expect(ended.code).not.toBe(0);
  });
});
