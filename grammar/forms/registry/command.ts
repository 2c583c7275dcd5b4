import P from "parsimmon";
import { readText } from "../../contract/lines.ts";
import { oneOf, token } from "../../lexicon/lexemes.ts";
import { callOf } from "../../lexicon/programs.ts";

/** What `reg query` was asked for. */
export interface RegistryQuery {
  /** With its hive in full, without a computer before it and a backslash behind it. */
  readonly key: string;
  /** True with /s: what is below the key is printed as well. */
  readonly isRecursive: boolean;
  /** False when values are picked by their name, type or text. */
  readonly isWhole: boolean;
}

const call = callOf("reg");

const query = token(/query/i);
const computer = token(/(?:\\\\[^\s\\]{1,100}\\)?/);
const hive = P.alt(oneOf(["HKLM", "HKEY_LOCAL_MACHINE"]).result("HKEY_LOCAL_MACHINE"), token(/HK[A-Z_]{1,40}/i));
const path = token(/(?:\\[^\\]+)*/).skip(token(/\\?/));
const key = computer.then(P.seqMap(hive, path, (root, below) => root + below));
const recursive = token(/\/s/i);
const picking = token(/\/(?:ve?|f|k|d|t)/i);

/** What a command line asks the registry for; undefined when nothing. */
export function registryQuery(command: string): RegistryQuery | undefined {
  const found = call(command);
  const [verb = "", asked = "", ...options] = found?.words ?? [];
  const named = readText(key, asked);
  if (found === undefined || named === undefined || readText(query, verb) === undefined) return undefined;
  const has = (option: P.Parser<string>) => options.some((word) => readText(option, word) !== undefined);
  return { key: named, isRecursive: has(recursive), isWhole: found.pipe === null && !has(picking) };
}
