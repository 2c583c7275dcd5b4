import P from "parsimmon";
import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import { anyHint } from "../../contract/hint.ts";
import {
  blankLine,
  hintOf,
  isLine,
  linesOf,
  lone,
  otherLine,
  type PrintedLine,
  readWhole,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf, unknownLines } from "../../contract/sheet.ts";
import { byHost, hostsOf } from "../../forms/objects/computers.ts";
import { continuesObjects, labelsIn, objectLinesAtEnd, titlesIn, typeIn } from "../../forms/objects/lines.ts";
import { objectsBefore } from "../../forms/objects/objects.ts";
import { escaped, tokens } from "../../lexicon/lexemes.ts";
import { memoizeAnswer } from "../../lexicon/netsh.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { asksGetService, asksNetStart, asksSc, listsAll } from "./commands.ts";
import { areServiceTitles, ownLabels, serviceOf } from "./get-service.ts";
import { netStart } from "./net-start.ts";
import { sc, states } from "./sc.ts";
import type { ListedService, ServiceLine, ServicesPart } from "./service.ts";

export interface ServicesTraits {
  /** True for a list of the running services only (`net start`) or of all: one missing from it is then known not to run. */
  readonly listsAllRunning: boolean;
}

const TYPE = "System.ServiceProcess.ServiceController";
/** Lines of a block of sc before its state. */
const MOST_ABOVE_STATE = 3;
const UNKNOWN = "Ignored a line that does not belong in a list of services";

const isScAsked = memoizeAnswer(asksSc);
const isNetStartAsked = memoizeAnswer(asksNetStart);
const isGetServiceAsked = memoizeAnswer(asksGetService);
const own = new Set(ownLabels.map((label) => label.toLowerCase()));
const mentionsSc = hintOf(() => [[/SERVICE_NAME/], [/[1-7][ \t]{1,4}/, new RegExp(states.join("|"))]]);
const mentionsObjects = hintOf(() => [
  [new RegExp([TYPE, ...ownLabels].map(escaped).join("|"))],
  [/Status/, /[ \t",;]|$/],
]);
const mayBeTitle = hintOf(() => [[tokens.colon, /[ \t]*$/]]);

const scLine = P.alt<PrintedLine>(sc.labelled, sc.name, sc.accepted);
const netStartLine = netStart.name.or(netStart.end as P.Parser<PrintedLine>);
const anyLine = P.alt<PrintedLine>(scLine, netStartLine);
const withTitles = textWith(netStart.list, netStart.title);
const withAnyTitle = textWith(netStart.listInAnyLanguage, netStart.anyTitle);
/** Behind the echoed command the names say enough by themselves. */
const asked = P.seqMap(netStart.names.times(0, 1), withAnyTitle, (first, others) => [...first, ...others]);

/** `sc query`, `net start` and Get-Service: which services there are, and which of them run. */
export const services: Grammar<"services", ServiceLine, ServicesTraits> = {
  kind: "services",
  title: "a list of services",
  command: "sc query",
  notes: "`net start` and `Get-Service` as well",
  // What sc prints behind its labels is English everywhere; the others are known by names of properties or by the command.
  words: [
    ...["service_name", "win32_", "stoppable", "state # running", "state # stopped", "sc query"],
    ...["displayname", ...own, "get-service", "gsv ", "net start", "net# start"],
    ...wordsOf(({ netStart: words }) => [words?.title, words?.end]),
  ],
  answers: (command) => asksSc(command) || asksNetStart(command) || asksGetService(command),
  hint: anyHint(mentionsSc, mayBeTitle, mentionsObjects),
  landmark(text, { command }): Landmark | undefined {
    if (mentionsSc(text) && isLine(sc.serviceName.or(sc.stateLine), text)) return "record";
    if (mayBeTitle(text) && isLine(netStart.title, text)) return "title";
    const isObject = isGetServiceAsked(command);
    return (
      (isObject || mentionsObjects(text) ? landmarkOfObjects(text, isObject) : undefined) ??
      (isScAsked(command) && isLine(scLine, text) ? "record" : undefined) ??
      (isNetStartAsked(command) ? landmarkOfNetStart(text) : undefined)
    );
  },
  continues: (text) => isLine(anyLine, text) || continuesObjects(text),
  above: (lines) => Math.max(objectLinesAtEnd(lines), scLinesAtEnd(lines)),
  resumes: (text) => isLine(netStartLine, text),
  read,
};

function landmarkOfObjects(text: string, isAsked: boolean): Landmark | undefined {
  const labels = labelsIn(text);
  if (labels !== undefined)
    return isAsked || labels.some((label) => own.has(label.toLowerCase())) ? "record" : undefined;
  const type = mentionsObjects(text) ? typeIn(text) : undefined;
  if (type?.name.endsWith(TYPE)) return type.landmark;
  return mentionsObjects(text) && areServiceTitles(titlesIn(text) ?? [], isAsked) ? "heading" : undefined;
}

function landmarkOfNetStart(text: string): Landmark | undefined {
  if (isLine(netStartLine, text)) return "record";
  return isLine(netStart.anyTitle, text) ? "title" : undefined;
}

/** How many lines at the end may stand in a block of sc above its state. */
function scLinesAtEnd(lines: readonly string[]): number {
  const above = lines.findLastIndex((text) => !isLine(scLine, text));
  return Math.min(MOST_ABOVE_STATE, lines.length - 1 - above);
}

/** Lists in all the layouts: scripts print several under one another. `title` is what a list of net start begins with. */
function textWith(
  startedServices: P.Parser<ServicesPart>,
  title: P.Parser<unknown>,
): P.Parser<readonly ServicesPart[]> {
  const printed = objectsBefore(P.alt<unknown>(title, sc.block));
  return P.alt<ServicesPart>(
    startedServices,
    sc.block,
    printed.map(({ lines, value }) => ({ lines, value: (value ?? []).flatMap(serviceOf) })),
    P.alt<PrintedLine>(sc.message, blankLine, otherLine).map(lone),
  ).many();
}

/** Reads lists of services; what stands between them in no shape of theirs is unknown. Never throws. */
function read(segment: SegmentText, { command }: Surroundings): Reading<ServiceLine, ServicesTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(command !== null && asksNetStart(command) ? asked : withTitles, sheet.text);
  const started = parts.filter(({ lines }) => lines.some(({ is }) => is === "started"));
  // `net start` may be one of several commands whose lines nobody parted.
  const lines = linesOf(parts).map((own) =>
    started.length > 0 && own.is === "other" ? reclassed(own, "unrelated") : own,
  );
  const found = valuesOf(parts).flat();
  if (found.length === 0) return notRecognised(lines, { listsAllRunning: false });
  const isCut = lines.some(({ is }) => is === "cut");
  const traits = { listsAllRunning: !isCut && ((started.length > 0 && started.every(isWhole)) || listsAll(command)) };
  const shares = byHost(found, (service) => service.host);
  return recognised(segment, sheet, {
    lines,
    records: found.map(recordOf),
    remarks: unknownLines(lines, UNKNOWN),
    locale: null,
    traits,
    ...hostsOf(shares.map(({ host, values }) => ({ host, records: values.map(recordOf), traits }))),
  });
}

function recordOf({ host: _, ...service }: ListedService): Draft<ServiceLine> {
  return service;
}

/** True for a list of `net start` with its title and its end. */
function isWhole({ lines }: ServicesPart): boolean {
  return lines.some(({ is }) => is === "title") && lines.some(({ is }) => is === "end");
}
