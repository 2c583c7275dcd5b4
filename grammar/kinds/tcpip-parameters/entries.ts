import type { LineClass } from "../../contract/grammar.ts";
import type { PrintedValue, RegistryLine } from "./line.ts";

/** A value under our key, put together from its lines. */
export interface Entry {
  /** Ordinal of its first line. */
  readonly ordinal: number;
  readonly value: PrintedValue;
  /** CurrentControlSet, or the numbered one that the key line names. */
  readonly controlSet: string;
  /** Ordinal of the key line; -1 when it was left out of what was printed. */
  readonly key: number;
}

/** The values under our key, what became of each line, and how texts are written in bytes. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly classes: readonly LineClass[];
  readonly letters: "utf16" | "ansi";
}

/** Goes through the lines. `named` is the control set of values without a key line above them; null when nobody knows. */
export function entriesOf(lines: readonly RegistryLine[], named: string | null): Entries {
  const entries: Entry[] = [];
  const classes: LineClass[] = [];
  let letters: Entries["letters"] = "utf16";
  let controlSet = named;
  let key = -1;
  while (classes.length < lines.length) {
    const ordinal = classes.length;
    const line = lines[ordinal];
    if (line?.shape === "key") {
      controlSet = line.controlSet ?? null;
      key = ordinal;
    }
    if (line?.shape === "heading") letters = line.letters;
    if (line?.shape !== "value") {
      classes.push(line === undefined ? "unknown" : classOf(line, controlSet));
      continue;
    }
    const more = line.value.form === "hex" ? bytesBelow(lines, ordinal) : [];
    const value = { ...line.value, text: [line.value.text, ...more].join("") };
    if (controlSet !== null) entries.push({ ordinal, value, controlSet, key });
    for (const _ of [line, ...more]) classes.push(controlSet === null ? "unrelated" : "record");
  }
  return { entries, classes, letters };
}

/** The lines of bytes that a line of a .reg file announces with a backslash at its end. */
function bytesBelow(lines: readonly RegistryLine[], ordinal: number): readonly string[] {
  const more: string[] = [];
  for (let goesOn = goesOnAt(lines[ordinal]); goesOn; goesOn = goesOnAt(lines[ordinal + more.length])) {
    const next = lines[ordinal + more.length + 1];
    if (next?.shape !== "bytes") break;
    more.push(next.text);
  }
  return more;
}

function goesOnAt(line: RegistryLine | undefined): boolean {
  if (line?.shape === "value") return line.value.text.endsWith("\\");
  return line?.shape === "bytes" && line.text.trimEnd().endsWith("\\");
}

function classOf(line: RegistryLine, controlSet: string | null): LineClass {
  switch (line.shape) {
    case "blank":
      return "blank";
    case "heading":
      return "heading";
    case "notFound":
      return "message";
    case "key":
      return line.controlSet === undefined ? "unrelated" : "heading";
    case "bytes":
      return controlSet === null ? "unrelated" : "unknown";
    default:
      return "unrelated";
  }
}
