import P from "parsimmon";
import { blankLine, linesOf, lone, type Part, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { cell, token, words } from "../../lexicon/lexemes.ts";
import { type Cells, drawn, type Parts, short } from "./layout.ts";

interface Entry {
  readonly label: string;
  readonly value: string;
}

type EntryLine = PrintedLine<"entry", Entry>;

interface Spec {
  list: Parts;
  group: Part<Cells>;
  index: EntryLine;
  entry: EntryLine;
  caption: PrintedLine;
  sentence: PrintedLine;
}

const label = token(/[^\s:：](?:[^:：\n]{0,158}[^\s:：])?/).desc("a label");
const indexLabel = token(/(?:idx|interface index)(?=[ \t]*[:：])/i);
/** Unlike those of addresses and times, the colon has a blank on one side. */
const sign = token(/[ \t]+[:：][ \t]*|[:：][ \t]+|：/).desc("a colon");
const anySign = token(/[ \t]*[:：]/);

/** Statistics printed as `label : value`, in blocks or not. */
export const listLanguage = P.createLanguage<Spec>({
  // One line is no list, and sentences with a colon among others are none either.
  list: ({ group, caption, sentence }) =>
    P.alt<Part<Cells>>(group, P.alt<PrintedLine>(blankLine, drawn, caption, sentence).map(lone))
      .many()
      .chain((parts) => {
        const cells = valuesOf(parts).flat();
        const sentences = linesOf(parts).filter(({ is }) => is === "sentence");
        return cells.length > 1 && cells.length > sentences.length ? P.of(parts) : P.fail("labels with values");
      }),

  group: ({ index, entry }) =>
    P.alt(
      P.seqMap(index, P.notFollowedBy(index).then(entry).many(), (own, others) =>
        groupOf(own.value.value, [own, ...others]),
      ),
      entry.map((own) => groupOf(null, [own])),
    ),

  // Idx : 12
  index: () => short("entry", "record", entryOf(indexLabel)),

  // Connections : 7
  entry: () => short("entry", "record", entryOf(label)),

  // Ethernet 2:
  caption: () => short("caption", "heading", label.skip(anySign)),

  // Ethernet 2
  sentence: () => short("sentence", "heading", cell),
});

function entryOf(name: P.Parser<string>): P.Parser<Entry> {
  return P.seqObj<Entry>(["label", name], sign, ["value", words]);
}

/** Entries below the index of an interface are of that. */
function groupOf(index: string | null, lines: readonly EntryLine[]): Part<Cells> {
  return {
    lines,
    value: lines.map(({ from, value }) => ({ from, interface: index, column: value.label, value: value.value })),
  };
}
