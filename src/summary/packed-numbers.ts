/** Whole numbers from 0 one after the other, small ones in one byte: seven bits in each, lowest first. */
export interface PackedNumbers {
  bytes: Uint8Array;
  /** Bytes that are taken. */
  length: number;
}

/** Bytes in the smallest list. */
const LEAST_BYTES = 64;

export function emptyNumbers(): PackedNumbers {
  return { bytes: new Uint8Array(LEAST_BYTES), length: 0 };
}

/** Adds a number, which has to be a safe integer from 0. */
export function addNumber(numbers: PackedNumbers, value: number): void {
  let rest = value;
  while (rest >= 128) {
    addByte(numbers, (rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  addByte(numbers, rest);
}

/** Gives the numbers in order, one each time it is called; 0 when there are no more. */
export function numberReader({ bytes, length }: PackedNumbers): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let weight = 1; at < length; weight *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte % 128) * weight;
      if (byte < 128) break;
    }
    return value;
  };
}

/** The same numbers in memory of their own. */
export function copyOfNumbers({ bytes, length }: PackedNumbers): PackedNumbers {
  return { bytes: bytes.slice(), length };
}

function addByte(numbers: PackedNumbers, byte: number): void {
  if (numbers.length === numbers.bytes.length) {
    const larger = new Uint8Array(numbers.bytes.length * 2);
    larger.set(numbers.bytes);
    numbers.bytes = larger;
  }
  numbers.bytes[numbers.length] = byte;
  numbers.length += 1;
}
