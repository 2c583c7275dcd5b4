import { describe, expect, it } from "vitest";
import { loadProgram } from "../../src/cli/program.ts";
import { run } from "./run.ts";

const capture = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.1:445          198.51.100.8:50013     ESTABLISHED     InHost
`;

describe("the command line with the library behind it", () => {
  it("reports what was captured", async () => {
    const { code, out, err } = await run([], { stdin: capture, load: loadProgram });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("1 of 2 eligible connections");
  });

  it("prints every connection", async () => {
    const { out } = await run(["--format", "csv"], { stdin: capture, load: loadProgram });
    expect(out.trimEnd().split("\r\n").slice(1)).toEqual([
      ",stdin,6,1,,TCP,192.0.2.1,445,198.51.100.7,50012,ESTABLISHED,offloaded,,,eligible",
      ",stdin,7,1,,TCP,192.0.2.1,445,198.51.100.8,50013,ESTABLISHED,inHost,,,eligible",
    ]);
  });

  it("takes a report read back from its own output for what it is", async () => {
    const { out } = await run(["--format", "json"], { stdin: capture, load: loadProgram });
    const again = await run(["--format", "json"], { stdin: out, load: loadProgram });
    expect(again.code).toBe(3);
    expect(JSON.parse(again.out).sources[0].status).toBe("skipped");
  });

  it("knows encodings by their many names, and refuses others", async () => {
    const { code } = await run(["--encoding", "IBM850"], { stdin: capture, load: loadProgram });
    expect(code).toBe(0);
    expect((await run(["--encoding", "klingon"], { load: loadProgram })).code).toBe(2);
  });
});
