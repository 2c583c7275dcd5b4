import { expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { run } from "./run.ts";

const table = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost

C:\\>hostname
APP11
`;

it("--explain-hosts says why captures are of their hosts, and nothing else", async () => {
  const { out, code } = await run(["--explain-hosts", "-"], { stdin: table, analyze });
  expect(code).toBe(0);
  expect(out).toBe("APP11\n  stdin (netstat)\n    no other host is named in this file; named by hostname (line 9)\n\n");
});

it("--explain-hosts has a form of its own", async () => {
  const { code, err } = await run(["--explain-hosts", "--format", "json", "-"], { stdin: table });
  expect(code).toBe(2);
  expect(err).toContain("--explain-hosts");
});
