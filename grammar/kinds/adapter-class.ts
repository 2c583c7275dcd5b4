import P from "parsimmon";
import type { Grammar, Reading, Surroundings } from "../contract/grammar.ts";
import { fits, hintOf } from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, sheetOf } from "../contract/sheet.ts";
import type { AdapterProperty } from "../forms/objects/adapters.ts";
import { registryQuery } from "../forms/registry/command.ts";
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

export interface AdapterClassTraits {
  /** True when nothing was left out of the keys, so that a setting that is not there does not exist. */
  readonly wholeKeys: boolean;
}

/** A key that says something of an adapter: its own, that of one of its parameters, or that of its connection. */
type AdapterKey =
  | { readonly of: "adapter"; readonly number: number }
  | { readonly of: "parameter" | "choices"; readonly number: number; readonly name: string }
  | { readonly of: "connection"; readonly guid: string };

/** An adapter by its own key, with the keys of its parameters. */
interface AdapterKeys {
  readonly number: number;
  readonly own: RegistryKey<AdapterKey>;
  readonly description: string;
  /** How its driver calls a parameter, and how it calls the values, by the name of the parameter in lower case. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

interface Parameter {
  readonly title?: string;
  readonly choices: ReadonlyMap<string, string>;
}

/** A device of its own, unlike a tunnel or the miniport of a protocol: NCF_PHYSICAL. */
const PHYSICAL = 4;

/** What only says what kind of device it is; tunnels have these too. */
const kinds = ["*iftype", "*mediatype", "*physicalmediatype", "*ndisdevicetype"];
/** What an adapter is known by, beside its settings. */
const descriptive = ["driverdesc", "driverversion", "driverdate", "providername", "netcfginstanceid", "netluidindex"];

const control = token(/HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Control\\/i);
const netClass = token(/\{4D36E972-E325-11CE-BFC1-08002BE10318\}/i);
const wholeClass = P.seq(control, token(/Class\\/i), netClass, token(/\\?/));
/** The key of one adapter: its settings are values of it. */
const adapterKey = wholeClass.then(token(/\d{4}(?!\d)/)).map(Number);
const connections = P.seq(control, token(/Network/i), P.seq(token(/\\/), netClass).atMost(1), token(/\\?/));
const parameterName = token(/[^\\]{1,80}/);
const keyword = token(/\*\w{1,80}/);

const keys: P.Parser<AdapterKey> = P.alt<AdapterKey>(
  adapterKey
    .skip(token(/\\?/))
    .skip(P.eof)
    .map((number) => ({ of: "adapter", number })),
  P.seqMap(adapterKey, token(/\\Ndi\\Params\\/i), parameterName, token(/(?:\\enum)?/i), (number, _, name, below) => ({
    of: below === "" ? "parameter" : "choices",
    number,
    name: name.toLowerCase(),
  })),
  connections
    .then(token(/\{[0-9a-f-]{36}\}/i))
    .skip(token(/\\Connection/i))
    .map((guid) => ({ of: "connection", guid })),
);
/** Every key of the class and of the connections: between those that are read stand others. */
const anyKey = P.alt<unknown>(wholeClass, connections).skip(P.all);
const hasKey = hintOf(() => [[/HKEY_/]]);

const answers = (command: string) => fits(anyKey, registryQuery(command)?.key ?? "");
const isAsked = memoizeAnswer(answers);

/** The settings of the drivers of network adapters in the registry, by `reg query` or in a .reg file: on every Windows. */
export const adapterClass: Grammar<"adapterClass", AdapterProperty, AdapterClassTraits> = {
  kind: "adapterClass",
  title: "the settings of network adapters in the registry",
  command: 'reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s',
  notes: "also a .reg file of it; Windows before Server 2012 shows drivers, offloads and RSS nowhere else",
  words: ["4d36e972-e325-11ce-bfc1-08002be10318"],
  answers,
  // A key below another one goes on with it: what is said of an adapter stands under several.
  hint: registryHint,
  landmark: (text, { command }) => {
    const found = registryLandmark(text, anyKey, isAsked(command));
    return found === "title" && hasKey(text) ? "record" : found;
  },
  continues: isOfRegistry,
  resumes: isRegistryValue,
  read,
};

function read(segment: SegmentText, { command }: Surroundings): Reading<AdapterProperty, AdapterClassTraits> {
  const sheet = sheetOf(segment);
  const { keys: found, lines } = readRegistry(sheet.text, keys, null);
  const described = adaptersIn(found);
  const named = found.flatMap(connectionOf);
  if (described.length + named.length === 0) return notRecognised(lines, { wholeKeys: false });
  const counts = new Map<string, number>();
  const records = described.flatMap((adapter) => propertiesOf(adapter, numbered(adapter.description, counts)));
  const query = command === null ? undefined : registryQuery(command);
  return recognised(segment, sheet, {
    lines,
    records: [...records, ...named],
    remarks: aboutEntries(described.flatMap(({ own }) => own.entries)),
    locale: null,
    traits: { wholeKeys: query?.isWhole !== false },
  });
}

/** The adapters of the class: miniports, tunnels and other software have no settings that offload anything. */
function adaptersIn(found: readonly RegistryKey<AdapterKey>[]): readonly AdapterKeys[] {
  const parameters = parametersIn(found);
  return found.flatMap((own) => {
    if (own.key.of !== "adapter") return [];
    const description = dataOf(own.entries, "DriverDesc");
    if (typeof description !== "string" || description === "" || !isDevice(own.entries)) return [];
    const { number } = own.key;
    return [{ number, own, description, parameters: parameters.get(number) ?? new Map() }];
  });
}

function isDevice(entries: readonly RegistryEntry[]): boolean {
  const characteristics = dataOf(entries, "Characteristics");
  const settings = entries.map(({ printed }) => printed.name.toLowerCase()).filter((name) => !kinds.includes(name));
  return (
    (typeof characteristics === "number" && (characteristics & PHYSICAL) !== 0) ||
    settings.some((name) => fits(keyword, name))
  );
}

/** The parameters of each adapter, by its number. */
function parametersIn(found: readonly RegistryKey<AdapterKey>[]): ReadonlyMap<number, ReadonlyMap<string, Parameter>> {
  const all = new Map<number, Map<string, Parameter>>();
  for (const { key, entries } of found) {
    if (key.of !== "parameter" && key.of !== "choices") continue;
    const own = all.get(key.number) ?? new Map<string, Parameter>();
    all.set(key.number, own);
    const { choices = new Map(), ...known } = own.get(key.name) ?? {};
    if (key.of === "choices") own.set(key.name, { ...known, choices: textsOf(entries) });
    else {
      const printed = dataOf(entries, "ParamDesc");
      own.set(key.name, { choices, ...(typeof printed === "string" && printed !== "" && { title: printed }) });
    }
  }
  return all;
}

/** Windows numbers adapters of one description from the second one on. Changes the counts. */
function numbered(name: string, counts: Map<string, number>): string {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count === 1 ? name : `${name} #${count}`;
}

/** Settings without a standardised name are kept as the driver shows them; other values are of no use to anybody else. */
function propertiesOf({ number, own, parameters }: AdapterKeys, adapter: string): readonly Draft<AdapterProperty>[] {
  const settings = own.entries.flatMap(({ from, printed: { name }, value }): Draft<AdapterProperty>[] => {
    if (typeof value === "object") return [];
    const isStandardised = fits(keyword, name);
    if (isStandardised || descriptive.includes(name.toLowerCase()))
      return [{ from, adapter, property: name, keyword: isStandardised ? name : null, value: String(value) }];
    const parameter = parameters.get(name.toLowerCase());
    if (parameter === undefined) return [];
    const shown = parameter.choices.get(String(value)) ?? String(value);
    return [{ from, adapter, property: parameter.title ?? name, keyword: null, value: shown }];
  });
  return [{ from: own.from ?? 0, adapter, property: "Index", keyword: null, value: String(number) }, ...settings];
}

/** The name of the connection of an adapter, which this key knows by its GUID only. */
function connectionOf({ key, entries }: RegistryKey<AdapterKey>): readonly Draft<AdapterProperty>[] {
  if (key.of !== "connection") return [];
  const entry = entries.find(({ printed }) => printed.name.toLowerCase() === "name");
  return entry === undefined || typeof entry.value !== "string" || entry.value === ""
    ? []
    : [{ from: entry.from, adapter: entry.value, property: "NetCfgInstanceId", keyword: null, value: key.guid }];
}

function textsOf(entries: readonly RegistryEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ printed: { name }, value }) => [name, String(value)]));
}

function dataOf(entries: readonly RegistryEntry[], name: string): RegistryEntry["value"] | undefined {
  return entries.find(({ printed }) => printed.name.toLowerCase() === name.toLowerCase())?.value;
}
