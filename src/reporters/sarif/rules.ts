import type { Severity } from "../../../grammar/contract/diagnostic.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { citationText } from "../../facts/sources.ts";
import type { RuleDescription } from "../../findings/index.ts";
import type { Finding } from "../../report/index.ts";
import type { SarifLevel, SarifRule } from "./types.ts";

const levels: { readonly [S in Severity]: SarifLevel } = { error: "error", warning: "warning", info: "note" };

export function levelOf(severity: Severity): SarifLevel {
  return levels[severity];
}

/** The rules of a run: those of the catalogue, then those that only findings name, as in a report that was read back. */
export function sarifRules(catalogue: readonly RuleDescription[], findings: readonly Finding[]): readonly SarifRule[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const unknown = new Set(findings.map(({ rule }) => rule).filter((id) => !known.has(id)));
  return [...catalogue.map(described), ...[...unknown].map((id) => ({ id }))];
}

/** A text as a message of SARIF takes it: braces would be placeholders, and brackets before parentheses links. */
export function message(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

/** The text with a full stop at its end. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function described(rule: RuleDescription): SarifRule {
  const { id, severity, title, rationale, references, appliesTo } = rule;
  const helpUri = references.find(({ url }) => url !== undefined)?.url;
  const windows = appliesTo === "any" ? [] : appliesTo.map(windowsName);
  return {
    id,
    shortDescription: { text: sentence(title) },
    fullDescription: { text: sentence(rationale) },
    help: { text: helpOf(rule).join("\n\n"), markdown: markdownOf(rule) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: { windows, groundings: [...new Set(references.map(({ grounding }) => grounding))] },
  };
}

function helpOf({ rationale, remedies, falseAlarms, references }: RuleDescription): readonly string[] {
  const [first, ...others] = remedies;
  const remedy = others.length === 0 ? first?.text : remedies.map(remedyText).join("\n");
  return [
    rationale,
    `What to do: ${remedy ?? ""}`,
    `False alarms: ${falseAlarms}`,
    `Sources: ${references.map(citationText).join(" ")}`,
  ];
}

function markdownOf(rule: RuleDescription): string {
  const [rationale, ...parts] = helpOf(rule);
  const sections = parts.map((part) => part.replace(/^([^:]+): /, (_, heading: string) => `**${heading}**\n\n`));
  return [rationale ?? "", ...sections].join("\n\n");
}

function remedyText({ windows, text }: RuleDescription["remedies"][number]): string {
  return `${windows.map(windowsName).join("; ")}: ${text}`;
}
