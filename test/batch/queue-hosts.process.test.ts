import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bin } from "../support/built.ts";
import { missingNetworkHosts, type NetworkHosts, networkHosts } from "../support/network-hosts.ts";
import { missingRedis, type TestRedis, testRedis } from "../support/redis.ts";
import { thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();
const missing = missingRedis ?? missingNetworkHosts();

let hosts: NetworkHosts;
let redis: TestRedis;
let url = "";
const children: ChildProcess[] = [];

/** The command on one of the computers; gives when it ended, and with what code. */
function ended(host: string, args: readonly string[]): Promise<number | null> {
  const [program, ...rest] = hosts.on(host, [process.execPath, bin, ...args, "--queue", url]);
  const child = spawn(program, rest, { cwd: cwd(), stdio: "ignore" });
  children.push(child);
  return new Promise((resolve) => child.on("exit", resolve));
}

describe.skipIf(missing !== undefined)(`three computers${missing === undefined ? "" : `: ${missing}`}`, () => {
  beforeEach(async () => {
    hosts = networkHosts(["desk", "alpha", "beta"]);
    redis = await testRedis(() => ["--bind", hosts.here, "127.0.0.1", "--protected-mode", "no"]);
    url = redis.url.replace("127.0.0.1", hosts.here);
    await redis.start();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await redis.stop();
    hosts.remove();
  });

  it("give the bytes of one, and go on without one that is cut off", thorough, async () => {
    await putBundles(join(cwd(), "in"), 8, 2000);
    await run(["batch", "in", "-o", "expected", "--quiet"]);
    for (const host of ["desk", "alpha", "alpha", "beta", "beta"]) void ended(host, ["worker", "--workers", "1"]);
    const status = () => run(["queue", "status", "--queue", redis.url]);
    await until(async () => (await status()).out.includes("5 workers"));
    const { out } = await status();
    for (const host of ["desk", "alpha", "beta"]) expect(out).toMatch(new RegExp(`^${host}/\\d+/`, "m"));
    const batch = ended("desk", ["batch", "in", "-o", "out", "--no-progress"]);
    const journal = join(cwd(), "out/.chimneysweep-batch/done.ndjson");
    await until(async () => (await readFile(journal, "utf8").catch(() => "")).includes('{"is":"done"'));
    hosts.cutOff("alpha");
    expect(await batch).toBe(0);
    expect(await filesIn(join(cwd(), "out"))).toEqual(await filesIn(join(cwd(), "expected")));
  });
});
