import P from "parsimmon";
import { atMost, blankLine, line, lone, otherLine, type Part, type PrintedLine, placed } from "../../contract/lines.ts";
import { blanks, rest, someBlanks, token } from "../../lexicon/lexemes.ts";
import { phrasebook, phraseOf } from "../../lexicon/phrases.ts";
import { type Letters, type PrintedValue, quoted } from "./values.ts";

type HeadingLine = PrintedLine<"heading", Letters>;
export type KeyLine = PrintedLine<"key", string>;
type ValueLine = PrintedLine<"value", PrintedValue>;
/** Bytes of the value above. */
type BytesLine = PrintedLine<"bytes" | "lostBytes", string>;
type OtherLine = PrintedLine<"blank" | "notFound" | "other">;

/** A key with the values that stand below it. */
export interface Section {
  readonly key: KeyLine;
  readonly parts: readonly Part<PrintedValue>[];
}

/** What `reg query` prints, or a .reg file holds. The values of `head` stand under no key. */
export interface RegistryText {
  readonly head: readonly Part<PrintedValue>[];
  readonly sections: readonly Section[];
}

interface Spec {
  text: RegistryText;
  section: Section;
  part: Part<PrintedValue>;
  value: Part<PrintedValue>;
  heading: HeadingLine;
  key: KeyLine;
  queried: ValueLine;
  exported: ValueLine;
  bytes: BytesLine;
  lastBytes: BytesLine;
  lostBytes: BytesLine;
  notFound: OtherLine;
}

/** A line of reg.exe may be as long as a value; longer ones are something else. */
const LONGEST_LINE = 20_000;
const LONGEST_MESSAGE = 400;

/** The types behind the numbers that a .reg file has in brackets. */
const numberedTypes: ReadonlyMap<string, string> = new Map([
  ["hex", "REG_BINARY"],
  ["hex(0)", "REG_NONE"],
  ["hex(1)", "REG_SZ"],
  ["hex(2)", "REG_EXPAND_SZ"],
  ["hex(3)", "REG_BINARY"],
  ["hex(4)", "REG_DWORD"],
  ["hex(7)", "REG_MULTI_SZ"],
  ["hex(b)", "REG_QWORD"],
]);

/** Messages with and without the dot at their end. */
const notFound = phrasebook(
  ({ messages: { registryNotFound: own = [] } }) =>
    [["notFound", [...own, ...own.map((message) => message.replace(/\.$/, ""))]]] as const,
);

const hive = token(/HKEY_[A-Z_]{3,30}(?=[\\\] \t\n])/i).desc("HKEY_");
const path = token(/(?:\\[^\]\n]{0,999}[^\]\s])?\\?/);
const bracket = token(/\[?/);
const closing = token(/\]?/);
const type = token(/REG_[A-Z_]{2,40}(?=[ \t\n])/).desc("a type such as REG_DWORD");
/** Names may have blanks: they end before the type. */
const queriedName = token(/\S(?:[^\n]{0,253}?\S)?(?=[ \t]{1,40}REG_[A-Z_]{2,40}[ \t\n])/).desc("the name of a value");
const exportedName = quoted.or(P.string("@")).desc("a name in quotes");
const equals = token(/[ \t]*=[ \t]*/).desc("=");
const exportedType = token(/(?:dword|hex(?:\([0-9a-f]{1,2}\))?)(?=:)/i).desc("dword: or hex:");
/** Up to the end of the line, also nothing. */
const text = rest.map((printed) => printed.trimEnd());
const data = placed(text).map(({ at, value }) => ({ at, text: value }));
const exportedData = P.alt<Omit<PrintedValue, "name">>(
  P.seqMap(exportedType, P.string(":"), data, (kind, _, own) => ({ ...formOf(kind.toLowerCase()), ...own })),
  P.lookahead('"')
    .then(data)
    .map((own) => ({ type: "REG_SZ", form: "string", ...own })),
);
/** Bytes of which more stand on the next line. */
const bytesAndMore = P.regexp(/[ \t]*((?:[0-9a-f]{2},)*(?:[0-9a-f]{2})?)\\/i, 1).desc("bytes");
const bytesOnly = P.regexp(/[ \t]*((?:[0-9a-f]{2},)*[0-9a-f]{2},?)/i, 1).desc("bytes");

/** The output of `reg query`, and the text of a .reg file. */
export const language = P.createLanguage<Spec>({
  text: ({ part, section }) => P.seqObj<RegistryText>(["head", part.many()], ["sections", section.many()]),

  section: ({ key, part }) => P.seqObj<Section>(["key", key], ["parts", part.many()]),

  part: ({ value, key, heading, lostBytes, notFound: message }) =>
    P.alt<Part<PrintedValue>>(
      value,
      blankLine.map(lone),
      P.notFollowedBy(key)
        .then(P.alt<PrintedLine>(heading, lostBytes, message, otherLine))
        .map(lone),
    ),

  value: ({ queried, exported, bytes, lastBytes }) =>
    P.alt<Part<PrintedValue>>(
      queried.map((own) => ({ lines: [own], value: own.value })),
      exported.chain((own) =>
        goesOn(own)
          ? P.seqMap(bytes.many(), lastBytes.atMost(1), (more, last) => withBytes(own, [...more, ...last]))
          : P.of(withBytes(own, [])),
      ),
    ),

  // Windows Registry Editor Version 5.00
  heading: () =>
    line(
      "heading",
      "heading",
      blanks.then(
        P.alt<Letters>(
          P.string("REGEDIT4").result("ansi"),
          P.regexp(/Windows Registry Editor Version 5\.00|! REG\.EXE VERSION \d\.\d/i).result("utf16"),
        ).desc("the first line of a .reg file"),
      ),
    ),

  // HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters            [HKEY_LOCAL_MACHINE\SYSTEM\…]
  key: () =>
    line(
      "key",
      "heading",
      blanks
        .then(bracket)
        .then(P.seqMap(hive, path, (own, below) => own + below))
        .skip(closing),
    ),

  //     EnableTCPChimney    REG_DWORD    0x1
  queried: () =>
    line(
      "value",
      "record",
      short(
        blanks.then(
          P.seqMap(queriedName, someBlanks, type, blanks, data, (name, _blanks, own, _gap, printed) => ({
            name,
            type: own,
            form: "query" as const,
            ...printed,
          })),
        ),
      ),
    ),

  // "EnableTCPChimney"=dword:00000001            "ReservedPorts"=hex(7):31,00,34,00,\
  exported: () =>
    line(
      "value",
      "record",
      short(blanks.then(P.seqMap(exportedName, equals, exportedData, (name, _, own) => ({ name, ...own })))),
    ),

  //   2d,00,34,00,00,00,35,00,\
  bytes: () => line("bytes", "record", short(bytesAndMore)),

  //   00,00,00,00
  lastBytes: () => line("bytes", "record", short(bytesOnly)),

  lostBytes: () => line("lostBytes", "unknown", short(P.alt(bytesAndMore, bytesOnly))),

  // ERROR: The system was unable to find the specified registry key or value.
  notFound: () =>
    line("notFound", "message", atMost(LONGEST_MESSAGE).then(phraseOf(notFound, text, "a message of reg"))),
});

function formOf(kind: string): Pick<PrintedValue, "type" | "form"> {
  return kind === "dword"
    ? { type: "REG_DWORD", form: "dword" }
    : { type: numberedTypes.get(kind) ?? kind, form: "hex" };
}

function goesOn({ value: { form, text: printed } }: ValueLine): boolean {
  return form === "hex" && printed.endsWith("\\");
}

/** A value with the bytes on the lines below it. */
function withBytes(own: ValueLine, more: readonly BytesLine[]): Part<PrintedValue> {
  const bytes = [own.value.text, ...more.map(({ value }) => value)].join("");
  return { lines: [own, ...more], value: { ...own.value, text: bytes } };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
