import type { LineClass } from "../../contract/grammar.ts";

/** A service and the ordinal of the line that it is told by. */
export interface PlacedService {
  readonly ordinal: number;
  readonly name: string | null;
  readonly displayName: string | null;
  readonly state: string;
}

/** What a layout of a list of services holds. */
export interface ServiceLayout {
  readonly services: readonly PlacedService[];
  /** One for each line. */
  readonly classes: readonly LineClass[];
  /** True when the text itself shows that the list is whole; the command may show it, too. */
  readonly isWhole: boolean;
  /** True when the text shows that it is not. */
  readonly isCut: boolean;
}

/** One line of sc's output: a label at the margin, a label below, or what goes on with one. */
export type ScLine =
  | { readonly shape: "outer" | "inner"; readonly label: string; readonly value: string }
  | { readonly shape: "rest" };

/** A block while its lines go by. */
interface Block {
  readonly ordinal: number;
  readonly name: string;
  displayName: string | null;
  state: string | null;
  inner: number;
  isOver: boolean;
}

export const SERVICE_NAME = /^[ \t]{0,20}SERVICE_NAME[ \t]{0,20}:[ \t]{0,20}\S/;

/** The states by their numbers, which every language prints; the words are English ones everywhere they were seen. */
const states = [
  "stopped",
  "start_pending",
  "stop_pending",
  "running",
  "continue_pending",
  "pause_pending",
  "paused",
] as const;

const LABELS = new Set([
  "TYPE",
  "STATE",
  "WIN32_EXIT_CODE",
  "SERVICE_EXIT_CODE",
  "CHECKPOINT",
  "WAIT_HINT",
  "PID",
  "FLAGS",
]);
const OUTER = /^([^\s:][^:]{0,60}?)[ \t]{0,20}:[ \t]{1,20}(\S.*)$/;
const INNER = /^[ \t]{1,20}([^\s:][^:]{0,40}?)[ \t]{0,30}:(.*)$/;
/** What a service accepts; Server 2003 closes it twice. */
const REST = /^[ \t]{8,}\([A-Z_, ]{0,200}\)\)?[ \t]*$/;
const NUMBERED = /^([1-7])[ \t]{1,4}(\S.{0,60})$/;
/** The buffer of sc was too small for all: "Enum: more data, need 1234 bytes start resume at index 56" */
const MORE = /^Enum: more data\b/i;
/** Lines of a block before its state. */
const MOST_ABOVE_STATE = 3;

/** The shape of a line; undefined when it is none of sc's. */
export function scLine(text: string): ScLine | undefined {
  if (REST.test(text)) return { shape: "rest" };
  const outer = OUTER.exec(text);
  if (outer !== null) {
    const [, label = "", value = ""] = outer;
    return { shape: LABELS.has(label) ? "inner" : "outer", label, value: value.trim() };
  }
  const inner = INNER.exec(text);
  return inner === null ? undefined : { shape: "inner", label: inner[1] ?? "", value: (inner[2] ?? "").trim() };
}

/** True for `STATE : 4  RUNNING`, whatever the label: number and word of a state fit together. */
export function isStateLine(text: string): boolean {
  const line = /:[ \t]*[1-7][ \t]/.test(text) ? scLine(text) : undefined;
  if (line?.shape !== "inner") return false;
  const found = NUMBERED.exec(line.value);
  return found !== null && states[Number(found[1]) - 1] === found[2]?.trim().toLowerCase();
}

/** How many lines at the end may stand in a block above its state. */
export function scLinesAtEnd(lines: readonly string[]): number {
  let count = 0;
  while (count < MOST_ABOVE_STATE && scLine(lines[lines.length - 1 - count] ?? "") !== undefined) count += 1;
  return count;
}

/** Reads blocks of sc; undefined when no state stands in any. */
export function scLayout(texts: readonly string[]): ServiceLayout | undefined {
  const blocks: Block[] = [];
  const classes = texts.map((text, ordinal) => takeLine(blocks, text, ordinal, texts[ordinal + 1] ?? ""));
  const services = blocks.flatMap(({ ordinal, name, displayName, state }) =>
    state === null ? [] : [{ ordinal, name, displayName, state }],
  );
  return services.length === 0
    ? undefined
    : { services, classes, isWhole: false, isCut: texts.some((text) => MORE.test(text)) };
}

function takeLine(blocks: Block[], text: string, ordinal: number, below: string): LineClass {
  const block = blocks.at(-1);
  if (text.trim() === "") {
    if (block !== undefined) block.isOver = true;
    return "blank";
  }
  if (text.startsWith("[SC]") || MORE.test(text)) return "message";
  const line = scLine(text);
  if (line === undefined) return "unknown";
  if (line.shape === "rest") return "record";
  if (line.shape === "outer") {
    const isDisplayName = block !== undefined && !block.isOver && block.inner === 0 && block.displayName === null;
    if (isDisplayName && line.label !== "SERVICE_NAME") block.displayName = line.value;
    else blocks.push({ ordinal, name: line.value, displayName: null, state: null, inner: 0, isOver: false });
    return "record";
  }
  if (block === undefined || block.isOver) return "unknown";
  block.inner += 1;
  const found = NUMBERED.exec(line.value);
  // In every language the state is the second line below the names, with what the service accepts under it.
  const isPlaced = block.inner === 2 && REST.test(below);
  const isState = found !== null && (line.label === "STATE" || isPlaced || isStateLine(text));
  if (isState) block.state ??= states[Number(found[1]) - 1] ?? null;
  return "record";
}
