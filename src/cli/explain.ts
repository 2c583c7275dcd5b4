import type { Finding, RuleDescription } from "../index.ts";
import { allFindings, ruleExplanation, termExplanation } from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import { paint, refuseOptions } from "./rules.ts";
import { nearest } from "./suggest.ts";
import { columnsOf, type Terminal } from "./terminal.ts";

/** Rules named where a word is a part of several. */
const MOST_NAMED = 5;

/** Explains a rule or a term, from what the program itself knows: it asks nobody. */
export async function explainCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("explain", given);
  const asked = words.join(" ").trim();
  const columns = columnsOf(terminal.stdout, terminal.env);
  const decoration = await paint(given, terminal);
  const rule = program.catalogue().find(({ id }) => id === asked.toLowerCase());
  const term = program.term(asked);
  if (rule !== undefined) {
    await terminal.stdout.write(await ruleExplanation(rule, await yieldOf(rule, program), columns, decoration));
  } else if (term !== undefined) {
    await terminal.stdout.write(await termExplanation(term, columns, decoration));
  } else {
    throw unknown(asked, program);
  }
  return exitCodes.done;
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
  const spellings = program.glossary.flatMap(({ name, aliases }) => [name, ...aliases]);
  const meant = nearest(asked, [...ids, ...spellings]);
  if (meant !== undefined) return new UsageError(`there is no rule or term ${asked}; did you mean ${meant}?`);
  const parts = ids.filter((id) => id.includes(asked.toLowerCase()));
  const named = parts.slice(0, MOST_NAMED).join(", ");
  const question = parts.length === 0 ? list : `did you mean ${named}${parts.length > MOST_NAMED ? ", …" : ""}?`;
  return new UsageError(`there is no rule or term ${asked}; ${question}`);
}
