import type { Term } from "../facts/glossary.ts";
import { windowsName } from "../facts/os-bands.ts";
import { type Citation, citationText } from "../facts/sources.ts";
import type { RuleDescription } from "../findings/index.ts";
import type { Finding } from "../report/index.ts";
import { printable } from "./printable.ts";
import type { Paint } from "./reporter.ts";
import { openPage, type Page, quoteLines, severityText } from "./text/page.ts";

/**
 * All there is to say about a rule: what it looks for, why, what to do, when it may be wrong, where that comes from; and
 * an example with what the rule makes of it, which is not quoted from anywhere but was just worked out.
 */
export async function ruleExplanation(
  rule: RuleDescription,
  yielded: readonly Finding[],
  columns: number,
  paint: Paint,
): Promise<string> {
  const page = await openPage(columns, paint);
  const { id, severity, title, rationale, appliesTo, needs, remedies, falseAlarms, references, examples } = rule;
  const windows = appliesTo === "any" ? ["Any version of Windows."] : appliesTo.map(windowsName);
  const supplied = needs.map(({ title: what, commands }) => `${what}: ${commands.join(" or ")}`);
  return joined([
    ...page.paragraph(`${paint.strong(id)} (${severityText(severity, page)})`, 0),
    ...page.paragraph(title, 0),
    ...section("Why", [rationale], page),
    ...section("On which Windows", windows, page),
    ...section("What it needs", supplied, page),
    ...section("What to do", remedyTexts(remedies), page),
    ...section("To take it back", rule.rollback === null ? ["Nothing is changed on the host."] : [rule.rollback], page),
    ...section("False alarms", [falseAlarms], page),
    ...citationLines(references, page),
    ...exampleLines(examples.fails, yielded, page),
  ]);
}

/** What a term of the field means, what it is mistaken for, and where that comes from. */
export async function termExplanation(term: Term, columns: number, paint: Paint): Promise<string> {
  const page = await openPage(columns, paint);
  const others = term.aliases.length === 0 ? "" : ` (${term.aliases.join(", ")})`;
  return joined([
    ...page.paragraph(`${paint.strong(term.name)}${others}`, 0),
    "",
    ...page.paragraph(term.meaning, 2),
    ...section("To know", term.remarks, page),
    ...citationLines(term.sources, page),
  ]);
}

/** Every rule with its severity, the versions of Windows it is about, and its title, in the order of the catalogue. */
export async function ruleList(rules: readonly RuleDescription[], columns: number, paint: Paint): Promise<string> {
  const page = await openPage(columns, paint);
  const lines = rules.flatMap((rule) => [
    ...page.paragraph(`${paint.strong(rule.id)} (${severityText(rule.severity, page)}; ${bandsOf(rule)})`, 0),
    ...page.paragraph(rule.title, 2),
  ]);
  const hint = page.paragraph("chimneysweep explain RULE says why, what to do, and where it comes from.", 0);
  return [...lines, "", ...hint, ""].join("\n");
}

/** What no document states: of each rule the references that are our conclusions, or captures alone. */
export async function groundingList(rules: readonly RuleDescription[], columns: number, paint: Paint): Promise<string> {
  const page = await openPage(columns, paint);
  const lines = rules.flatMap(({ id, references }) => {
    const weak = references.filter(({ grounding }) => grounding === "inferred" || grounding === "observed");
    if (weak.length === 0) return [];
    const alone = weak.length === references.length ? " (nothing else supports it)" : "";
    return [
      ...page.paragraph(`${paint.strong(id)}${alone}`, 0),
      ...weak.flatMap(({ grounding, section: part, says }) => page.paragraph(`${grounding}, ${part}: ${says}`, 2)),
    ];
  });
  return [...lines, ""].join("\n");
}

/** The catalogue as JSON, with all that is known of each rule. */
export function ruleListJson(rules: readonly RuleDescription[], version: string): string {
  return `${JSON.stringify({ schemaVersion: 1, tool: { name: "chimneysweep", version }, rules }, null, 2)}\n`;
}

/** A part with its title; several paragraphs are a list. */
export function section(title: string, paragraphs: readonly string[], page: Page): readonly string[] {
  if (paragraphs.length === 0) return [];
  const heading = ["", ...page.paragraph(page.paint.strong(title), 0)];
  if (paragraphs.length === 1) return [...heading, ...paragraphs.flatMap((text) => page.paragraph(text, 2))];
  return [...heading, ...paragraphs.flatMap((text) => page.table([["-", text]], { indent: 2, align: "ll" }))];
}

/** Each source as a paragraph; an address stands on a line of its own, so that it stays whole. */
export function citationLines(sources: readonly Citation[], page: Page): readonly string[] {
  const lines = sources.flatMap((one) => [
    ...page.table([["-", citationText(one)]], { indent: 2, align: "ll" }),
    ...(one.url === undefined ? [] : [`     ${one.url}`]),
  ]);
  return ["", ...page.paragraph(page.paint.strong("Sources"), 0), ...lines];
}

function remedyTexts(remedies: RuleDescription["remedies"]): readonly string[] {
  if (remedies.length === 0) return ["Nothing needs to be done."];
  if (remedies.length === 1) return remedies.map(({ text }) => text);
  return remedies.map(({ windows, text }) => `${windows.map(windowsName).join("; ")}: ${text}`);
}

function exampleLines(
  { text, os, context = [], computerName }: RuleDescription["examples"]["fails"],
  yielded: readonly Finding[],
  page: Page,
): readonly string[] {
  const options = [
    ...(os === undefined ? [] : [`--os ${os}`]),
    ...(context.length === 0 ? [] : [`--context ${context.join(",")}`]),
    ...(computerName === undefined ? [] : [`--computer-name ${computerName}`]),
  ];
  const called = options.length === 0 ? "" : ` (with ${options.join(" ")})`;
  return [
    "",
    ...page.paragraph(page.paint.strong(`An example${called}`), 0),
    ...text
      .trimEnd()
      .split("\n")
      .map((line) => `  ${printable(line)}`.trimEnd()),
    "",
    ...page.paragraph(page.paint.strong("What comes of it"), 0),
    ...yielded.flatMap((finding) => yieldedLines(finding, page)),
  ];
}

function yieldedLines({ kind, severity, message, evidence, remedy, rollback }: Finding, page: Page): readonly string[] {
  const mark = kind === "fail" ? severityText(severity, page) : kind;
  return [
    ...page.paragraph(`${mark}: ${printable(message)}`, 2),
    ...quoteLines(evidence, evidence.length, 4, page),
    ...(remedy === null ? [] : page.paragraph(`Do: ${printable(remedy)}`, 4)),
    ...(rollback === null ? [] : page.paragraph(`Undo: ${printable(rollback)}`, 4)),
  ];
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function bandsOf({ appliesTo }: RuleDescription): string {
  return appliesTo === "any" ? "any Windows" : `Windows ${appliesTo.join(", ")}`;
}
