import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scriptCommands } from "../../src/capture-script/index.ts";
import { analyze, type HostReport } from "../../src/index.ts";
import { isCollected, scriptHint } from "../../src/reporters/script-hint.ts";
import { commandsOf } from "../../src/reporters/words.ts";
import { root } from "../support/samples.ts";

const folder = join(root, "samples", "scenarios");
const scenarios = (await readdir(folder)).toSorted();
const read = (name: string) => readFileSync(join(folder, name, "capture.txt"), "utf8");

async function hostsOf(text: string): Promise<readonly HostReport[]> {
  return (await analyze(text)).hosts;
}

/** What a script's file looks like: a heading for each command, and below it what the command answers. */
function scriptOutput(answers: ReadonlyMap<string, string>): string {
  return scriptCommands
    .map(({ command }, at) => {
      const [typed = command] = command.split(" | ");
      const time = `20240115 10:22:${String(at % 60).padStart(2, "0")}`;
      const rule = "======================================";
      return `\n${rule}\n\\\\SRV01:\n${time} : ${typed}\n${rule}\n${answers.get(typed) ?? ""}`;
    })
    .join("\n");
}

/** The answers that a scenario holds, by the command behind its prompt. */
function answersIn(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^(?:PS )?C:\\> ?/m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")).trim(), part.slice(part.indexOf("\n"))]));
}

describe("the hint at the capture script", () => {
  it.each(scenarios)("promises of %s no more than the script collects", async (name) => {
    for (const host of await hostsOf(read(name))) {
      const hint = scriptHint(host);
      const asked = commandsOf(host.findings.filter(({ kind }) => kind === "notEvaluated")).map(([command]) => command);
      const missing = asked.filter((command) => !isCollected(command));
      if (hint === "all of it") expect(missing).toEqual([]);
      if (hint !== undefined) expect(asked.length).toBeGreaterThan(missing.length);
    }
  });

  it("says how much of it", async () => {
    const [host] = await hostsOf(read("r2-table-only"));
    expect(host === undefined ? undefined : scriptHint(host)).toMatch(/^(?:all of it|\d+ of these \d+)$/);
  });

  it.each(["default-2008r2", "default-2012r2", "default-2022"])(
    "is not given for the script's own output on %s",
    async (name) => {
      const answers = new Map([
        ...answersIn(read(name)),
        ["netsh int tcp show chimneystats", "Your System Administrator has disabled TCP Chimney.\n"],
        ["netsh int ip show global", "Task Offload                          : enabled\n"],
        [
          "tasklist",
          "\nImage Name                     PID Session Name        Session#    Mem Usage\n========================= ======== ================ =========== ============\nSystem                           4 Services                   0        140 K\n",
        ],
      ]);
      for (const command of ["netstat -nato", "netsh int tcp show global"])
        expect([...answers.keys()]).toContain(command);
      const hosts = await hostsOf(scriptOutput(answers));
      expect(hosts).toHaveLength(1);
      for (const host of hosts) {
        const ran = new Set(host.captures.map(({ command }) => command));
        const again = commandsOf(host.findings.filter(({ kind }) => kind === "notEvaluated"))
          .map(([command]) => command)
          .filter((command) => ran.has(command));
        // A table in intervals is another command; what was run and read is not asked for again.
        expect(again).toEqual([]);
      }
    },
  );

  it("is not given to whoever ran the script", () => {
    const ran = scriptCommands.slice(0, 10).map(({ command }) => ({ command: command.split(" | ")[0] ?? command }));
    const finding = { kind: "notEvaluated", supply: ["Get-NetAdapterRss"] };
    const host = { captures: ran, findings: [finding] } as unknown as HostReport;
    expect(scriptHint(host)).toBeUndefined();
    expect(scriptHint({ ...host, captures: host.captures.slice(0, 9) })).toBe("all of it");
  });
});
