import { byteCosts, lonelyCost, nulCost, unitCosts } from "./unit-costs.ts";

/** How characters are laid out in bytes: `bytes` = UTF-8 or a code page, in all of which ASCII characters are one byte. */
export type Layout = "bytes" | "utf-16le" | "utf-16be";

/** Bytes of one layout. A UTF-16 run has an odd length only at the very end, where its last unit is cut in half. */
export interface EncodingRun {
  readonly layout: Layout;
  readonly start: number;
  readonly end: number;
}

/** What is known of the bytes before: their layout, null at the start of a source; and whether they end a line. */
export interface Before {
  readonly layout: Layout | null;
  readonly lineStart: boolean;
}

const layouts = ["bytes", "utf-16le", "utf-16be"] as const;
const BYTES = 0;
const LITTLE = 1;
const BIG = 2;

/** Another program goes on at a line start as a rule; a change in mid-line has to be worth three letters. */
const CHANGE_AT_MARK = 2;
const CHANGE_AT_LINE_START = 10;
const CHANGE_IN_LINE = 32;
/** Added without a mark: Windows writes UTF-16BE when told to only. */
const BIG_ENDIAN_IS_RARE = 8;
const HALF_UNIT = 5;
const OUT_OF_REACH = 2 ** 29;
const LF = 0x0a;

/**
 * Cuts bytes into runs of one layout each: the cheapest way to read them, when each byte or code unit costs as much as
 * it is surprising and each change of layout costs extra (a shortest path over byte offsets). Runs may begin at odd
 * offsets and in mid-line. Time and memory are linear. Meant for stretches with NUL bytes or a byte order mark: all
 * others are one run of `bytes`.
 */
export function encodingRuns(bytes: Uint8Array, before: Before): EncodingRun[] {
  const runs: EncodingRun[] = [];
  const { cameFrom, end, layout } = cheapestPath(bytes, before);
  let here = layout;
  let runEnd = bytes.length;
  for (let at = end; at > 0; ) {
    at -= here === BYTES ? 1 : 2;
    const previous = ((cameFrom[at] ?? 0) >> (2 * here)) & 3;
    if (previous === here && at > 0) continue;
    runs.push({ layout: layouts[here] ?? "bytes", start: at, end: runEnd });
    runEnd = at;
    here = previous;
  }
  return runs.reverse();
}

/** The UTF-16 whose byte order mark the bytes begin with. */
export function markedLayout(bytes: Uint8Array): Layout | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

interface Path {
  /** For each offset and each layout to go on in (2 bits each): the layout in which to arrive there. */
  readonly cameFrom: Uint8Array;
  /** The layout of the last byte or unit. */
  readonly layout: number;
  /** One more than the number of bytes when the last unit is cut in half. */
  readonly end: number;
}

function cheapestPath(bytes: Uint8Array, before: Before): Path {
  const cameFrom = new Uint8Array(bytes.length + 1);
  const singles = byteCosts();
  const units = unitCosts();
  // The cheapest costs to arrive at this offset in each layout, and at the next offset in the two of two bytes.
  let [b, little, big] = startCosts(before);
  let [nextLittle, nextBig] = [OUT_OF_REACH, OUT_OF_REACH];
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    const mark = (first ^ (second ?? 0)) === 1 && first >= 0xfe;
    const begins = at === 0 && before.lineStart;
    const leaveB = b + changeCost(mark, begins || bytes[at - 1] === LF);
    const leaveLittle = little + changeCost(mark, begins || (bytes[at - 2] === LF && bytes[at - 1] === 0));
    const leaveBig = big + changeCost(mark, begins || (bytes[at - 2] === 0 && bytes[at - 1] === LF));
    const toBig = mark ? 0 : BIG_ENDIAN_IS_RARE;
    cameFrom[at] =
      cheapest(BYTES, b, LITTLE, leaveLittle, BIG, leaveBig) |
      (cheapest(LITTLE, little, BYTES, leaveB, BIG, leaveBig) << 2) |
      (cheapest(BIG, big, BYTES, leaveB + toBig, LITTLE, leaveLittle + toBig) << 4);
    const intoLittle = Math.min(little, leaveB, leaveBig);
    const intoBig = Math.min(big, leaveB + toBig, leaveLittle + toBig);
    b = Math.min(b, leaveLittle, leaveBig) + (first === 0 ? nulCost(bytes, at) : (singles[first] ?? 0));
    little = nextLittle;
    big = nextBig;
    if (second === undefined) {
      nextLittle = intoLittle + HALF_UNIT;
      nextBig = intoBig + HALF_UNIT;
    } else {
      const costLittle = units[(second << 8) | first] ?? 0;
      const costBig = units[(first << 8) | second] ?? 0;
      nextLittle = intoLittle + costLittle + lonelyCost(costLittle, bytes[at - 1], bytes[at + 3]);
      nextBig = intoBig + costBig + lonelyCost(costBig, bytes[at - 2], bytes[at + 2]);
    }
  }
  return pathEnd(cameFrom, [b, little, big], [nextLittle, nextBig]);
}

/** Where the cheapest path ends, given the costs to end behind the last byte and the costs to end in half a unit. */
function pathEnd(
  cameFrom: Uint8Array,
  [b, little, big]: readonly [number, number, number],
  [halfLittle, halfBig]: readonly [number, number],
): Path {
  const best = Math.min(b, little, big, halfLittle, halfBig);
  const whole = cameFrom.length - 1;
  if (best === b) return { cameFrom, layout: BYTES, end: whole };
  const layout = best === little || best === halfLittle ? LITTLE : BIG;
  return { cameFrom, layout, end: best === little || best === big ? whole : whole + 1 };
}

/** Nothing but the layout so far can be gone on with for free; at the start of a source that is `bytes`. */
function startCosts({ layout }: Before): [bytes: number, little: number, big: number] {
  return [
    layout === null || layout === "bytes" ? 0 : OUT_OF_REACH,
    layout === "utf-16le" ? 0 : OUT_OF_REACH,
    layout === "utf-16be" ? 0 : OUT_OF_REACH,
  ];
}

function changeCost(atMark: boolean, atLineStart: boolean): number {
  if (atMark) return CHANGE_AT_MARK;
  return atLineStart ? CHANGE_AT_LINE_START : CHANGE_IN_LINE;
}

/** The layout to come from: the same one when nothing else is cheaper. */
function cheapest(own: number, stay: number, one: number, leaveOne: number, other: number, leaveOther: number): number {
  if (stay <= leaveOne && stay <= leaveOther) return own;
  return leaveOne <= leaveOther ? one : other;
}
