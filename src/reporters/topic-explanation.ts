import type { CompanionFacts } from "../facts/companion-lookup.ts";
import type { Hotfix } from "../facts/hotfixes.ts";
import { type OsBand, windowsName } from "../facts/os-bands.ts";
import type { ReportWord } from "../facts/report-words.ts";
import type { VerdictMeaning } from "../findings/index.ts";
import { citationLines, section } from "./explanation.ts";
import type { Paint } from "./reporter.ts";
import { verdictText } from "./standing.ts";
import { openPage, type Page } from "./text/page.ts";

/** What the document's verdict comes to for somebody who runs both. */
const coexistenceWords = {
  blocks: "while it is on, no connection is offloaded",
  partly: "some connections are not offloaded",
  works: "no obstacle",
  product: "that depends on the product",
} as const;

/** What a verdict says, and what it means where it says different things. */
export async function verdictExplanation(
  { code, statements }: VerdictMeaning,
  columns: number,
  paint: Paint,
): Promise<string> {
  const page = await openPage(columns, paint);
  return joined([
    ...page.paragraph(`${paint.strong(code)} (verdict; in tables: ${verdictText(code)})`, 0),
    ...section("What it says", statements, page),
    ...section(
      "What to do",
      ["The report quotes the lines that it rests on, and says what to capture if something is unknown."],
      page,
    ),
  ]);
}

/** What an update is about, and where that comes from. */
export async function hotfixExplanation(hotfix: Hotfix, columns: number, paint: Paint): Promise<string> {
  const page = await openPage(columns, paint);
  const { id, bands, topic, note, source } = hotfix;
  return joined([
    ...page.paragraph(`${paint.strong(id)} (update for ${bands.map(windowsName).join("; ")})`, 0),
    "",
    ...page.paragraph(topic ?? "We could not read the article; sources mention it in connection with Chimney.", 2),
    ...(note === undefined ? [] : page.paragraph(`Note: ${note}.`, 2)),
    ...citationLines([source], page),
  ]);
}

/** How a feature or service goes with Chimney: on one version, or on each that documents speak of. */
export async function companionExplanation(
  { name, title, services, statements }: CompanionFacts,
  band: OsBand | undefined,
  columns: number,
  paint: Paint,
): Promise<string> {
  const page = await openPage(columns, paint);
  const told = statements.filter((one) => band === undefined || one.band === band);
  const head = services.length === 0 ? "" : ` (service ${[...new Set(services)].join(", ")})`;
  return joined([
    ...page.paragraph(`${paint.strong(name)}: ${title}${head}`, 0),
    "",
    ...page.paragraph(page.paint.strong("With TCP Chimney Offload"), 0),
    ...(told.length === 0 ? page.paragraph(`No document says whether it works with Chimney${onBand(band)}.`, 2) : []),
    ...told.flatMap(({ band: one, said }) => [
      ...page.paragraph(`${windowsName(one)}: ${said.word}, ${coexistenceWords[said.verdict]}.`, 2),
      ...page.paragraph(said.effect, 4),
    ]),
    ...(told.length === 0 ? [] : citationLines(distinctSources(told), page)),
  ]);
}

/** What a word of the report means. */
export async function wordExplanation(
  { name, aliases, meaning }: ReportWord,
  columns: number,
  paint: Paint,
): Promise<string> {
  const page: Page = await openPage(columns, paint);
  const others = aliases.length === 0 ? "" : ` (${aliases.join(", ")})`;
  return joined([...page.paragraph(`${paint.strong(name)}${others}`, 0), "", ...page.paragraph(meaning, 2)]);
}

function onBand(band: OsBand | undefined): string {
  return band === undefined ? "" : ` on ${windowsName(band)}`;
}

function distinctSources(told: CompanionFacts["statements"]) {
  const sources = told.flatMap(({ said }) => said.sources);
  return sources.filter(
    (one, at) => sources.findIndex(({ title, section: part }) => title === one.title && part === one.section) === at,
  );
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
