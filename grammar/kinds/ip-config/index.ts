import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../../contract/grammar.ts";
import {
  fits,
  isLine,
  linesOf,
  type Part,
  type PrintedLine,
  readLine,
  readText,
  readWhole,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, type DraftHost, notRecognised, recognised, refusedLines, sheetOf } from "../../contract/sheet.ts";
import { anyWords, blanks, hostName, ipv4, ipv6, mac, oneOf, someBlanks, token } from "../../lexicon/lexemes.ts";
import { localeOf, lookUp, type Phrase, phrasebook } from "../../lexicon/phrases.ts";
import { callOf } from "../../lexicon/programs.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { locales } from "../../locales/index.ts";
import { type Block, hint, language, type Property, type TitleLine } from "./language.ts";

/** One adapter of `ipconfig /all`. */
export interface IpConfigAdapter {
  /** Line of the adapter's heading in its source, 1-based. */
  readonly line: number;
  /** Name as in the heading, without "Ethernet adapter" where that is told apart. */
  readonly name: string;
  readonly description: string | null;
  /** As printed, bytes with hyphens between them; null for an adapter without one. */
  readonly physicalAddress: string | null;
  /** IPv4 and IPv6 addresses without "(Preferred)", with their zone. */
  readonly addresses: readonly string[];
}

/** The adapters have no traits in common. */
export type IpConfigTraits = Readonly<Record<never, never>>;

const LONGEST_TECHNOLOGY = 50;
/** A heading or title and the blank line below it. */
const MOST_LINES_ABOVE = 2;
const UNKNOWN = "Ignored an unrecognised line within the output of ipconfig";

const labels = phrasebook(({ ipConfig }) => [
  ["address" as const, ipConfig?.address ?? []],
  ["description" as const, ipConfig?.description ?? []],
  ["hostName" as const, ipConfig?.hostName ?? []],
]);

/** `192.0.2.20(Preferred)`: only addresses of the host itself have a word in brackets behind them. */
const address = P.seqObj<{ readonly text: string; readonly isMarked: boolean }>(
  ["text", ipv4.or(ipv6)],
  [
    "isMarked",
    blanks
      .then(token(/\([^()]{1,40}\)/))
      .result(true)
      .or(P.of(false)),
  ],
);
const mask = token(/(?:255|254|252|248|240|224|192|128|0)(?:\.(?:255|254|252|248|240|224|192|128|0)){3}/);

/** "Ethernet adapter Ethernet 2": the technology, the word for an adapter in one of the languages, the name. */
const adapterWord = token(/[ \t-]+/)
  .then(oneOf(locales.flatMap(({ ipConfig }) => ipConfig?.adapter ?? [])))
  .skip(someBlanks);
const technology = P.notFollowedBy(adapterWord).then(P.any).times(1, LONGEST_TECHNOLOGY);
const adapterName = technology.then(adapterWord).then(anyWords);

const inside = P.alt<PrintedLine>(language.entry, language.bare, language.more);
const opening = P.alt<PrintedLine>(language.heading, language.foreignTitle);

const call = callOf("ipconfig");
const wholeListing = token(/\/all[a-z]*/i);

/** `ipconfig` with or without `/all`: adapters by their headings, addresses by their shape. */
export const ipConfig: Grammar<"ipConfig", IpConfigAdapter, IpConfigTraits> = {
  kind: "ipConfig",
  title: "the adapters and addresses of ipconfig",
  command: "ipconfig /all",
  // Dots lead from every label to its value.
  words: [". . .", "ipconfig", ...wordsOf(({ ipConfig: own }) => [own?.title])],
  answers: (command) => call(command)?.words.every((word) => fits(wholeListing, word)) === true,
  hint,
  landmark: (text): Landmark | undefined => {
    if (!hint(text)) return undefined;
    if (isLine(language.title, text)) return "title";
    if (isLine(language.entry, text)) return "record";
    return fits(adapterName, readLine(language.heading, text)?.value ?? "") ? "record" : undefined;
  },
  continues: (text) => isLine(inside, text),
  above: (lines) => {
    const above = lines.findLastIndex((text) => text.trim() !== "");
    const isOurs = isLine(opening, lines[above] ?? "");
    return isOurs && lines.length - above <= MOST_LINES_ABOVE ? lines.length - above : 0;
  },
  read,
};

/** Reads the lines of ipconfig; what stands between them in no shape of theirs is unknown. Never throws. */
function read(segment: SegmentText): Reading<IpConfigAdapter, IpConfigTraits> {
  const sheet = sheetOf(segment);
  const { head, blocks } = readWhole(language.text, sheet.text);
  const lines = fromFirstKnown([...linesOf(head), ...blocks.flatMap(linesOfBlock)]);
  const adapters = blocks.filter(isAdapter);
  const locale = localeOf([
    ...lines.flatMap(titleOf),
    ...adapters.flatMap(({ parts }) => valuesOf(parts).flatMap(phrasesOf)),
  ]);
  const named = hostNameIn(valuesOf(head), locale);
  const isOfHost = named !== undefined && lines.some((own) => own.is === "title");
  if (adapters.length === 0 && !isOfHost) return notRecognised(lines, {});
  return recognised(segment, sheet, {
    lines,
    records: adapters.map(adapterOf),
    remarks: refusedLines(sheet, lines, UNKNOWN, P.alt<PrintedLine>(language.entry, language.heading)),
    locale,
    traits: {},
    host: hostOf(named, head),
  });
}

/** What stands above the first line of ipconfig belongs to something else. */
function fromFirstKnown(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const first = lines.findIndex((own) => own.is !== "other" && own.is !== "blank");
  return lines.map((own, at) => (at < first && own.is === "other" ? reclassed(own, "unrelated") : own));
}

/**
 * The property that names the host: by its label, and where the label of the language is not known the first one below
 * the title. Properties of an adapter whose heading is missing may stand there too; those have addresses.
 */
function hostNameIn(properties: readonly Property[], locale: string | null): Property | undefined {
  const labelled = properties.find((own) => meaningOf(own) === "hostName");
  const isLabelKnown = locales.some(({ tag, ipConfig: own }) => tag === locale && own?.hostName.length !== 0);
  if (labelled !== undefined || isLabelKnown) return labelled;
  const isOfAdapter = properties.some(({ values: [value = ""] }) => [mac, ipv4, ipv6].some((own) => fits(own, value)));
  return isOfAdapter ? undefined : properties.find((own) => own.isFirst && fits(hostName, own.values[0] ?? ""));
}

function hostOf(named: Property | undefined, head: readonly Part<Property>[]): DraftHost | undefined {
  const name = named?.values[0];
  const from = head.find(({ value }) => value === named)?.lines[0]?.from;
  return name === undefined || from === undefined ? undefined : { name, by: "ipconfig", from };
}

function adapterOf({ heading, parts }: Block): Draft<IpConfigAdapter> {
  const properties = valuesOf(parts);
  return {
    from: heading.from,
    name: nameOf(heading.value),
    description: properties.find((own, at) => isDescription(own, properties[at + 1]))?.values[0] ?? null,
    physicalAddress: properties.find(({ values: [value = ""] }) => fits(mac, value))?.values[0] ?? null,
    addresses: properties.flatMap((own, at) => ownAddresses(own, properties[at + 1])),
  };
}

/** The name without its technology, where the word for an adapter is known. */
function nameOf(heading: string): string {
  return readText(adapterName, heading) ?? heading;
}

/** In languages nobody taught us the description is the line above the physical address. */
function isDescription(own: Property, below: Property | undefined): boolean {
  return own.values[0] !== "" && (meaningOf(own) === "description" || fits(mac, below?.values[0] ?? ""));
}

/** Addresses of the host itself: by their label, by a word in brackets, and in other languages by the mask below. */
function ownAddresses(own: Property, below: Property | undefined): readonly string[] {
  const isLabelled =
    meaningOf(own) === "address" || (fits(ipv4, own.values[0] ?? "") && fits(mask, below?.values[0] ?? ""));
  return own.values.flatMap((value) => {
    const found = readText(address, value);
    return found !== undefined && (found.isMarked || isLabelled) ? [found.text] : [];
  });
}

/** What a label means in the languages that are known. */
function meaningOf({ label: printed }: Property): "address" | "description" | "hostName" | undefined {
  return lookUp(labels, printed)?.key;
}

function phrasesOf({ label: printed }: Property): readonly Phrase<unknown>[] {
  const found = lookUp(labels, printed);
  return found === undefined ? [] : [found];
}

function titleOf(own: PrintedLine): readonly Phrase<unknown>[] {
  const { value } = own as TitleLine;
  return own.is === "title" && value !== null ? [value] : [];
}

function isAdapter({ parts }: Block): boolean {
  return linesOf(parts).some((own) => own.is === "entry");
}

function linesOfBlock(block: Block): readonly PrintedLine[] {
  return [isAdapter(block) ? reclassed(block.heading, "record") : block.heading, ...linesOf(block.parts)];
}
