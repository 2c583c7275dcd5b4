import { type Finding, type FindingKind, findingKinds, type HostReport } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { scriptHint } from "../script-hint.ts";
import { commandsOf, declarationsOf } from "../words.ts";
import type { Page } from "./page.ts";
import { commandLine } from "./steps.ts";

/** Commands listed; those that supply most come first. */
const MAX_COMMANDS = 8;

/** How what is left out is spoken of. */
const WORDS: { readonly [K in FindingKind]: (count: number) => string } = {
  fail: (count) => counted(count, "finding"),
  review: (count) => `${count} to review`,
  notEvaluated: (count) => `${count} not checked`,
  pass: (count) => `${count} OK`,
  notApplicable: (count) => `${count} not applicable to this Windows`,
};

/** What was not checked for want of a capture, by the commands that supply it; then the counts of what is not shown. */
export function uncheckedLines(host: HostReport, shown: readonly FindingKind[], page: Page): readonly string[] {
  const hidden = findingKinds.filter((kind) => !shown.includes(kind));
  const counts = hidden.flatMap((kind) => {
    const count = host.findings.filter((finding) => finding.kind === kind).length;
    return count === 0 ? [] : [WORDS[kind](count)];
  });
  if (counts.length === 0) return [];
  const unchecked = hidden.includes("notEvaluated") ? host.findings.filter(({ kind }) => kind === "notEvaluated") : [];
  return [
    ...supplyLines(host, unchecked, page),
    "",
    ...page.paragraph(`Other rules: ${counts.join(", ")}. --show all lists them.`, 2),
  ];
}

function supplyLines(host: HostReport, unchecked: readonly Finding[], page: Page): readonly string[] {
  if (unchecked.length === 0) return [];
  const commands = commandsOf(unchecked);
  const more = commands.length - MAX_COMMANDS;
  const hint = scriptHint(host);
  return [
    "",
    ...page.paragraph(
      `${counted(unchecked.length, "rule")} could not be checked with what was captured. To check more, add:`,
      2,
    ),
    ...commands.slice(0, MAX_COMMANDS).map(([command]) => commandLine(command, 4)),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more command")}`, 4) : []),
    ...(hint === undefined ? [] : page.paragraph(`chimneysweep capture-script prints a script that runs ${hint}.`, 4)),
    ...declarationLines(declarationsOf(unchecked), page),
  ];
}

function declarationLines(names: readonly string[], page: Page): readonly string[] {
  if (names.length === 0) return [];
  return page.paragraph(
    `or state it yourself, --context NAME (in use) or no-NAME (not in use): ${names.join(", ")}`,
    4,
  );
}
