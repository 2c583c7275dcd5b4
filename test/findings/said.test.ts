import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { osBands } from "../../src/facts/os-bands.ts";
import { type Example, rules } from "../../src/findings/index.ts";
import { type AnalyzeOptions, analyze, type Finding, type HostReport } from "../../src/index.ts";
import { root } from "../support/samples.ts";

// Every sentence that a rule says, a file a rule: of its examples on each Windows that it is about, of the same with a
// capture taken away, and of the scenarios. They are there to be read aloud when one changes.

const folder = join(root, "test/findings/said");
const scenarioFolder = join(root, "samples", "scenarios");
const scenarios = readdirSync(scenarioFolder).toSorted();

/** The texts of a rule, each with the first case in which it says so. Those that differ in numbers and lines are one. */
type Said = Map<string, string>;

const ofScenarios: { readonly name: string; readonly host: HostReport }[] = [];

beforeAll(async () => {
  for (const name of scenarios) {
    const read = (file: string) => readFileSync(join(scenarioFolder, name, file), "utf8");
    const { options } = JSON.parse(read("expected.json")) as { readonly options: AnalyzeOptions };
    for (const host of (await analyze(read("capture.txt"), options)).hosts) ofScenarios.push({ name, host });
  }
});

async function hostsOf(text: string, { context, computerName }: Example, os?: Example["os"]) {
  const { hosts } = await analyze(text, {
    ...(os !== undefined && { os }),
    ...(context !== undefined && { context }),
    ...(computerName !== undefined && { computerName }),
  });
  return hosts;
}

function keep(said: Said, rule: string, what: string, { findings }: HostReport): void {
  for (const finding of findings) {
    const isSaid = finding.rule === rule && finding.missing.length === 0 && /fail|review|Eval/.test(finding.kind);
    const text = textOf(finding);
    const shape = text.replace(/\n {2}lines: .*$/, "").replace(/\d[\d.:]*/g, "0");
    if (isSaid && !said.has(shape)) said.set(shape, `# ${what}\n${text}\n`);
  }
}

function textOf({ kind, severity, message, remedy, rollback, supply, evidence }: Finding): string {
  const lines = [
    `${kind} ${severity}: ${message}`,
    ...(remedy === null ? [] : [`do: ${remedy}`]),
    ...(rollback === null ? [] : [`undo: ${rollback}`]),
    ...(supply.length === 0 ? [] : [`ask: ${supply.join(" / ")}`]),
    ...(evidence.length === 0 ? [] : [`lines: ${evidence.map(({ line }) => line).join(" ")}`]),
  ];
  return lines.join("\n  ");
}

/** The text without the captures of one kind. */
function without(text: string, { captures }: HostReport, kind: string): string {
  const removed = captures.filter((capture) => capture.kind === kind);
  const isRemoved = (number: number) => removed.some(({ line, endLine }) => line <= number && number <= endLine);
  return text
    .split("\n")
    .filter((_, at) => !isRemoved(at + 1))
    .join("\n");
}

async function saidBy({ id, appliesTo, examples }: (typeof rules)[number]): Promise<Said> {
  const said: Said = new Map();
  for (const [name, example] of Object.entries(examples)) {
    const bands = example.os === undefined ? [undefined] : appliesTo === "any" ? osBands : appliesTo;
    for (const os of bands)
      for (const host of await hostsOf(example.text, example, os))
        keep(said, id, `the example that ${name}${os === undefined ? "" : `, ${os}`}`, host);
    for (const host of await hostsOf(example.text, example, example.os))
      for (const kind of new Set(host.captures.map((capture) => capture.kind)))
        for (const left of await hostsOf(without(example.text, host, kind), example, example.os))
          keep(said, id, `the example that ${name}, without ${kind}`, left);
  }
  for (const { name, host } of ofScenarios) keep(said, id, name, host);
  return said;
}

describe("what a rule says", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("%s", async (id, rule) => {
    await expect([...(await saidBy(rule)).values()].join("\n")).toMatchFileSnapshot(join(folder, `${id}.txt`));
  });

  it("has no file without its rule", () => {
    const known = new Set(rules.map(({ id }) => `${id}.txt`));
    expect(readdirSync(folder).filter((file) => !known.has(file))).toEqual([]);
  });
});

describe("what a rule rests on", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("%s has the substance of each statement", (_, rule) => {
    expect(rule.references).not.toEqual([]);
    for (const { says, section, title } of rule.references) expect([title, section, says]).not.toContain("");
  });
});
