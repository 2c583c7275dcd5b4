import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createConnection, createServer } from "node:net";
import { until } from "./until.ts";

/** A Redis of a test, that can be stopped, started again at the same port, and emptied. */
export interface TestRedis {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Loses everything that is in it. */
  readonly flush: () => void;
}

/** Why there is no Redis here; undefined where there is one. */
export const missingRedis: string | undefined = (() => {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "redis-server is not installed";
  }
})();

/** A server that keeps nothing on the disk, at a port that is free; not started. Of two options alike the last counts. */
export async function testRedis(options: (port: number) => readonly string[] = () => []): Promise<TestRedis> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const always = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      server = spawn("redis-server", [...always, ...options(port)], { stdio: "ignore" });
      await until(() => answers(port));
    },
    async stop() {
      const ended = new Promise((resolve) => server?.on("exit", resolve));
      if (server?.kill("SIGKILL") === true) await ended;
      server = undefined;
    },
    flush: () => void execFileSync("redis-cli", ["-p", String(port), "flushall"], { stdio: "ignore" }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}
