import type { Connection, SettingKey } from "../../../grammar/index.ts";
import { broken } from "./breaks.ts";
import type { Description } from "./description.ts";
import { encoded } from "./encodings.ts";
import { hostNamedBy, wrappingOf } from "./wrappings.ts";

/** What a reader has to find in the bytes. */
export interface Truth {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** In the order of their lines. */
  readonly connections: readonly Connection[];
  readonly settings: readonly (readonly [line: number, key: SettingKey, value: string | number])[];
  /** Names of the hosts of all that is captured, in alphabetical order; empty where no prompt names one. */
  readonly hosts: readonly string[];
}

/** Letters that a code page may take for others. */
const FOREIGN = /[^\x00-\x7f]/;

/** The file of a description, with all that it says. */
export function truthOf({ parts, breaks, wrapper, encoding, lineEnd }: Description): Truth {
  const lines = broken(
    parts.flatMap((part) => part.lines),
    breaks,
  );
  const wrapped = wrappingOf(wrapper)?.wrap(lines.map(({ text }) => text));
  if (wrapped === undefined) throw new Error(`nothing wraps as ${wrapper}`);
  const lineOf = (at: number) => wrapped.lineOf(at + 1);
  const text = `${wrapped.text}\n`.replaceAll("\n", lineEnd);
  const connections = lines.flatMap(({ begins }, at) =>
    begins?.is === "row" ? [{ ...begins.connection, line: lineOf(at) }] : [],
  );
  const hasForeignNames = connections.some(({ localAddress, foreignAddress }) =>
    FOREIGN.test(localAddress + foreignAddress),
  );
  return {
    bytes: encoded(text, encoding, hasForeignNames || !lines.some((line) => FOREIGN.test(line.text))),
    text,
    connections,
    settings: lines.flatMap(({ begins }, at) =>
      begins?.is === "setting" ? [[lineOf(at), begins.setting, begins.value] as const] : [],
    ),
    hosts: [...new Set(parts.flatMap(({ host }) => host ?? hostNamedBy(wrapper) ?? []))].sort(),
  };
}
