import type { RuleDescription } from "../findings/catalogue.ts";
import type { Paint } from "./reporter.ts";
import { severityText } from "./text/figures.ts";
import { openPage } from "./text/page.ts";

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

/** The catalogue as JSON, with all that is known of each rule. */
export function ruleListJson(rules: readonly RuleDescription[], version: string): string {
  return `${JSON.stringify({ schemaVersion: 1, tool: { name: "chimneysweep", version }, rules }, null, 2)}\n`;
}

function bandsOf({ appliesTo }: RuleDescription): string {
  return appliesTo === "any" ? "any Windows" : `Windows ${appliesTo.join(", ")}`;
}
