import { partsOf, type Written } from "./expressions.ts";
import { type Step, stepsOf } from "./steps.ts";
import { type Symbols, symbols } from "./symbols.ts";

/** A set of places that a text has come to, with the numbers of the sets that each symbol leads to. */
interface Standing {
  readonly steps: readonly number[];
  readonly last: number;
}

const FIRST_HALF = 0xd800;
const LAST_HALF = 0xdfff;
/** A row of the table has a number for each symbol. */
const ROW = symbols.count;
const FIRST_SETS = 64;
/** In the table instead of a set: an expression was found. What is 0 is not known yet. */
const FOUND = 1;
/** The set that a line begins with. */
const FIRST = ROW;
/** More sets than any text of people has: a hostile one would have every line cost another. */
const MOST_SETS = 16_000;

/** Which places are come to from one without taking anything; what only leads on is left out. */
type Closure = (from: number, last: number) => readonly number[];

/** Most of them are the same whatever stands before, and kept. */
function closureOf(steps: readonly Step[]): Closure {
  const kept: (readonly number[] | undefined)[] = [];
  return (from, last) => {
    const known = kept[from];
    if (known !== undefined) return known;
    const found = new Set([from]);
    let asks = false;
    for (const at of found) {
      const step = steps[at];
      if (step?.is === "before") asks = true;
      if (step?.is === "fork" || (step?.is === "before" && step.of[last] === 1))
        for (const to of step.next) found.add(to);
    }
    const stops = [...found].filter((at) => isStop(steps[at]));
    if (!asks) kept[from] = stops;
    return stops;
  };
}

function isStop(step: Step | undefined): boolean {
  return step !== undefined && step.is !== "fork" && step.is !== "before";
}

/** Where the places lead by a symbol that stands behind `last`, those included that may only look at it. */
function beyond(
  steps: readonly Step[],
  closure: Closure,
  from: readonly number[],
  last: number,
  symbol: number,
): readonly number[] {
  const next: number[] = [];
  const waiting = [...from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const step = steps[at];
    if (step?.is === "end") next.push(at);
    if (step === undefined || step.of[symbol] !== 1) continue;
    const isBehind = step.is === "behind";
    for (const to of step.next) (isBehind ? waiting : next).push(...closure(to, isBehind ? last : symbol));
  }
  return next;
}

/** For each symbol the first one of those that all of the sets take for the same. */
function alike(sets: Iterable<Symbols>): Uint8Array {
  const different = [...new Set(sets)];
  const firsts = new Map<string, number>();
  return Uint8Array.from({ length: symbols.count }, (_, symbol) =>
    entry(firsts, different.map((of) => of[symbol]).join(""), () => symbol),
  );
}

/**
 * Makes a test for a piece of a text that is one line: false where none of the expressions matches in it. It walks along
 * the line once, however many expressions there are, by a table of which sets of places follow each other; that is made
 * as texts need it. Where it can't tell, and once the table is full, it says true.
 */
export function oneLook(expressions: readonly Written[]): (text: string, from: number, to: number) => boolean {
  const { table, symbolOf, learned, isFull } = tableOf(stepsOf(expressions.map(partsOf)));
  return (text, from, to) => {
    if (isFull()) return true;
    let rows = table();
    let set: number = FIRST;
    for (let at = from; at <= to; at += 1) {
      const code = at === to ? symbols.lineEnd : text.charCodeAt(at);
      // Of a character in two halves an expression may take one or both.
      if (code >= FIRST_HALF && code <= LAST_HALF) return true;
      const symbol = symbolOf[code < symbols.other ? code : symbols.other] ?? 0;
      let next = rows[set + symbol] ?? 0;
      if (next === 0) {
        next = learned(set, symbol);
        rows = table();
      }
      if (next === FOUND) return true;
      set = next;
    }
    return false;
  };
}

/** The table, and what makes it. */
function tableOf({ steps, first }: ReturnType<typeof stepsOf>) {
  const symbolOf = alike(steps.map(({ of }) => of));
  // Of what stands before only that counts which some expression asks for.
  const sideOf = alike(steps.flatMap(({ is, of }) => (is === "before" ? [of] : [])));
  const begin = sideOf[symbols.begin] ?? symbols.begin;
  const starts = new Map<number, readonly number[]>();
  const closure = closureOf(steps);
  const startsBehind = (last: number) => entry(starts, last, () => first.flatMap((at) => closure(at, last)));
  const begun = new Map<number, readonly number[]>();
  const begunBy = (last: number, symbol: number) =>
    entry(begun, last * ROW + symbol, () => beyond(steps, closure, startsBehind(last), last, symbol));
  const numbers = new Map<string, number>();
  // Of the first one are the numbers that stand for none.
  const sets: Standing[] = [
    { steps: [], last: begin },
    { steps: [], last: begin },
  ];
  let table = new Int32Array(ROW * FIRST_SETS);
  const numberOf = (next: readonly number[], last: number): number =>
    entry<string, number>(numbers, `${next.join()};${last}`, () => {
      const number = (sets.push({ steps: next, last }) - 1) * ROW;
      if (sets.length * ROW > table.length) table = grown(table);
      return number;
    });
  return {
    symbolOf,
    table: () => table,
    isFull: () => sets.length > MOST_SETS,
    learned: (from: number, symbol: number): number => {
      const { steps: places, last } = sets[from / ROW] ?? { steps: [], last: begin };
      const next = [...new Set([...beyond(steps, closure, places, last, symbol), ...begunBy(last, symbol)])];
      const to = next.some((at) => isEnd(steps[at], symbol))
        ? FOUND
        : numberOf(
            next.sort((one, other) => one - other),
            sideOf[symbol] ?? symbol,
          );
      table[from + symbol] = to;
      return to;
    },
  };
}

/** What still looks ahead at the end of a line may be content with that. */
function isEnd(step: Step | undefined, symbol: number): boolean {
  return step?.is === "end" || (symbol === symbols.lineEnd && step?.is === "behind");
}

function entry<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const found = map.get(key) ?? made();
  map.set(key, found);
  return found;
}

function grown(table: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(table.length * 2);
  larger.set(table);
  return larger;
}
