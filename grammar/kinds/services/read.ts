import { diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading, Surroundings } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import { asksNetStart, listsAll } from "./commands.ts";
import { getServiceLayout } from "./get-service.ts";
import type { ServiceLine, ServicesTraits } from "./index.ts";
import { netStartLayout } from "./net-start.ts";
import { type ServiceLayout, scLayout } from "./sc.ts";

const UNKNOWN = "This is no line of a list of services and was not read";

/** Reads lists of services in the layouts that their lines show: scripts print several under one another. Never throws. */
export function readServices(segment: SegmentText, { command }: Surroundings): Reading<ServiceLine, ServicesTraits> {
  const texts = textsOf(segment.text);
  const asked = command !== null && asksNetStart(command) ? "asked" : "unasked";
  const layouts = [getServiceLayout(texts), scLayout(texts), netStartLayout(texts, asked)].flatMap(
    (found) => found ?? [],
  );
  if (layouts.length === 0) return unrelatedReading(texts);
  const numberOf = lineNumbers(segment.runs);
  const found = layouts.flatMap(({ services }) => services).sort((a, b) => a.ordinal - b.ordinal);
  const classes = texts.map((_, ordinal) => classIn(layouts, ordinal));
  const unknown = classes.flatMap((own, ordinal) => (own === "unknown" ? [ordinal] : []));
  const isCut = layouts.some((layout) => layout.isCut);
  return {
    records: found.map(({ ordinal, ...service }) => ({ line: numberOf(ordinal), ...service })),
    classes,
    diagnostics: unknown.map((ordinal) =>
      diagnostic("unknown-line", UNKNOWN, placeOf(segment.runs, ordinal), texts[ordinal]),
    ),
    locale: null,
    traits: { listsAllRunning: !isCut && (layouts.some(({ isWhole }) => isWhole) || listsAll(command)) },
    recognised: true,
  };
}

/** What the layout makes of the line that knows it: a record before anything else, so that every record has its line. */
function classIn(layouts: readonly ServiceLayout[], ordinal: number): LineClass {
  const classes = layouts.map((layout) => layout.classes[ordinal] ?? "unknown");
  if (classes.includes("record")) return "record";
  const known = classes.find((found) => found !== "unknown" && found !== "unrelated");
  return known ?? (classes.includes("unrelated") ? "unrelated" : "unknown");
}

function unrelatedReading(texts: readonly string[]): Reading<ServiceLine, ServicesTraits> {
  const classes = texts.map((text): LineClass => (text.trim() === "" ? "blank" : "unrelated"));
  return { records: [], classes, diagnostics: [], locale: null, traits: { listsAllRunning: false }, recognised: false };
}
