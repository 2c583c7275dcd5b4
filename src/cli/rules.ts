import { VERSION } from "../report/index.ts";
import { groundingList, ruleList, ruleListJson } from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { type Document, writeDocument } from "./documents.ts";
import { exitCodes } from "./exit-codes.ts";
import { formatOf } from "./option-values.ts";
import type { Program } from "./program.ts";
import { refuseOptions } from "./refused-options.ts";
import type { Terminal } from "./terminal.ts";

/** Lists the rules. */
export async function rulesCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("rules", given);
  if (words.length > 0)
    throw new UsageError(`rules takes no arguments; did you mean chimneysweep explain ${words[0]}?`);
  const rules = program.catalogue();
  const isGrounding = given.get("grounding") === true;
  if (isGrounding && formatOf(given, ["text", "json"], "text") === "json")
    throw new UsageError("--grounding prints text; rules --format json has the references of each rule");
  const document: Document = isGrounding
    ? {
        name: "grounding",
        formats: [{ format: "text", print: (look) => groundingList(rules, look.columns, look.paint) }],
      }
    : {
        name: "rules",
        formats: [
          { format: "text", print: ({ columns, paint }) => ruleList(rules, columns, paint) },
          { format: "json", print: () => ruleListJson(rules, VERSION) },
        ],
      };
  await writeDocument(document, given, terminal);
  return exitCodes.done;
}
