import P from "parsimmon";
import { atMost, blankLine, line, type PrintedLine } from "../../contract/lines.ts";
import { token, words } from "../../lexicon/lexemes.ts";
import { phrasebook, phraseOf } from "../../lexicon/phrases.ts";
import type { ServicesPart } from "./service.ts";

interface Spec {
  list: ServicesPart;
  listInAnyLanguage: ServicesPart;
  names: ServicesPart;
  title: PrintedLine<"title", unknown>;
  anyTitle: PrintedLine<"title", unknown>;
  name: PrintedLine<"started", string>;
  end: PrintedLine<"end", unknown>;
}

const LONGEST_LINE = 256;

const titles = phrasebook(({ netStart: own }) => [["title", own?.title ?? []]] as const);
const ends = phrasebook(({ netStart: own }) => [["end", own?.end ?? []]] as const);

const setIn = token(/(?: {2,8}|\t)(?=\S)/).desc("a name that is set in");
/** Names have no gaps as columns have, and no colon that parts a label from its value. */
const serviceName = token(/(?:[^ \t\n:]|:(?=\S)| (?=[^ \t\n]))+/).desc("the name of a service");
const colonAtEnd = P.lookahead(/[^\n]*[:：][ \t]*\n/);
const sentence = token(/\S[^\n]{7,159}[^\s:：](?=[:：][ \t]*\n)/).desc("a title");

/** The list of `net start`. */
export const netStart = P.createLanguage<Spec>({
  list: ({ title, names }) => P.seqMap(title, names, below),

  listInAnyLanguage: ({ anyTitle, names }) => P.seqMap(anyTitle, names, below),

  names: ({ name, end }) =>
    P.seqMap(
      blankLine.many(),
      name.atLeast(1),
      P.seqMap(blankLine.many(), end, (above, own) => [...above, own]).or(P.of([])),
      (above, started, others) => ({
        lines: [...above, ...started, ...others],
        value: started.map(({ from, value }) => ({ from, name: null, displayName: value, state: "running" })),
      }),
    ),

  // These Windows services are started:
  title: () => line("title", "heading", short(colonAtEnd.then(phraseOf(titles, words, "the title of net start")))),

  // The same in a language that nobody taught us.
  anyTitle: ({ title }) => title.or(line("title", "heading", short(sentence.skip(P.oneOf(":："))))),

  //    Plug and Play
  name: () => line("started", "record", short(setIn.then(serviceName))),

  // The command completed successfully.
  end: () => line("end", "message", short(phraseOf(ends, words, "the end of net start"))),
});

function below(title: PrintedLine, { lines, ...names }: ServicesPart): ServicesPart {
  return { ...names, lines: [title, ...lines] };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
