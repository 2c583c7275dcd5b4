import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page as file } from "../support/built.ts";
import { type Served, served } from "../support/served.ts";
import { run } from "./run.ts";

let server: Served;

beforeAll(async () => {
  server = await served();
});
afterAll(() => server?.stop());

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly host?: string;
}

/** What the server answers; `fetch` would not let a test say another host. */
function asked({ path = "/", method = "GET", host }: Asked) {
  type Answer = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string };
  return new Promise<Answer>((resolve, reject) => {
    const headers = host === undefined ? {} : { Host: host };
    const call = request(server.address, { path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    call.on("error", reject);
    call.end();
  });
}

describe("serve", () => {
  it("serves the page as it was built, with its policy", async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, body } = await asked({});
    expect(status).toBe(200);
    expect(body === (await readFile(file, "utf8"))).toBe(true);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(
      /^default-src 'none'; script-src (?:'sha256-[^']+' ){1,2}'wasm-unsafe-eval'; style-src 'sha256-[^']+';/,
    );
    expect(policy.split("; ")).toEqual(expect.arrayContaining(["connect-src 'none'", "frame-ancestors 'none'"]));
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it.each([
    [{ path: "/favicon.ico" }, 404],
    [{ path: "/../package.json" }, 404],
    [{ path: "/?" }, 404],
    [{ method: "POST" }, 405],
    [{ method: "HEAD" }, 200],
    [{ host: "captures.example" }, 403],
    [{ host: "127.0.0.1" }, 403],
  ] as const)("has nothing else: %j is %d", async (question, status) => {
    const answer = await asked(question);
    expect(answer.status).toBe(status);
    expect(answer.body).toBe("");
  });

  it("goes by the name of this computer as well", async () => {
    const { port } = new URL(server.address);
    expect((await asked({ host: `localhost:${port}` })).status).toBe(200);
  });

  it("says when its port is taken", async () => {
    const { port } = new URL(server.address);
    await expect(served(["--port", port])).rejects.toThrow(`port ${port} is in use; choose another with --port`);
  });

  it("serves at the port it is given, until it is interrupted", async () => {
    const { address, stop } = await served();
    await stop();
    const { port } = new URL(address);
    const again = await served(["--port", port]);
    expect(again.address).toBe(address);
    expect(await again.stop()).toEqual({ code: 130, out: `${address}\n`, err: "chimneysweep: interrupted\n" });
  });

  it.each([
    [["serve", "captures"], "serve takes no arguments"],
    [["serve", "--port", "http"], "--port http: expects a number from 1 to 65535"],
    [["serve", "--port", "65536"], "--port 65536: expects a number"],
    [["serve", "--format", "json"], "--format can't be used with serve"],
    [["netstat.txt", "--port", "80"], "--port only goes with serve"],
    [["serv"], "did you mean serve?"],
  ])("%j is no use", async (argv, message) => {
    const { code, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });
});
