import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding, type HostReport } from "../../src/index.ts";
import { root } from "../support/samples.ts";

/** What a scenario is to come to, written before the program read it. */
interface Expected {
  /** What it is an example of. */
  readonly why: string;
  readonly options: AnalyzeOptions;
  readonly verdict: string;
  /** All findings that stand by themselves, as `rule:kind:severity`, in the order of the alphabet. */
  readonly findings: readonly string[];
}

const folder = join(root, "samples", "scenarios");
const scenarios = (await readdir(folder)).toSorted();

function read(name: string): { readonly text: string; readonly expected: Expected } {
  const expected: unknown = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8"));
  // The files are ours, and what is missing in them fails the comparison.
  return { text: readFileSync(join(folder, name, "capture.txt"), "utf8"), expected: expected as Expected };
}

async function hostOf(text: string, options: AnalyzeOptions): Promise<HostReport> {
  const { hosts } = await analyze(text, options);
  const [host] = hosts;
  if (host === undefined || hosts.length > 1) throw new Error(`one host expected, not ${hosts.length}`);
  return host;
}

function standing(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ kind, explainedBy }) => (kind === "fail" || kind === "review") && explainedBy === null)
    .map(({ rule, kind, severity }) => `${rule}:${kind}:${severity}`)
    .toSorted();
}

describe("a scenario comes to the verdict and the findings that were expected of it", () => {
  it.each(scenarios)("%s", async (name) => {
    const { text, expected } = read(name);
    const { verdict, findings } = await hostOf(text, expected.options);
    expect({ verdict: verdict?.code, findings: standing(findings) }).toEqual({
      verdict: expected.verdict,
      findings: expected.findings,
    });
  });
});

/** The key as Windows installs it: no value that anybody set. */
const untouchedKey = `
C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters

HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters
    DataBasePath    REG_EXPAND_SZ    %SystemRoot%\\System32\\drivers\\etc
    Domain    REG_SZ
    ForwardBroadcasts    REG_DWORD    0x0
    IPEnableRouter    REG_DWORD    0x0
    NameServer    REG_SZ
    SearchList    REG_SZ
    UseDomainNameDevolution    REG_DWORD    0x1
    EnableICMPRedirect    REG_DWORD    0x1
    DeadGWDetectDefault    REG_DWORD    0x1
`;

describe("an installation that nobody touched, with its registry", () => {
  it.each(scenarios.filter((name) => name.startsWith("default-")))("%s has no finding", async (name) => {
    const { text, expected } = read(name);
    const { verdict, findings } = await hostOf(`${text}\n${untouchedKey}`, expected.options);
    expect(verdict?.code).toBe(expected.verdict);
    const own = standing(findings).filter((one) => !one.startsWith("loopback-rows-excluded:review"));
    expect(own).toEqual([]);
  });

  it("stands for every band", () => {
    const bands = scenarios.filter((name) => name.startsWith("default-")).map((name) => name.split("-")[1]);
    expect(new Set(bands)).toEqual(
      expect.toSatisfy((all: ReadonlySet<string>) =>
        ["2003", "2008", "2008r2", "2012", "2012r2", "2016", "2019", "2022", "2025"].every((band) => all.has(band)),
      ),
    );
  });
});

describe("an installation that nobody touched", () => {
  it.each(scenarios.filter((name) => name.startsWith("default-")))("%s has nothing that fails", async (name) => {
    const { text, expected } = read(name);
    const { findings } = await hostOf(text, expected.options);
    expect(findings.filter(({ kind }) => kind === "fail")).toEqual([]);
  });
});

describe("what is to be done on the host of a scenario", () => {
  /** Commands that change something; what only shows may stand in several steps. */
  const changing = /`((?:netsh int (?:tcp|ip) set|reg (?:add|delete)|sc config|net stop|Set-|Enable-|Disable-)[^`]*)`/g;

  it.each(scenarios)("%s names each command in one step", async (name) => {
    const { text, expected } = read(name);
    const { actions = [] } = await hostOf(text, expected.options);
    const commands = actions.flatMap(({ step }) => [
      ...new Set([...(step.includes("`") ? step : `\`${step}\``).matchAll(changing)].map(([, command]) => command)),
    ]);
    expect(commands.filter((command, at) => commands.indexOf(command) !== at)).toEqual([]);
  });
});
