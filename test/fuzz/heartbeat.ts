import type { Input } from "./target.ts";

/** Bytes of the largest input that is kept when nobody can be asked for it any more. */
const ROOM = 4 * 1024 * 1024;
const HEADER = 4;

/** Places of the numbers that a worker leaves behind. */
const BEATS = 0;
const CHOICE = 1;
const LENGTH = 2;
const AT_WORK = 3;

/**
 * What a worker is doing, in memory that it shares with who watches it: a worker that hangs answers nothing, and its
 * input has to be kept all the same.
 */
export interface Heartbeat {
  readonly memory: SharedArrayBuffer;
  /** Counts what was begun; it stands still while one thing is done. */
  readonly beats: () => number;
  readonly isAtWork: () => boolean;
  readonly input: () => Input;
  readonly begin: (input: Input) => void;
  readonly step: () => void;
  readonly rest: () => void;
}

export function heartbeatIn(memory = new SharedArrayBuffer(HEADER * 4 + ROOM)): Heartbeat {
  const numbers = new Int32Array(memory, 0, HEADER);
  const bytes = new Uint8Array(memory, HEADER * 4);
  const step = () => void Atomics.add(numbers, BEATS, 1);
  return {
    memory,
    step,
    beats: () => Atomics.load(numbers, BEATS),
    isAtWork: () => Atomics.load(numbers, AT_WORK) === 1,
    input: () => ({ choice: numbers[CHOICE] ?? 0, bytes: bytes.slice(0, numbers[LENGTH]) }),
    begin(input) {
      const kept = input.bytes.subarray(0, ROOM);
      bytes.set(kept);
      numbers[CHOICE] = input.choice;
      numbers[LENGTH] = kept.length;
      step();
      Atomics.store(numbers, AT_WORK, 1);
    },
    rest: () => Atomics.store(numbers, AT_WORK, 0),
  };
}
