import { type Diagnostic, diagnostic, type SegmentText } from "../../grammar/index.ts";
import {
  type DateOrder,
  dateOrderIn,
  dateOrderOf,
  isDoubtful,
  isoTime,
  type Stamp,
} from "../../grammar/markers/index.ts";
import type { AnyCapture } from "./capture.ts";
import type { Passage } from "./segments/index.ts";

/** A capture with what it was read from. */
export interface ReadCapture {
  readonly capture: AnyCapture;
  readonly text: SegmentText;
}

/** Captures of one source whose times wait until something shows the order of day and month, and those behind them. */
export interface CaptureTimes {
  readonly held: (ReadCapture & { readonly stamp: Stamp | null })[];
  /** Characters of what is held. */
  size: number;
  order: DateOrder | null;
}

/** More is not held back for the sake of its times. */
const MOST_HELD = 200;
const MOST_CHARACTERS = 8_000_000;
/** A usual row of netstat. */
const LENGTH_OF_ROW = 90;

export function emptyTimes(): CaptureTimes {
  return { held: [], size: 0, order: null };
}

/** Notes the order of day and month where a passage shows it: in a time that it prints, or in what systeminfo prints. */
export function noteOrder(times: CaptureTimes, passage: Passage): void {
  if (times.order !== null) return;
  const shown = passage.time?.day?.shows;
  const isOfSystem = "kind" in passage && passage.kind === "systemInfo";
  times.order = shown ?? (isOfSystem ? orderInText(passage.text.text) : undefined) ?? null;
}

function orderInText(text: string): DateOrder | undefined {
  for (const line of text.split("\n")) {
    const order = dateOrderIn(line);
    if (order !== undefined) return order;
  }
  return undefined;
}

/**
 * The captures that can be handed on, in their order, once one more has come; `stamp` is the time printed for it. One
 * whose day and month can't be told apart waits for the rest of the source, and those behind it with it.
 */
export function withTimes(times: CaptureTimes, read: ReadCapture, stamp: Stamp | null): readonly ReadCapture[] {
  const isOpen = stamp !== null && isDoubtful(stamp) && times.order === null;
  if (times.held.length === 0 && !isOpen) return [inOrder(read, stamp, times.order)];
  times.held.push({ ...read, stamp });
  times.size += sizeOf(read);
  const isTooMuch = times.held.length > MOST_HELD || times.size > MOST_CHARACTERS;
  return times.order !== null ? handedOn(times) : isTooMuch ? decided(times).captures : [];
}

function sizeOf({ capture, text }: ReadCapture): number {
  return capture.onDemand === undefined ? text.text.length : capture.onDemand.size * LENGTH_OF_ROW;
}

/** What is still held when the source ends: the display language decides, or it stays unknown and that is said. */
export function decided(times: CaptureTimes): {
  readonly captures: readonly ReadCapture[];
  readonly doubt: Diagnostic | undefined;
} {
  const { held } = times;
  const locale = held.find(({ capture }) => capture.locale !== null)?.capture.locale ?? null;
  const inDoubt = held.filter(({ stamp }) => stamp !== null && isDoubtful(stamp));
  for (const { capture, stamp } of inDoubt) {
    if (stamp !== null) times.order ??= dateOrderOf(stamp, capture.locale ?? locale);
  }
  const [first] = inDoubt;
  const doubt = times.order === null && first !== undefined ? doubtOf(first.capture, first.stamp) : undefined;
  return { captures: handedOn(times), doubt };
}

function handedOn(times: CaptureTimes): readonly ReadCapture[] {
  times.size = 0;
  return times.held.splice(0).map(({ stamp, ...read }) => inOrder(read, stamp, times.order));
}

function inOrder(read: ReadCapture, stamp: Stamp | null, order: DateOrder | null): ReadCapture {
  if (stamp === null || !isDoubtful(stamp)) return read;
  return { ...read, capture: { ...read.capture, time: isoTime(stamp, order) ?? null } };
}

function doubtOf({ line }: AnyCapture, stamp: Stamp | null): Diagnostic | undefined {
  if (stamp === null) return undefined;
  const [one, other] = [isoTime(stamp, "monthFirst"), isoTime(stamp, "dayFirst")];
  const message = `The time printed for this capture is ${one} or ${other}: nothing shows which number is the month, so its time is unknown. Print the time as yyyy-MM-dd HH:mm:ss.`;
  return diagnostic("time-undecided", message, { line, column: 1 });
}
