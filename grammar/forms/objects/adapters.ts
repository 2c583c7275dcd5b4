import type { Grammar } from "../../contract/grammar.ts";
import type { Draft } from "../../contract/sheet.ts";
import { cmdletCall } from "../../lexicon/cmdlet.ts";
import { type Cmdlet, cmdletGrammar } from "./cmdlet.ts";
import { isCutCell, type PrintedObject, propertyOf } from "./printed-object.ts";

/** One property of one network adapter as a Get-NetAdapter… cmdlet prints it. */
export interface AdapterProperty {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Name of the adapter, or of the team; empty where neither the output nor its command names one. */
  readonly adapter: string;
  /** Display name or property name as printed: "TCP Connection Offload (IPv4)", "Enabled". */
  readonly property: string;
  /** Standardised keyword such as *TCPConnectionOffloadIPv4; null where none is printed. */
  readonly keyword: string | null;
  /** As printed: "Enabled", "Rx & Tx Enabled", "3", "{1, 2}". */
  readonly value: string;
}

/** What is known of a cmdlet's output as a whole. */
export interface ObjectsTraits {
  /** True when PowerShell left out ends of cells, so that names and values may be incomplete. */
  readonly isCut: boolean;
}

/** A cmdlet that prints properties of adapters or teams. */
export interface AdapterCmdlet<K extends string> extends Cmdlet<K> {
  /** Part of a property's name, in lower case, by which an object is known to be another cmdlet's after all. */
  readonly foreign?: string;
  /** What an object says of its adapter; every property of it where this is absent. */
  readonly properties?: (object: PrintedObject, adapter: string) => readonly Draft<AdapterProperty>[];
}

/** Makes the grammar of a cmdlet that prints properties of adapters. */
export function adapterGrammar<K extends string>(cmdlet: AdapterCmdlet<K>): Grammar<K, AdapterProperty, ObjectsTraits> {
  const { foreign, properties = allProperties } = cmdlet;
  const isForeign = (label: string) => foreign !== undefined && label.toLowerCase().includes(foreign);
  const callIn = cmdletCall(cmdlet.cmdlet);
  return cmdletGrammar(cmdlet, (objects, { command }) => {
    const asked = callIn(command ?? "")?.parameters.get("name") ?? "";
    const name = /[*?]/.test(asked) ? "" : asked;
    const own = objects.filter(({ entries }) => !entries.some(({ label }) => isForeign(label)));
    return {
      records: own.flatMap((object) => properties(object, propertyOf(object, "Name") ?? name)),
      traits: { isCut: own.some(({ entries }) => entries.some(({ value }) => isCutCell(value))) },
    };
  });
}

/** Every property but the name of its adapter, as printed. */
function allProperties({ entries }: PrintedObject, adapter: string): readonly Draft<AdapterProperty>[] {
  return entries
    .filter(({ label, value }) => label.toLowerCase() !== "name" && value !== "")
    .map(({ from, label, value }) => ({ from, adapter, property: label, keyword: null, value }));
}
