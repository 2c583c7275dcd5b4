import type { Input } from "./target.ts";

/**
 * A smaller input that still fails: stretches of lines are left out, then of bytes, half of them first and ever shorter
 * ones. Stops when the time is over, with the smallest until then.
 */
export async function shrunk(input: Input, fails: (input: Input) => Promise<boolean>, end: number): Promise<Input> {
  const attempt = async (bytes: Uint8Array) => performance.now() < end && (await fails({ ...input, bytes }));
  const lines = await fewest(linesOf(input.bytes), (left) => attempt(Buffer.concat(left)));
  const bytes = await fewest([...Buffer.concat(lines)], (left) => attempt(Uint8Array.from(left)));
  return { ...input, bytes: Uint8Array.from(bytes) };
}

async function fewest<T>(parts: readonly T[], fails: (left: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let left = parts;
  for (let length = Math.ceil(parts.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let from = 0; from < left.length; ) {
      const without = left.toSpliced(from, length);
      if (without.length < left.length && (await fails(without))) left = without;
      else from += length;
    }
  }
  return left;
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end + 1));
    start += lines.at(-1)?.length ?? bytes.length;
  }
  return lines;
}
