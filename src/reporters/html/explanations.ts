import { type SettingKey, settingKeys } from "../../../grammar/locales/locale.ts";
import { defaultOf, recommendedOf } from "../../facts/defaults.ts";
import { term } from "../../facts/glossary.ts";
import { osBands, windowsName } from "../../facts/os-bands.ts";
import { reportWord } from "../../facts/report-words.ts";
import type { Citation } from "../../facts/sources.ts";
import { catalogue, verdictMeanings } from "../../findings/index.ts";
import { settingLabel } from "../words.ts";
import { explainedWords } from "./explained-words.ts";

/** What is said of a name where it stands, as `explain` says it on the command line. */
export interface Explanation {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly texts: readonly string[] }[];
  readonly sources: readonly Citation[];
}

/** Made at first use: each page needs a few of them. */
let rules: ReadonlyMap<string, Explanation> | undefined;

/** What there is to say of a rule, a verdict, a setting, a term of the field or a word of the report. */
export function explanationOf(name: string): Explanation | undefined {
  rules ??= ruleExplanations();
  return rules.get(name) ?? verdictExplanation(name) ?? settingExplanation(name) ?? wordExplanation(name);
}

/** All that a report may explain, for a page that has no program to ask. */
export function allExplanations(): readonly Explanation[] {
  const verdicts = verdictMeanings().map(({ code }) => code);
  const names = [...catalogue().map(({ id }) => id), ...verdicts, ...settingKeys, ...explainedWords];
  return [...new Set(names)].flatMap((name) => explanationOf(name) ?? []);
}

function ruleExplanations(): ReadonlyMap<string, Explanation> {
  return new Map(
    catalogue().map(({ id, title, rationale, remedies, falseAlarms, references }) => {
      const todo = remedies.map(({ windows, text }) =>
        remedies.length === 1 ? text : `${windows.map(windowsName).join("; ")}: ${text}`,
      );
      const parts = [
        { title: "Why", texts: [rationale] },
        { title: "What to do", texts: todo },
        { title: "False alarms", texts: [falseAlarms] },
      ];
      return [id, { name: id, title, parts: parts.filter(({ texts }) => texts.length > 0), sources: references }];
    }),
  );
}

function verdictExplanation(name: string): Explanation | undefined {
  const meaning = verdictMeanings().find(({ code }) => code === name);
  if (meaning === undefined) return undefined;
  return { name, title: `Verdict ${name}`, parts: [{ title: "What it says", texts: meaning.statements }], sources: [] };
}

/** A setting as its term explains it, with what each version of Windows comes with and should have. */
function settingExplanation(name: string): Explanation | undefined {
  const key = settingKeys.find((one) => one === name);
  if (key === undefined) return undefined;
  const label = settingLabel(key) ?? key;
  const known = term(label.replace(/ (?:Offload )?State$| \(.*\)$/g, ""));
  const windows = osBands.flatMap((band) => windowsText(key, band));
  const parts = [
    { title: "What it is", texts: known === undefined ? [] : [known.meaning, ...known.remarks] },
    { title: "On each Windows", texts: windows },
  ].filter(({ texts }) => texts.length > 0);
  return parts.length === 0 ? undefined : { name, title: label, parts, sources: known?.sources ?? [] };
}

function windowsText(key: SettingKey, band: (typeof osBands)[number]): readonly string[] {
  const [usual, recommended] = [defaultOf(key, band), recommendedOf(key, band)];
  if (usual === undefined && recommended === undefined) return [];
  const said = [
    ...(usual === undefined ? [] : [`default ${usual.values.join(" or ") || "not printed"}`]),
    ...(recommended === undefined ? [] : [`recommended ${recommended.values.join(" or ") || "not printed"}`]),
  ];
  return [`${windowsName(band)}: ${said.join(", ")}`];
}

function wordExplanation(name: string): Explanation | undefined {
  const known = term(name);
  if (known !== undefined) {
    const { meaning, remarks, sources } = known;
    const parts = [{ title: "What it means", texts: [meaning, ...remarks] }];
    return { name, title: known.name, parts, sources };
  }
  const word = reportWord(name);
  if (word === undefined) return undefined;
  return { name, title: word.name, parts: [{ title: "What it means", texts: [word.meaning] }], sources: [] };
}
