import P from "parsimmon";
import type { Grammar, Reading, Surroundings } from "../contract/grammar.ts";
import { fits } from "../contract/lines.ts";
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
  registryLandmark,
} from "../forms/registry/reading.ts";
import { memoizeAnswer } from "../lexicon/netsh.ts";

/** The class of network adapters has no traits. */
export type AdapterClassTraits = Readonly<Record<never, never>>;

const classKey =
  /HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Control\\Class\\\{4D36E972-E325-11CE-BFC1-08002BE10318\}/i;
const wholeClass = P.regexp(classKey);
/** The key of one adapter: its settings are values of it, subkeys only describe them. */
const adapterKey = wholeClass.skip(P.regexp(/\\\d{4}\\?/));
const keyword = P.regexp(/\*\w{1,80}/);

const answers = (command: string) => {
  const asked = registryQuery(command)?.key ?? "";
  return fits(wholeClass, asked) || fits(adapterKey, asked);
};
const isAsked = memoizeAnswer(answers);

/** The settings of the drivers of network adapters in the registry, by `reg query` or in a .reg file: on every Windows. */
export const adapterClass: Grammar<"adapterClass", AdapterProperty, AdapterClassTraits> = {
  kind: "adapterClass",
  title: "the settings of network adapters in the registry",
  command: 'reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s',
  words: ["4d36e972-e325-11ce-bfc1-08002be10318"],
  answers,
  landmark: (text, { command }) => registryLandmark(text, adapterKey.or(wholeClass), isAsked(command)),
  continues: isOfRegistry,
  resumes: isRegistryValue,
  read,
};

function read(segment: SegmentText, _: Surroundings): Reading<AdapterProperty, AdapterClassTraits> {
  const sheet = sheetOf(segment);
  const { keys, lines } = readRegistry(sheet.text, adapterKey, null);
  const described = keys.flatMap((key) => {
    const description = textOf(key.entries, "DriverDesc");
    // Miniports and other software have no standardised settings.
    return description !== undefined && key.entries.some(isStandardised) ? [{ key, description }] : [];
  });
  if (described.length === 0) return notRecognised(lines, {});
  const records = described.flatMap(({ key, description }, at) => {
    const before = described.filter((other, place) => place < at && other.description === description).length;
    return propertiesOf(key, before === 0 ? description : `${description} #${before + 1}`);
  });
  return recognised(segment, sheet, {
    lines,
    records,
    remarks: aboutEntries(described.flatMap(({ key }) => key.entries)),
    locale: null,
    traits: {},
  });
}

/** Windows numbers adapters of one description from the second one on. */
function propertiesOf({ entries }: RegistryKey<unknown>, adapter: string): readonly Draft<AdapterProperty>[] {
  return entries.flatMap(({ from, printed: { name }, value }) =>
    typeof value === "object"
      ? []
      : [{ from, adapter, property: name, keyword: fits(keyword, name) ? name : null, value: String(value) }],
  );
}

function isStandardised({ printed }: RegistryEntry): boolean {
  return fits(keyword, printed.name);
}

function textOf(entries: readonly RegistryEntry[], name: string): string | undefined {
  const found = entries.find(({ printed }) => printed.name.toLowerCase() === name.toLowerCase())?.value;
  return typeof found === "string" && found !== "" ? found : undefined;
}
