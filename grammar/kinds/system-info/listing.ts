import P from "parsimmon";
import { line, type Placed, type PrintedLine, placed } from "../../contract/lines.ts";
import type { Remark } from "../../contract/sheet.ts";
import { anyWords, someBlanks, words } from "../../lexicon/lexemes.ts";
import { lookUp, type Phrase, phraseOf } from "../../lexicon/phrases.ts";
import type { SystemInfoLabel } from "../../locales/locale.ts";
import { type StatedFact, type StatementPart, servicePackIn, short, versionFacts, windowsVersion } from "./facts.ts";
import { anyLabels, factLabels, label, separator, versionLabels } from "./labels.ts";

/** A line with its label, where that is known, and the facts that it states. */
interface Stated {
  readonly label: Phrase<SystemInfoLabel> | undefined;
  readonly facts: readonly StatedFact[];
}

export type StatedLine = PrintedLine<"stated", Stated>;
type DamagedLine = PrintedLine<"damaged", { readonly label: Phrase<SystemInfoLabel>; readonly value: Placed<string> }>;
interface Spec {
  part: StatementPart;
  damage: StatementPart;
  stated: StatedLine;
  version: StatedLine;
  foreignVersion: StatedLine;
  fact: StatedLine;
  damaged: DamagedLine;
  release: StatedLine;
}

const releaseName = P.regexp(/[^(:：\n]{0,20}\(OS Build[ \t]/i).desc("(OS Build");
const closing = P.string(")").desc(")");

/** What `systeminfo` prints, and what collectors print like it: labels with values, in any language. */
export const listing = P.createLanguage<Spec>({
  part: ({ stated, damage }) =>
    P.alt(
      stated.map((own): StatementPart => {
        const { label: known, facts } = own.value;
        return {
          lines: [own],
          value: {
            facts: facts.map((fact) => ({ ...fact, from: own.from })),
            ...(known === undefined ? { foreign: own.from } : { phrases: [known] }),
          },
        };
      }),
      damage,
    ),

  damage: ({ damaged }) =>
    damaged.map((own) => {
      const { label: known, value } = own.value;
      const message = `"${value.value}" is not the number of a version of Windows`;
      const remark: Remark = { code: "unknown-value", message, at: value.at };
      return { lines: [own], value: { facts: [], phrases: [known], remarks: [remark] } };
    }),

  stated: ({ version, foreignVersion, release, fact }) => P.alt(foreignVersion, version, release, fact),

  // OS Version:                6.1.7601 Service Pack 1 Build 7601
  foreignVersion: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(label.skip(separator), versionAndBuild, (printed, facts) => ({
          label: lookUp(anyLabels, printed),
          facts,
        })),
      ),
    ),

  // Build                               : 6.1.7601
  version: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(
          phraseOf(versionLabels, label, "a label of the version").skip(separator),
          windowsVersion,
          anyWords,
          (known, own, rest) => ({ label: known, facts: versionFacts(own, rest) }),
        ),
      ),
    ),

  // OS Name:                   Microsoft Windows Server 2008 R2 Enterprise
  fact: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(phraseOf(factLabels, label, "a label of systeminfo").skip(separator), words, (known, value) => ({
          label: known,
          facts: factsOf(known.key, value),
        })),
      ),
    ),

  // OS Version:                6.1.76O1
  damaged: () =>
    line(
      "damaged",
      "unknown",
      short(
        P.seqObj<DamagedLine["value"]>(["label", phraseOf(versionLabels, label, "a label of the version")], separator, [
          "value",
          placed(anyWords),
        ]),
      ),
    ),

  // OS Version: 1607(OS Build 10.0.14393.4583)
  release: () =>
    line(
      "stated",
      "record",
      short(
        P.seqMap(label, separator, releaseName, windowsVersion, closing, (printed, _separator, _name, version) => ({
          label: lookUp(anyLabels, printed),
          facts: versionFacts(version, ""),
        })),
      ),
    ),
});

/** A version of which the build stands at the end of the line once more, whatever the words between them. */
const versionAndBuild: P.Parser<readonly StatedFact[]> = windowsVersion.skip(someBlanks).chain((version) =>
  P.regexp(new RegExp(`(?:[^\\n]{0,80}[^\\d.\\n])?${version.build}(?=[ \\t]*\\n)`))
    .desc(`the build ${version.build} again`)
    .map((rest) => versionFacts(version, rest)),
);

function factsOf(name: StatedFact["name"], value: string): readonly StatedFact[] {
  return [{ name, value }, ...(name === "osName" ? servicePackIn(value) : [])];
}
