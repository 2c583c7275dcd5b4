import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bin, runBuilt } from "../support/built.ts";
import { missingRedis, type TestRedis, testRedis } from "../support/redis.ts";
import { thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const WORD = "between-us";

/** Makes a certificate that nobody has signed; undefined where there is nothing to make it with. */
function certificate(folder: string): readonly [certificate: string, key: string] | undefined {
  const [file, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  const forAddress = ["-addext", "subjectAltName=IP:127.0.0.1", "-out", file, "-keyout", key];
  try {
    execFileSync("openssl", [...made, ...forAddress], { stdio: "ignore" });
    return [file, key];
  } catch {
    return undefined;
  }
}

describe.skipIf(missingRedis !== undefined)(`a queue over TLS${missingRedis ? `: ${missingRedis}` : ""}`, () => {
  let redis: TestRedis | undefined;
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await redis?.stop();
  });

  it("gives the same bytes to who trusts it, and nothing to who does not", thorough, async ({ skip }) => {
    const [file, key] = certificate(cwd()) ?? skip("openssl is not installed");
    const files = ["--tls-cert-file", file, "--tls-key-file", key, "--tls-ca-cert-file", file];
    const options = [...files, "--tls-auth-clients", "no", "--requirepass", WORD];
    redis = await testRedis((port) => ["--port", "0", "--tls-port", String(port), ...options]);
    await redis.start();
    const url = redis.url.replace("redis:", "rediss:");
    const env = { NODE_EXTRA_CA_CERTS: file, CHIMNEYSWEEP_QUEUE_PASSWORD: WORD };
    const worker = (own: Readonly<Record<string, string>>) => {
      const child = spawn(process.execPath, [bin, "worker", "--queue", url], {
        cwd: cwd(),
        env: { ...process.env, ...own },
      });
      children.push(child);
      const heard: string[] = [];
      child.stderr.on("data", (piece) => heard.push(String(piece)));
      return () => heard.join("");
    };
    const stranger = worker({ CHIMNEYSWEEP_QUEUE_PASSWORD: WORD });
    await until(() => stranger().includes("does not answer (DEPTH_ZERO_SELF_SIGNED_CERT)"));
    await putBundles(join(cwd(), "in"), 3, 8);
    await run(["batch", "in", "-o", "expected", "--quiet"]);
    const trusting = worker(env);
    const { code, out, err } = await runBuilt(["batch", "in", "-o", "out", "--queue", url], { cwd: cwd(), env });
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining("does not answer") });
    expect(await filesIn(join(cwd(), "out"))).toEqual(await filesIn(join(cwd(), "expected")));
    expect(out + err + stranger() + trusting()).not.toContain(WORD);
  });
});
