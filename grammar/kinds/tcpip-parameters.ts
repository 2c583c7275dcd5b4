import type { Grammar, Reading, Surroundings } from "../contract/grammar.ts";
import { readText, reclassed } from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type DraftHost, notRecognised, recognised, sheetOf, unknownLines } from "../contract/sheet.ts";
import { type RegistryQuery, registryQuery } from "../forms/registry/command.ts";
import {
  aboutEntries,
  isOfRegistry,
  isRegistryValue,
  type RegistryEntry,
  type RegistryKey,
  readRegistry,
  registryHint,
  registryLandmark,
} from "../forms/registry/reading.ts";
import { token } from "../lexicon/lexemes.ts";
import { memoizeAnswer } from "../lexicon/netsh.ts";

/** One value under Services\Tcpip\Parameters, from `reg query` or a .reg file. Subkeys (interfaces) are left out. */
export interface RegistryValue {
  /** Line in its source, 1-based; the first one of a value that goes on over several. */
  readonly line: number;
  /** Name as printed; compare without case. */
  readonly name: string;
  readonly type: string;
  /** A number for DWORD and QWORD, the strings of a MULTI_SZ (also from hex(7)), else the text as printed. */
  readonly value: number | string | readonly string[];
}

export interface TcpipParametersTraits {
  /** True when the whole key was dumped, so that a value that is not there is known to be absent. */
  readonly wholeKey: boolean;
  /** CurrentControlSet, or the numbered set that was dumped instead of it, which may be an older state. */
  readonly controlSet: string | null;
}

const LOST_BYTES = "These bytes belong to no value: the line above is missing or was cut";

/** Names that Windows itself writes: a listing with one of them was not put together by hand. */
const alwaysThere = new Set(["DATABASEPATH", "HOSTNAME", "NV HOSTNAME", "DOMAIN", "NV DOMAIN"]);

/** Values with the name of the host, the one in use first. */
const nameValues = ["hostname", "nv hostname"];

const system = token(/HKEY_LOCAL_MACHINE\\SYSTEM\\/i);
const controlSet = token(/CurrentControlSet|ControlSet\d{3}/i);
const running = token(/CurrentControlSet/i);
const tcpip = token(/\\Services\\Tcpip/i);
const parameters = token(/\\Parameters\\?/i);
/** The key whose values are read, and the one above it: each by its control set. */
const parametersKey = system.then(controlSet).skip(tcpip).skip(parameters);
const tcpipKey = system.then(controlSet).skip(tcpip);

/** The question that a command line asks, when its answer has our key. */
function askedBy(command: string | null): RegistryQuery | undefined {
  const query = command === null ? undefined : registryQuery(command);
  if (query === undefined || readText(parametersKey, query.key) !== undefined) return query;
  return query.isRecursive && readText(tcpipKey, query.key) !== undefined ? query : undefined;
}

const answers = (command: string) => askedBy(command) !== undefined;
const isAsked = memoizeAnswer(answers);

/**
 * The values of HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters, as `reg query` prints them or as
 * a .reg file holds them. Values under any other key are not read, whatever their names.
 */
export const tcpipParameters: Grammar<"tcpipParameters", RegistryValue, TcpipParametersTraits> = {
  kind: "tcpipParameters",
  title: "the registry values under Tcpip\\Parameters",
  command: "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
  notes: "also a .reg file of it: the values and port lists of the Scalable Networking Pack",
  words: ["services\\tcpip"],
  answers,
  hint: registryHint,
  landmark: (line, { command }) => registryLandmark(line, parametersKey, isAsked(command)),
  continues: isOfRegistry,
  resumes: isRegistryValue,
  read,
};

function read(segment: SegmentText, { command }: Surroundings): Reading<RegistryValue, TcpipParametersTraits> {
  const sheet = sheetOf(segment);
  const asked = askedBy(command);
  // With all below the key, a value without its key line may be of any of the keys.
  const named = asked === undefined || asked.isRecursive ? null : (readText(parametersKey, asked.key) ?? null);
  const { keys, lines, isNotFound } = readRegistry(sheet.text, parametersKey, named);
  const set = setThatCounts(keys);
  const entries = keys.flatMap((own) => (own.key === set ? own.entries : []));
  if (entries.length === 0 && !(asked !== undefined && isNotFound)) {
    return notRecognised(lines, { wholeKey: false, controlSet: null });
  }
  const ofOtherSets = new Set(keys.flatMap((own) => (own.key === set ? [] : own.lines)));
  return recognised(segment, sheet, {
    lines: lines.map((own) => (ofOtherSets.has(own) && own.class === "record" ? reclassed(own, "unrelated") : own)),
    records: entries.map(({ from, printed: { name, type }, value }) => ({ from, name, type, value })),
    remarks: [...aboutEntries(entries), ...unknownLines(lines, LOST_BYTES)],
    locale: null,
    traits: {
      wholeKey: holdsWholeKey(
        keys.filter((own) => own.key === set),
        asked,
      ),
      controlSet: set,
    },
    host: hostIn(entries),
  });
}

function hostIn(entries: readonly RegistryEntry[]): DraftHost | undefined {
  const named = nameValues.map((name) => entries.find(({ printed }) => printed.name.toLowerCase() === name));
  const found = named.find((entry) => entry !== undefined);
  return found && { name: String(found.value), by: "the registry", from: found.from };
}

/** The running control set if it is there: the numbered ones are older states, or the same one once more. */
function setThatCounts(keys: readonly RegistryKey<string>[]): string | null {
  const filled = keys.filter((own) => own.entries.length > 0).map((own) => own.key);
  return filled.find((set) => readText(running, set) !== undefined) ?? filled[0] ?? null;
}

/** True when nothing was picked out: the command says so, or without one a listing that Windows' own values stand in. */
function holdsWholeKey(keys: readonly RegistryKey<string>[], asked: RegistryQuery | undefined): boolean {
  const printed = keys.filter((own) => own.from !== null && own.entries.length > 0);
  if (asked !== undefined) return asked.isWhole && printed.length > 0;
  return printed.some(({ entries }) => entries.length > 1 && entries.some(isAlwaysThere));
}

function isAlwaysThere({ printed }: RegistryEntry): boolean {
  return alwaysThere.has(printed.name.toUpperCase());
}
