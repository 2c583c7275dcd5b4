import { catalogue, type RuleDescription } from "../../src/index.ts";
import { between } from "./marks.ts";

const BEGIN = "<!-- The rules, written by npm run docs -->";
const END = "<!-- End of the rules -->";

/** The text with the table of all rules between its two marks. Throws when a mark is missing. */
export function withRuleTable(readme: string): string {
  return between(readme, BEGIN, END, ruleTable().trimEnd());
}

function ruleTable(): string {
  const rows = catalogue().map(row);
  return ["| rule | severity | Windows | what it says |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function row({ id, severity, appliesTo, title }: RuleDescription): string {
  const windows = appliesTo === "any" ? "any" : appliesTo.join(", ");
  return `| \`${id}\` | ${severity} | ${windows} | ${title.replaceAll("|", "\\|")} |`;
}
