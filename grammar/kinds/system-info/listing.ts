import P from "parsimmon";
import { line, type Placed, type PrintedLine, placed } from "../../contract/lines.ts";
import type { Remark } from "../../contract/sheet.ts";
import { anyWords, blanks, colon, hostName, token, words } from "../../lexicon/lexemes.ts";
import { lookUp, type Phrase, phraseOf } from "../../lexicon/phrases.ts";
import type { SystemInfoLabel } from "../../locales/locale.ts";
import {
  factsOf,
  type StatedFact,
  type StatementPart,
  short,
  versionAndBuild,
  versionFacts,
  windowsName,
  windowsVersion,
} from "./facts.ts";
import { ordinal } from "./hotfix-list.ts";
import { anyLabels, factLabels, label, separator, versionLabels } from "./labels.ts";

/** A line with its label, where that is known, and the facts that it states. */
export type StatedLine = PrintedLine<
  "stated",
  { readonly label: Phrase<SystemInfoLabel> | undefined; readonly facts: readonly StatedFact[] }
>;
type DamagedLine = PrintedLine<"damaged", { readonly label: Phrase<SystemInfoLabel>; readonly value: Placed<string> }>;

interface Spec {
  part: StatementPart;
  host: StatementPart;
  computer: StatementPart;
  damage: StatementPart;
  stated: StatedLine;
  fact: StatedLine;
  version: StatedLine;
  release: StatedLine;
  foreignVersion: StatedLine;
  foreignHost: StatedLine;
  foreignName: StatedLine;
  foreignModel: StatedLine;
  foreignProcessors: StatedLine;
  otherLabel: PrintedLine<"otherLabel">;
  processor: PrintedLine;
  damaged: DamagedLine;
}

const releaseName = token(/[^(:：\n]{0,20}\(OS Build[ \t]/i).desc("(OS Build");
const closing = P.string(")").desc(")");
const anyLabel = label.map((printed) => lookUp(anyLabels, printed));
const versionLabel = phraseOf(versionLabels, label, "a label of the version");
const countedWords = token(/[^\d\n]{0,40}\d{1,4}(?![\d.])[^\n]*/).desc("a number of entries");
/** Windows takes the name of a processor from the processor, in no language. */
export const processorName: P.Parser<string> = token(/[^\n]{1,40} Family \d{1,4} Model \d{1,4}[^\n]*/).desc(
  "a processor",
);

/** The name of Windows stands in this line or in the next one. */
const hostAhead = /(?:[^\n]*\n)?[^\n]*Microsoft[^\n]{0,10}Windows/i;
/** A processor stands three lines below. */
const processorAhead = /(?:[^\n]*\n){3}[ \t]*\[\d/;

/** What `systeminfo` prints, and what collectors print like it: labels with values, in any language. */
export const listing = P.createLanguage<Spec>({
  part: ({ host, computer, stated, damage }) =>
    P.alt(
      P.lookahead(hostAhead).then(host),
      P.lookahead(processorAhead).then(computer),
      stated.map((own) => partOf([own])),
      damage,
    ),

  // Nomo de gastiganto:        APP-18
  // Nomo de OS:                Microsoft Windows Server 2016 Standard
  // Eldono:                    10.0.14393 ne havebla Konstruo 14393
  host: ({ foreignHost, foreignName, foreignVersion }) =>
    P.seqMap(foreignHost.atMost(1), foreignName, foreignVersion, (host, name, version) =>
      partOf([...host, name, version]),
    ),

  // Modelo:                    Model 7
  // Tipo:                      x64-bazita
  // Procesoroj:                1 procesoro instalita.
  //                            [01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2300 Mhz
  computer: ({ fact, foreignModel, otherLabel, foreignProcessors, processor }) =>
    P.seqMap(
      foreignModel,
      otherLabel,
      P.notFollowedBy(fact).then(foreignProcessors),
      P.lookahead(processor),
      (model, type, processors) => partOf([model, type, processors]),
    ),

  damage: ({ damaged }) =>
    damaged.map((own) => {
      const { label: known, value } = own.value;
      const message = `"${value.value}" is not the number of a version of Windows`;
      const remark: Remark = { code: "unknown-value", message, at: value.at };
      return { lines: [own], value: { facts: [], phrases: [known], remarks: [remark] } };
    }),

  stated: ({ version, foreignVersion, release, fact }) => P.alt(foreignVersion, version, release, fact),

  // System Model:              PowerEdge R710
  fact: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(phraseOf(factLabels, label, "a label of systeminfo"), separator, words, (known, _, value) => ({
          label: known,
          facts: factsOf(known.key, value),
        })),
      ),
    ),

  // Build                               : 6.1.7601
  version: () => statedLine(versionLabel, P.seqMap(windowsVersion, anyWords, versionFacts)),

  // OS Version: 1607(OS Build 10.0.14393.4583)
  release: () =>
    statedLine(
      anyLabel,
      releaseName
        .then(windowsVersion)
        .skip(closing)
        .map((own) => versionFacts(own, "")),
    ),

  // OS Version:                6.1.7601 Service Pack 1 Build 7601
  foreignVersion: () => statedLine(anyLabel, versionAndBuild),

  // Nomo de gastiganto:        APP-18
  foreignHost: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(anyLabel, colon, blanks, hostName, (own, _colon, _blanks, value) => ({
          label: own,
          facts: factsOf("hostName", value),
        })),
      ),
    ),

  // Nomo de OS:                Microsoft Windows Server 2016 Standard
  foreignName: () =>
    statedLine(
      anyLabel,
      windowsName.map((value) => factsOf("osName", value)),
    ),

  foreignModel: () =>
    statedLine(
      anyLabel,
      words.map((value) => factsOf("systemModel", value)),
    ),

  foreignProcessors: () =>
    statedLine(
      anyLabel,
      countedWords.map((value) => factsOf("processors", value.trim())),
    ),

  otherLabel: () => line("otherLabel", "unrelated", short(P.seq(label, separator, words))),

  processor: () => line("processor", "unrelated", short(P.seq(ordinal, processorName))),

  // OS Version:                6.1.76O1
  damaged: () =>
    line(
      "damaged",
      "unknown",
      short(P.seqObj<DamagedLine["value"]>(["label", versionLabel], separator, ["value", placed(anyWords)])),
    ),
});

function statedLine(
  own: P.Parser<Phrase<SystemInfoLabel> | undefined>,
  facts: P.Parser<readonly StatedFact[]>,
): P.Parser<StatedLine> {
  return line("stated", "record", short(P.seqObj<StatedLine["value"]>(["label", own], separator, ["facts", facts])));
}

/** The facts of lines; where a version has no known label, all was known by place and shape. */
function partOf(lines: readonly (StatedLine | PrintedLine<"otherLabel">)[]): StatementPart {
  const stated = lines.filter((own) => own.is === "stated");
  const foreign = stated.find(
    ({ value }) => value.label === undefined && value.facts.some(({ name }) => name === "version"),
  );
  return {
    lines,
    value: {
      facts: stated.flatMap(({ value, from }) => value.facts.map((fact) => ({ ...fact, from }))),
      phrases: stated.flatMap(({ value }) => value.label ?? []),
      ...(foreign !== undefined && { foreign: foreign.from }),
    },
  };
}
