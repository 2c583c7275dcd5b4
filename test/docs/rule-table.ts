import { catalogue, type RuleDescription } from "../../src/index.ts";

const BEGIN = "<!-- The rules, written by npm run docs -->";
const END = "<!-- End of the rules -->";

/** The text with the table of all rules between its two marks. Throws when a mark is missing: there is one README. */
export function withRuleTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin)}${BEGIN}\n\n${ruleTable()}\n${readme.slice(end)}`;
}

function ruleTable(): string {
  const rows = catalogue().map(row);
  return ["| rule | severity | Windows | what it says |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function row({ id, severity, appliesTo, title }: RuleDescription): string {
  const windows = appliesTo === "any" ? "any" : appliesTo.join(", ");
  return `| \`${id}\` | ${severity} | ${windows} | ${title.replaceAll("|", "\\|")} |`;
}
