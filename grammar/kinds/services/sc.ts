import P from "parsimmon";
import {
  atMost,
  blankLine,
  fits,
  line,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readText,
} from "../../contract/lines.ts";
import { records } from "../../forms/records.ts";
import { anyWords, escaped, token, words } from "../../lexicon/lexemes.ts";
import type { ServicesPart } from "./service.ts";

interface Labelled {
  readonly label: string;
  readonly value: string;
}

interface Names {
  readonly from: number;
  readonly name: string;
  readonly displayName: string | null;
}

/** A line of a block, and whether what the service accepts stands below it. */
interface Field extends Labelled {
  readonly isAccepting: boolean;
}

interface Spec {
  block: ServicesPart;
  names: { readonly lines: readonly PrintedLine[]; readonly value: Names };
  field: Part<Field>;
  name: PrintedLine<"name", Labelled>;
  serviceName: PrintedLine<"name", Labelled>;
  labelled: PrintedLine<"field", Labelled>;
  stateLine: PrintedLine<"field", Labelled>;
  accepted: PrintedLine<"accepted", unknown>;
  message: PrintedLine<"message" | "cut", unknown>;
}

/** The states by their numbers, which every language prints; the words are English ones everywhere they were seen. */
export const states = [
  "stopped",
  "start_pending",
  "stop_pending",
  "running",
  "continue_pending",
  "pause_pending",
  "paused",
] as const;

const fieldLabels = [
  "TYPE",
  "STATE",
  "WIN32_EXIT_CODE",
  "SERVICE_EXIT_CODE",
  "CHECKPOINT",
  "WAIT_HINT",
  "PID",
  "FLAGS",
];
const LONGEST_LINE = 1000;

const knownLabel = token(/[A-Z0-9_]{3,20}(?=[ \t:])/).chain((text) =>
  fieldLabels.includes(text) ? P.of(text) : P.fail("a label of sc"),
);
const serviceNameLabel = token(/[ \t]{0,20}SERVICE_NAME(?=[ \t]*:)/).desc("SERVICE_NAME");
const displayNameLabel = token(/[ \t]{0,20}DISPLAY_NAME(?=[ \t]*:)/).desc("DISPLAY_NAME");
const atMargin = token(/[^\s:][^:\n]{0,60}/)
  .map((text) => text.trimEnd())
  .desc("a label");
const setIn = token(/[ \t]{1,20}(?!(?:SERVICE|DISPLAY)_NAME[ \t]*:)[^\s:][^:\n]{0,60}/)
  .map((text) => text.trim())
  .desc("a label that is set in");
const nameLabel = P.alt(P.notFollowedBy(knownLabel).then(atMargin), serviceNameLabel, displayNameLabel);
const fieldLabel = setIn.or(knownLabel);
const colon = token(/[ \t]*:/).desc("a colon");
const colonAndBlank = token(/[ \t]*:(?=[ \t])/).desc("a colon with a blank behind it");
const accepted = token(/[ \t]{8,}\([A-Z_, ]{0,200}\)\)?/).desc("what the service accepts");
const numbered = token(/[1-7](?=[ \t]{1,4}\S)/)
  .map(Number)
  .desc("the number of a state");
const stateInWords = P.alt(
  ...states.map((word, at) => token(() => new RegExp(`${at + 1}[ \\t]{1,4}${escaped(word)}(?=[ \\t]*$)`, "i"))),
);
/** The buffer of sc was too small for all. */
const moreData = token(/Enum: more data\b[^\n]*/i);
const ownMessage = token(/\[SC\][^\n]*/);

/** Blocks of `sc query`, in whatever language. */
export const sc = P.createLanguage<Spec>({
  block: ({ names, field }) =>
    records(names, field).map(({ lines, separator: { from, name, displayName }, fields }) => {
      const state = stateOf(fields);
      return { lines, value: state === undefined ? [] : [{ from, name, displayName, state }] };
    }),

  names: ({ name, serviceName }) =>
    P.seqMap(name, P.notFollowedBy(serviceName).then(name).times(0, 1), (own, others) => ({
      lines: [own, ...others],
      value: { from: own.from, name: own.value.value, displayName: others[0]?.value.value ?? null },
    })),

  field: ({ labelled, accepted: below, serviceName }) =>
    P.alt<Part<Field>>(
      P.seqMap(labelled, below.many(), (own, others) => ({
        lines: [own, ...others],
        value: { ...own.value, isAccepting: others.length > 0 },
      })),
      // Somebody's remark between two lines of a block.
      P.notFollowedBy(P.alt<unknown>(blankLine, serviceName)).then(otherLine).skip(P.lookahead(labelled)).map(lone),
    ),

  // SERVICE_NAME: MpsSvc
  // DISPLAY_NAME: Windows Firewall
  name: () => line("name", "record", short(P.seqMap(nameLabel, colonAndBlank, words, labelledWith))),

  serviceName: ({ name }) => P.lookahead(serviceNameLabel).then(name),

  //         STATE              : 4  RUNNING
  labelled: () => line("field", "record", short(P.seqMap(fieldLabel, colon, anyWords, labelledWith))),

  //                                 (STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)
  accepted: () => line("accepted", "record", accepted),

  //         STATE              : 4  RUNNING
  stateLine: ({ labelled }) => labelled.chain((own) => (isState(own.value) ? P.of(own) : P.fail("a state"))),

  // [SC] EnumQueryServicesStatus:OpenService FAILED 1060:
  // Enum: more data, need 1234 bytes start resume at index 56
  message: () =>
    P.alt<PrintedLine<"message" | "cut", unknown>>(
      line("message", "message", ownMessage),
      line("cut", "message", moreData),
    ),
});

/** In every language the state is the second line below the names, with what the service accepts under it. */
function stateOf(fields: readonly Field[]): string | undefined {
  const own = fields.find(
    (field, at) =>
      numberIn(field) !== undefined && (field.label === "STATE" || (at === 1 && field.isAccepting) || isState(field)),
  );
  return own === undefined ? undefined : states[(numberIn(own) ?? 0) - 1];
}

function labelledWith(label: string, _sign: string, value: string): Labelled {
  return { label, value };
}

/** The number at the beginning of a value that may be a state. */
function numberIn({ value }: Labelled): number | undefined {
  return readText(numbered.skip(P.all), value);
}

/** True for a state whose number and word fit together, whatever its label. */
function isState({ value }: Labelled): boolean {
  return fits(stateInWords, value);
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
