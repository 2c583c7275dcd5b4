import { grammars } from "../../grammar/index.ts";
import { nearMisses } from "../../grammar/near-misses/index.ts";
import { between } from "./marks.ts";

const BEGIN = "<!-- What is recognised, written by npm run docs -->";
const END = "<!-- End of what is recognised -->";

/** What a row of the table is made of. */
type About = (typeof grammars)[number] & { readonly notes?: string };

/** The text with the table of all captures, and the list of what is named instead, between its two marks. */
export function withCaptureTable(readme: string): string {
  return between(readme, BEGIN, END, `${table()}\n${namedInstead()}`.trimEnd());
}

function table(): string {
  const rows = grammars.map((grammar: About) => {
    const { title, command, notes = "" } = grammar;
    return `| ${title.replace(/^(?:an?|the) /, "")} | \`${command}\` | ${notes} |`.replace(/ {2}\|$/, " |");
  });
  return ["| capture | as printed by | notes |", "|---|---|---|", ...rows, ""].join("\n");
}

function namedInstead(): string {
  const names = nearMisses.map(({ name }) => `- ${name}\n`);
  return `What people send instead of a capture is named, with the command to run:\n\n${names.join("")}`;
}
