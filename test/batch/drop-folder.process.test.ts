import { type ChildProcess, spawn } from "node:child_process";
import { appendFile, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { bin } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const at = (...names: string[]) => join(cwd(), ...names);
const outputs = (name: string) => filesIn(at(name));

/** A run that follows, to be heard and stopped. */
interface Follower {
  readonly child: ChildProcess;
  readonly heard: () => string;
  readonly ended: Promise<number | null>;
}

const followers: Follower[] = [];

function follow(...options: string[]): Follower {
  const args = [bin, "batch", "in", "-o", "out", "--follow", "--rest", "0.4", "--every", "0.001", ...options];
  const child = spawn(process.execPath, args, { cwd: cwd(), stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const follower = {
    child,
    heard: () => err,
    ended: new Promise<number | null>((resolve) => child.on("close", resolve)),
  };
  followers.push(follower);
  return follower;
}

afterEach(async () => {
  for (const { child, ended } of followers.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

const wrote = ({ child, heard }: Follower, what: string) =>
  until(() => heard().includes(what) || child.exitCode !== null);

/** What a run over all that is there writes, and what there is now. */
async function bothOutputs() {
  await run(["batch", "in", "-o", "expected", "--quiet"]);
  const written = new Map(await outputs("out"));
  written.delete(".chimneysweep-batch");
  return { written, expected: await outputs("expected") };
}

describe("batch --follow", () => {
  it("has the outputs of all that is there when a bundle has come, and goes on when it is stopped", async () => {
    await putBundles(at("in"), 2, 8);
    await putBundles(at("later"), 3, 8);
    const follower = follow();
    await wrote(follower, "out/: 2 bundles\n");
    await rename(at("later", "srv03"), at("in", "srv03"));
    await wrote(follower, "out/: 3 bundles\n");
    const { written, expected } = await bothOutputs();
    expect(written).toEqual(expected);
    follower.child.kill("SIGTERM");
    expect(await follower.ended).toBe(143);
    // What is done stays done: a run that does not follow has nothing left to read.
    const { code, err } = await run(["batch", "in", "-o", "out"]);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining("Going on: 3 of 3 bundles are done") });
    expect(await outputs("out")).toEqual(expected);
  });

  it("waits until an upload is complete", thorough, async () => {
    await putBundles(at("in"), 1, 8);
    await putBundles(at("later"), 2, 400);
    const follower = follow();
    await wrote(follower, "out/: 1 bundle\n");
    await mkdir(at("in", "srv02"));
    const whole = await readFile(at("later/srv02/captures/netstat.txt"));
    for (let done = 0; done < whole.length; done += 4096) {
      await appendFile(at("in/srv02/netstat.txt"), whole.subarray(done, done + 4096));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const heard = follower.heard();
    await wrote(follower, "out/: 2 bundles\n");
    // No output had it before its end, and the first one that has it has all of it.
    expect(heard).toBe(`Wrote out/: 1 bundle\n`);
    const { written, expected } = await bothOutputs();
    expect(written).toEqual(expected);
  });

  it("drops what is removed, reads what is replaced, and waits for a folder that is away", thorough, async () => {
    await putBundles(at("in"), 3, 8);
    const follower = follow();
    await wrote(follower, "out/: 3 bundles\n");
    await rename(at("in"), at("away"));
    await wrote(follower, "in can't be read: waiting for it\n");
    await rm(at("away", "srv01"), { recursive: true });
    await cp(at("away/srv03/captures/global.txt"), at("away/srv02/captures/global.txt"));
    await rename(at("away"), at("in"));
    await wrote(follower, "in can be read again\n");
    await until(async () => {
      const { written, expected } = await bothOutputs();
      return written.get("rollup.json") === expected.get("rollup.json");
    });
    expect(follower.heard()).not.toContain("0 bundles");
    const { written, expected } = await bothOutputs();
    expect(written).toEqual(expected);
  });

  it("goes on where it was killed", thorough, async () => {
    await putBundles(at("in"), 3, 8);
    const killed = follow();
    await wrote(killed, "out/: 3 bundles\n");
    killed.child.kill("SIGKILL");
    await killed.ended;
    await rm(at("in", "srv02"), { recursive: true });
    const follower = follow();
    await wrote(follower, "out/: 2 bundles\n");
    const { written, expected } = await bothOutputs();
    expect(written).toEqual(expected);
  });

  itForEach<[args: readonly string[], message: string]>([
    [["--follow", "--rest", "0"], "--rest 0: expects a number of seconds, more than 0"],
    [["--follow", "--every", "soon"], "--every soon: expects a number of minutes, more than 0"],
    [["--every", "5"], "--every only goes with batch --follow"],
    [["--follow", "--fail-on", "error"], "--fail-on can't be used with --follow"],
    [["--format", "html"], "--format can't be used with batch"],
    [["--reports", "out"], "--reports and --output need two directories"],
    [["--reports", "in"], "--reports in is what is to be read"],
    [["--reports", "r", "--format", "csv"], "--format csv: not one of text, html, json"],
  ])("%j is refused", async (args, message) => {
    await putBundles(at("in"), 1, 8);
    const { code, err } = await run(["batch", "in", "-o", "out", ...args]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });
});

describe("batch --reports", () => {
  itForEach<[format: string, ending: string]>([
    ["text", ".txt"],
    ["html", ".html"],
    ["json", ".json"],
  ])("%s writes what analyze writes of each bundle", async (format, ending) => {
    await putBundles(at("in"), 2, 8);
    await putBundles(at("in", "srv01"), 1, 8);
    // Within what is read: nothing of it is taken for a bundle, also by the run after.
    const args = ["batch", "in", "-o", "out", "--reports", "in/reports", "--format", format, "--quiet"];
    for (const start of [[], ["--force"]]) {
      expect((await run([...args, ...start])).code).toBe(0);
      for (const bundle of ["in/srv01", "in/srv02"]) {
        const { out } = await run(["analyze", bundle, "--format", format, "--quiet"]);
        expect(await readFile(at("in/reports", bundle + ending), "utf8")).toBe(out);
      }
      expect([...(await filesIn(at("in/reports/in"))).keys()]).toEqual([`srv01${ending}`, `srv02${ending}`]);
    }
  });

  it("is what the page of all bundles links to, whatever the bundles are called", async () => {
    await putBundles(at("in"), 2, 8);
    await rename(at("in/srv02"), at("in", "50% off #2?"));
    await run(["batch", "in", "-o", "out", "--reports", "in/reports", "--format", "html", "--quiet"]);
    const page = await readFile(at("out/report.html"), "utf8");
    const links = [...page.matchAll(/<a href="(\.[^"]*)#(host-\d+)">/g)];
    expect(links).toHaveLength(2);
    for (const [, address = "", id = ""] of links) {
      const path = fileURLToPath(new URL(address, pathToFileURL(at("out/report.html"))));
      expect(await readFile(path, "utf8")).toContain(`id="${id}"`);
    }
    await run(["batch", "in", "-o", "plain", "--quiet"]);
    expect(await readFile(at("plain/report.html"), "utf8")).toContain('<a href="#fleet-host-1">');
  });

  it("says why a bundle was not read, and ends the run where it can't be written", async () => {
    await putBundles(at("in"), 1, 8);
    await run(["batch", "in", "gone.zip", "-o", "out", "--reports", "reports", "--quiet"]);
    expect(await readFile(at("reports/gone.zip.txt"), "utf8")).toContain("gone.zip");
    await mkdir(at("other/in/srv01.txt"), { recursive: true });
    const { code, err } = await run(["batch", "in", "-o", "out2", "--reports", "other", "--quiet"]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("cannot write other/in/srv01.txt") });
    await expect(stat(at("out2/rollup.json"))).rejects.toThrow("ENOENT");
  });
});
