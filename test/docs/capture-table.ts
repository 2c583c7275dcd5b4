import { grammars } from "../../grammar/index.ts";
import { nearMisses } from "../../grammar/near-misses/index.ts";

const BEGIN = "<!-- What is recognised, written by npm run docs -->";
const END = "<!-- End of what is recognised -->";

/** What a row of the table is made of. */
type About = (typeof grammars)[number] & { readonly notes?: string };

/** The text with the table of all captures, and the list of what is named instead, between its two marks. */
export function withCaptureTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}; npm run docs`);
  return `${readme.slice(0, begin)}${BEGIN}\n\n${table()}\n${namedInstead()}\n${readme.slice(end)}`;
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
