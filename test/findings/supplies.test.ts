import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grammars } from "../../grammar/index.ts";
import { features } from "../../src/facts/features.ts";
import { osBands } from "../../src/facts/os-bands.ts";
import { rules } from "../../src/findings/rules/index.ts";
import { supplyOf } from "../../src/findings/supplies.ts";
import { type AnalyzeOptions, analyze } from "../../src/index.ts";
import { root } from "../support/samples.ts";

/** Names that `--context` takes, as a supply writes them. */
const DECLARED = /--context ([\w,-]+)/g;

/** True for a command that some grammar reads the answer of, and for a declaration of features that exist. */
function isAnswerable(supply: string): boolean {
  const names = [...supply.matchAll(DECLARED)].flatMap(([, list = ""]) => list.split(","));
  const isDeclared =
    names.length > 0 && names.every((name) => features.some((one) => one === name.replace(/^no-/, "")));
  // Behind a command stand remarks in brackets; several commands stand in one line.
  const commands = supply
    .replace(/,? ?(?:or )?--context .*$/, "")
    .split(/ & |; | or |, or /)
    .map((one) => one.replace(/ \(.*$/, "").trim())
    .filter((one) => one !== "");
  const isRead =
    commands.length > 0 && commands.every((one) => isClock(one) || grammars.some(({ answers }) => answers?.(one)));
  return isRead || (isDeclared && commands.length === 0);
}

/** Its answer stands beside the capture whose time it tells. */
function isClock(command: string): boolean {
  return command === "echo %date% %time%";
}

describe("every question can be closed", () => {
  const asked = rules.flatMap((rule) => {
    const bands = rule.appliesTo === "any" ? osBands : rule.appliesTo;
    return [undefined, ...bands].flatMap((band) =>
      ["os" as const, ...rule.needs].flatMap((need) =>
        supplyOf(need, band).commands.map((command) => ({ rule: rule.id, band, need, command })),
      ),
    );
  });

  it("by what supplies a need, on every Windows that its rule is about", () => {
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter(({ command }) => !isAnswerable(command))).toEqual([]);
  });

  it("and a rule for certain versions of Windows needs nothing that one of them can't show", () => {
    const bare = rules.flatMap(({ id, needs, appliesTo }) =>
      (appliesTo === "any" ? [] : appliesTo).flatMap((band) =>
        needs.flatMap((need) => (supplyOf(need, band).commands.length === 0 ? [`${id} on ${band}: ${need}`] : [])),
      ),
    );
    expect(bare).toEqual([]);
  });

  it("and a rule for any Windows is not about one that can't show what it needs", async () => {
    const text = readFileSync(join(root, "samples", "scenarios", "2003-absent-values", "capture.txt"), "utf8");
    const { hosts } = await analyze(text);
    const drift = hosts.flatMap(({ findings }) => findings).filter(({ rule }) => rule === "setting-drift-over-time");
    expect(drift).toMatchObject([{ kind: "notApplicable", supply: [] }]);
  });

  it("by what findings of the scenarios ask for", async () => {
    const folder = join(root, "samples", "scenarios");
    const open = new Set<string>();
    for (const name of (await readdir(folder)).toSorted()) {
      const { options } = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as {
        options: AnalyzeOptions;
      };
      const { hosts } = await analyze(readFileSync(join(folder, name, "capture.txt"), "utf8"), options);
      const supplies = hosts
        .flatMap(({ findings }) => findings)
        .flatMap(({ rule, supply }) => supply.map((one) => ({ rule, one })));
      for (const { rule, one } of supplies) if (!isAnswerable(one)) open.add(`${rule}: ${one}`);
    }
    expect([...open]).toEqual([]);
  });
});
