import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../../contract/grammar.ts";
import {
  fits,
  isLine,
  linesOf,
  type PrintedLine,
  readLine,
  readWhole,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf, unknownLines } from "../../contract/sheet.ts";
import { anyWords, blanks, ipv4, ipv6, mac, oneOf, someBlanks } from "../../lexicon/lexemes.ts";
import { localeOf, lookUp, phrasebook } from "../../lexicon/phrases.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { locales } from "../../locales/index.ts";
import { type Block, language, type Property, type TitleLine } from "./language.ts";

/** One adapter of `ipconfig /all`. */
export interface IpConfigAdapter {
  /** Line of the adapter's heading in its source, 1-based. */
  readonly line: number;
  /** Name as in the heading, without "Ethernet adapter" where that is told apart. */
  readonly name: string;
  readonly description: string | null;
  /** IPv4 and IPv6 addresses without "(Preferred)", with their zone. */
  readonly addresses: readonly string[];
}

export interface IpConfigTraits {
  readonly hostName: string | null;
}

const LONGEST_TECHNOLOGY = 50;
/** A heading and the blank line below it. */
const MOST_LINES_ABOVE = 2;
const UNKNOWN = "This stands between the lines of ipconfig and was not read";

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
      .then(P.regexp(/\([^()]{1,40}\)/))
      .result(true)
      .or(P.of(false)),
  ],
);
const mask = P.regexp(/(?:255|254|252|248|240|224|192|128|0)(?:\.(?:255|254|252|248|240|224|192|128|0)){3}/);

/** "Ethernet adapter Ethernet 2": the technology, the word for an adapter in one of the languages, the name. */
const adapterWord = someBlanks.then(oneOf(locales.flatMap(({ ipConfig }) => ipConfig?.adapter ?? []))).skip(someBlanks);
const technology = P.notFollowedBy(adapterWord).then(P.any).times(1, LONGEST_TECHNOLOGY);
const adapterName = technology.then(adapterWord).then(anyWords);

/** `ipconfig` with or without `/all`: adapters by their headings, addresses by their shape. */
export const ipConfig: Grammar<"ipConfig", IpConfigAdapter, IpConfigTraits> = {
  kind: "ipConfig",
  title: "the adapters and addresses of ipconfig",
  command: "ipconfig /all",
  // Dots lead from every label to its value.
  words: [". . .", "ipconfig", ...wordsOf(({ ipConfig: own }) => [own?.title])],
  answers: (command) =>
    /^["']?(?:[\w:\\%]{0,200}\\)?ipconfig(?:\.exe)?["']?(?:\s+\/all\w*){0,3}\s*(?:[>|&].*)?$/i.test(command),
  landmark: (text): Landmark | undefined => {
    if (!text.includes(":")) return isLine(language.title, text) ? "title" : undefined;
    if (isLine(language.entry, text)) return "record";
    const heading = readLine(language.heading, text)?.value ?? "";
    return adapterName.parse(heading).status ? "record" : undefined;
  },
  continues: (text) => isLine(P.alt<PrintedLine>(language.entry, language.bare, language.more), text),
  above: (lines) => {
    const above = lines.findLastIndex((text) => text.trim() !== "");
    const isHeading = isLine(language.heading, lines[above] ?? "");
    return isHeading && lines.length - above <= MOST_LINES_ABOVE ? lines.length - above : 0;
  },
  read,
};

/** Reads the lines of ipconfig; what stands between them in no shape of theirs is unknown. Never throws. */
function read(segment: SegmentText): Reading<IpConfigAdapter, IpConfigTraits> {
  const sheet = sheetOf(segment);
  const { head, blocks } = readWhole(language.text, sheet.text);
  const lines = [...linesOf(head), ...blocks.flatMap(linesOfBlock)];
  const adapters = blocks.filter(isAdapter);
  const titleLines = lines.filter((own): own is TitleLine => own.is === "title");
  const hostName = valuesOf(head).find((own) => meaningOf(own) === "hostName")?.values[0];
  const isOfHost = titleLines.length > 0 && hostName !== undefined;
  if (adapters.length === 0 && !isOfHost) return notRecognised(lines, { hostName: null });
  return recognised(segment, sheet, {
    lines,
    records: adapters.map(adapterOf),
    remarks: unknownLines(lines, UNKNOWN),
    locale: localeOf(titleLines.map((own) => own.value)),
    traits: { hostName: hostName ?? null },
  });
}

function adapterOf({ heading, parts }: Block): Draft<IpConfigAdapter> {
  const properties = valuesOf(parts);
  return {
    from: heading.from,
    name: nameOf(heading.value),
    description: properties.find((own, at) => isDescription(own, properties[at + 1]))?.values[0] ?? null,
    addresses: properties.flatMap((own, at) => ownAddresses(own, properties[at + 1])),
  };
}

/** The name without its technology, where the word for an adapter is known. */
function nameOf(heading: string): string {
  const result = adapterName.parse(heading);
  return result.status ? result.value : heading;
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
    const found = address.parse(value);
    return found.status && (found.value.isMarked || isLabelled) ? [found.value.text] : [];
  });
}

/** What a label means in the languages that are known. */
function meaningOf({ label: printed }: Property): "address" | "description" | "hostName" | undefined {
  return lookUp(labels, printed)?.key;
}

function isAdapter({ parts }: Block): boolean {
  return linesOf(parts).some((own) => own.is === "entry");
}

function linesOfBlock(block: Block): readonly PrintedLine[] {
  return [isAdapter(block) ? reclassed(block.heading, "record") : block.heading, ...linesOf(block.parts)];
}
