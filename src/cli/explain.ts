import type { Finding, OsBand, RuleDescription } from "../index.ts";
import {
  allFindings,
  companionExplanation,
  hotfixExplanation,
  ruleExplanation,
  termExplanation,
  verdictExplanation,
  wordExplanation,
} from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { type PrintedFormat, writeDocument } from "./documents.ts";
import { exitCodes } from "./exit-codes.ts";
import { textOf, unknownValue } from "./option-values.ts";
import type { Program } from "./program.ts";
import { refuseOptions } from "./refused-options.ts";
import { nearest } from "./suggest.ts";
import type { Terminal } from "./terminal.ts";

/** Names listed where a word is a part of several. */
const MOST_NAMED = 5;

/** Explains what a report names and what people ask for, from what the program itself knows: it asks nobody. */
export async function explainCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("explain", given);
  const asked = words
    .join(" ")
    .trim()
    .replace(/^\[|\]$/g, "");
  const print = await explanation(asked, bandOf(given, program), program);
  if (print === undefined) throw unknown(asked, program);
  const name = asked.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  await writeDocument({ name, formats: [{ format: "text", print }] }, given, terminal);
  return exitCodes.done;
}

/** What is asked for, most particular first: a rule, a verdict, a term, a word of the report, an update, a service. */
async function explanation(
  asked: string,
  band: OsBand | undefined,
  program: Program,
): Promise<PrintedFormat["print"] | undefined> {
  const folded = asked.toLowerCase();
  const rule = program.catalogue().find(({ id }) => id === folded);
  if (rule !== undefined) {
    const shown = await yieldOf(rule, program);
    return ({ columns, paint }) => ruleExplanation(rule, shown, columns, paint);
  }
  const verdict = program.verdictMeanings().find(({ code }) => code.toLowerCase() === folded);
  if (verdict !== undefined) return ({ columns, paint }) => verdictExplanation(verdict, columns, paint);
  const term = program.term(asked);
  if (term !== undefined) return ({ columns, paint }) => termExplanation(term, columns, paint);
  const word = program.reportWord(asked);
  if (word !== undefined) return ({ columns, paint }) => wordExplanation(word, columns, paint);
  const number = /^(?:kb)?\s*(\d{5,7})$/.exec(folded)?.[1];
  const hotfix = number === undefined ? undefined : program.hotfix(`KB${number}`);
  if (hotfix !== undefined) return ({ columns, paint }) => hotfixExplanation(hotfix, columns, paint);
  const companion = program.companionNamed(asked);
  if (companion === undefined) return undefined;
  return ({ columns, paint }) => companionExplanation(companion, band, columns, paint);
}

function bandOf(given: OptionValues, program: Program): OsBand | undefined {
  const text = textOf(given, "os");
  if (text === undefined) return undefined;
  const band = program.bandNamed(text);
  if (band === undefined) throw unknownValue("os", text, program.osBands);
  return band;
}

/** What the rule makes of its own example. */
async function yieldOf({ id, examples }: RuleDescription, program: Program): Promise<readonly Finding[]> {
  const { text, os, context, computerName } = examples.fails;
  const report = await program.analyze(text, {
    ...(os !== undefined && { os }),
    ...(context !== undefined && { context }),
    ...(computerName !== undefined && { computerName }),
  });
  const findings = allFindings(report).filter(({ rule }) => rule === id);
  return findings.filter(({ kind }) => kind === "fail" || kind === "review");
}

function unknown(asked: string, program: Program): UsageError {
  const ids = program.catalogue().map(({ id }) => id);
  const names = program.glossary.map(({ name }) => name);
  const list = `chimneysweep rules lists the rules; the terms are ${names.join(", ")}`;
  if (asked === "") return new UsageError(`explain what? ${list}`);
  const spellings = [...program.glossary, ...program.reportWords].flatMap(({ name, aliases }) => [name, ...aliases]);
  const codes = program.verdictMeanings().map(({ code }) => code);
  const meant = nearest(asked, [...ids, ...codes, ...spellings, ...program.companionNames]);
  if (meant !== undefined) return new UsageError(`there is no rule or term ${asked}; did you mean ${meant}?`);
  const words = asked.toLowerCase().split(/[\s-]+/);
  const parts = program
    .catalogue()
    .filter(({ id, title }) => words.every((word) => id.includes(word) || title.toLowerCase().includes(word)))
    .map(({ id }) => id);
  const named = parts.slice(0, MOST_NAMED).join(", ");
  const question = parts.length === 0 ? list : `did you mean ${named}${parts.length > MOST_NAMED ? ", …" : ""}?`;
  return new UsageError(`there is no rule or term ${asked}; ${question}`);
}
