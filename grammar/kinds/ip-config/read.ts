import { diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import { fold } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import type { IpConfigAdapter, IpConfigTraits } from "./index.ts";
import { adapterName, type IpConfigLine, ipConfigLine, isTitle } from "./line.ts";

/** An adapter while its lines go by. */
interface Progress {
  readonly ordinal: number;
  readonly name: string;
  description: string | null;
  readonly addresses: string[];
  /** Label of the last entry; null before the first one. */
  last: string | null;
}

type Entry = Extract<IpConfigLine, { readonly shape: "entry" | "bare" }>;

const UNKNOWN = "This stands between the lines of ipconfig and was not read";
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^(?=[^:]*:[^:]*:)[0-9a-f:]{2,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%\w{1,32})?$/i;
/** An address with a word in brackets behind it, as `/all` prints those of the host itself and no others. */
const OWN = /^(\S{2,80}?)[ \t]*\(([^()]{1,40})\)$/;
const MASK = /^(?:255|254|252|248|240|224|192|128|0)(?:\.(?:255|254|252|248|240|224|192|128|0)){3}$/;
const PHYSICAL = /^[0-9a-f]{2}(?:-[0-9a-f]{2}){5,7}$/i;

const words = locales.flatMap(({ tag, ipConfig }) => (ipConfig === undefined ? [] : [{ tag, ...ipConfig }]));
const addressLabels = new Set(words.flatMap(({ address }) => address.map(fold)));
const descriptionLabels = new Set(words.flatMap(({ description }) => description.map(fold)));
const hostNameLabels = new Set(words.flatMap(({ hostName }) => hostName.map(fold)));

/** Reads the lines of ipconfig; what stands between them in no shape of theirs is unknown. Never throws. */
export function readIpConfig(segment: SegmentText): Reading<IpConfigAdapter, IpConfigTraits> {
  const texts = textsOf(segment.text);
  const lines = texts.map(ipConfigLine);
  const adapters = adaptersIn(lines);
  const headings = new Set(adapters.map(({ ordinal }) => ordinal));
  const numberOf = lineNumbers(segment.runs);
  const hostName = hostNameIn(lines);
  const title = texts.find(isTitle);
  const classes = texts.map((text, ordinal) => classOf(text, lines[ordinal], headings.has(ordinal)));
  const unknown = classes.flatMap((found, ordinal) => (found === "unknown" ? [ordinal] : []));
  const recognised = adapters.length > 0 || (title !== undefined && hostName !== null);
  return {
    records: adapters.map(({ ordinal, name, description, addresses }) => {
      return { line: numberOf(ordinal), name, description, addresses };
    }),
    classes,
    diagnostics: recognised
      ? unknown.map((at) => diagnostic("unknown-line", UNKNOWN, placeOf(segment.runs, at), texts[at]))
      : [],
    locale: title === undefined ? null : localeOf(title),
    traits: { hostName },
    recognised,
  };
}

/** The adapters by their headings. A line that only looks like a heading has no entries below it. */
function adaptersIn(lines: readonly IpConfigLine[]): readonly Progress[] {
  const adapters: Progress[] = [];
  for (const [ordinal, line] of lines.entries()) {
    const adapter = adapters.at(-1);
    if (line.shape === "heading") adapters.push(adapterOf(ordinal, line.name));
    else if (adapter === undefined) continue;
    else if (line.shape === "rest") takeMore(adapter, line.value);
    else if (line.shape === "entry" || line.shape === "bare") takeEntry(adapter, line, lines[ordinal + 1]);
  }
  return adapters.filter(({ last }) => last !== null);
}

/** The name of the host among the entries above the first adapter. */
function hostNameIn(lines: readonly IpConfigLine[]): string | null {
  for (const line of lines) {
    if (line.shape === "heading") return null;
    if (line.shape === "entry" && hostNameLabels.has(fold(line.label)) && line.value !== "") return line.value;
  }
  return null;
}

function adapterOf(ordinal: number, heading: string): Progress {
  return { ordinal, name: adapterName(heading), description: null, addresses: [], last: null };
}

/** In languages nobody taught us a description is known by the physical address below it, an address by its mask. */
function takeEntry(adapter: Progress, { shape, label, value }: Entry, next: IpConfigLine | undefined): void {
  // A label without the dots may be anything, so it does not make an adapter of the line above.
  if (shape === "entry" || adapter.last !== null) adapter.last = label;
  const below = next?.shape === "entry" || next?.shape === "bare" ? next.value : "";
  const isDescription = descriptionLabels.has(fold(label)) || PHYSICAL.test(below);
  if (isDescription && value !== "") adapter.description ??= value;
  const address = addressIn(value);
  if (address === undefined) return;
  const isOwn = address.isMarked || addressLabels.has(fold(label)) || (IPV4.test(address.text) && MASK.test(below));
  if (isOwn) adapter.addresses.push(address.text);
}

/** One more value below an entry is an address of the host when the first one was. */
function takeMore(adapter: Progress, value: string): void {
  const address = addressIn(value);
  const isOfOwn = adapter.last !== null && addressLabels.has(fold(adapter.last));
  if (address !== undefined && (address.isMarked || isOfOwn)) adapter.addresses.push(address.text);
}

function addressIn(value: string): { readonly text: string; readonly isMarked: boolean } | undefined {
  const marked = OWN.exec(value)?.[1];
  const text = marked ?? value;
  return IPV4.test(text) || IPV6.test(text) ? { text, isMarked: marked !== undefined } : undefined;
}

function classOf(text: string, line: IpConfigLine | undefined, isAdapter: boolean): LineClass {
  if (line === undefined || line.shape === "blank") return "blank";
  if (isAdapter) return "record";
  if (line.shape === "heading" || isTitle(text)) return "heading";
  return line.shape === "other" ? "unknown" : "record";
}

function localeOf(title: string): string | null {
  return words.find((own) => own.title.some((known) => fold(known) === fold(title)))?.tag ?? null;
}
