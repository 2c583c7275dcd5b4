import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type Report, reporters } from "../../src/index.ts";
import { type Ended, type RunOptions, runBuilt } from "./built.ts";

/** A folder of its own for each test, with a capture in it, and the built command to run there. */
export interface Workplace {
  /** The folder of the test that runs. */
  readonly cwd: () => string;
  readonly put: (name: string, content: string | Uint8Array) => Promise<void>;
  /** Runs the command. Whatever happens, nobody gets to see a stack trace. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** The same, its report read by a parser of JSON. */
  readonly reported: (args: readonly string[], options?: RunOptions) => Promise<Ended & { readonly report: Report }>;
}

export const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";

/** A row between a file server and its client. */
export const row = (port: number, state: string) =>
  `  TCP    192.0.2.10:445         ${`198.51.100.7:${port}`.padEnd(21)}  ESTABLISHED     ${state.padEnd(12)}`;

/** A table of two connections, one of them offloaded; it lies in every workplace as netstat.txt. */
export const table = `\r\nActive Connections\r\n\r\n${HEADING}\r\n\r\n${row(50_012, "InHost")}\r\n${row(50_013, "Offloaded")}\r\n`;

/** What the formats of a report are called in a folder that gets all of them. */
export const WHOLE_REPORTS: readonly string[] = Object.values(reporters)
  .filter(({ name }) => name !== "csv")
  .map(({ endings: [ending = ""] }) => `report${ending}`)
  .sort();

/** Makes workplaces for the tests of a file. */
export function workplace(): Workplace {
  let parent = "";
  let cwd = "";
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "process-"));
  });
  afterAll(() => rm(parent, { recursive: true }));
  beforeEach(async () => {
    cwd = await mkdtemp(join(parent, "cwd-"));
    await put("netstat.txt", table);
  });

  const put: Workplace["put"] = (name, content) => writeFile(join(cwd, name), content);
  const run: Workplace["run"] = async (args, options = {}) => {
    const ended = await runBuilt(args, { cwd, ...options });
    expect(ended.err).not.toMatch(/^\s+at |internal error|node:internal|\bError:/m);
    return ended;
  };
  const reported: Workplace["reported"] = async (args, options = {}) => {
    const ended = await run([...args, "--format", "json"], options);
    return { ...ended, report: JSON.parse(ended.out) };
  };
  return { cwd: () => cwd, put, run, reported };
}
