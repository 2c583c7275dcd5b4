import { describe, expect, it } from "vitest";
import { Interrupted, interruptible, orInterrupted } from "../../src/cli/interruption.ts";

async function* twoSources() {
  for (const name of ["a.txt", "b.txt"]) {
    yield { name, bytes: twoChunks() };
  }
}

async function* twoChunks() {
  yield Uint8Array.of(1);
  yield Uint8Array.of(2);
}

/** What is read of two sources of two chunks when the interruption comes with the given chunk; 0 is never. */
async function readUntil(interruptAt: number): Promise<string[]> {
  const interruption = new AbortController();
  const read: string[] = [];
  for await (const source of interruptible(twoSources(), interruption.signal)) {
    if (!("bytes" in source)) continue;
    for await (const [byte] of source.bytes) {
      read.push(`${source.name} ${byte}`);
      if (read.length === interruptAt) interruption.abort();
    }
  }
  return read;
}

describe("interruptible", () => {
  it.each([
    [0, ["a.txt 1", "a.txt 2", "b.txt 1", "b.txt 2"]],
    [1, ["a.txt 1"]],
    [2, ["a.txt 1", "a.txt 2"]],
    [3, ["a.txt 1", "a.txt 2", "b.txt 1"]],
  ])("interrupted at chunk %i reads no more", async (at, read) => expect(await readUntil(at)).toEqual(read));
});

describe("orInterrupted", () => {
  const never = new Promise(() => undefined);

  it("gives what the work gives", async () => {
    const { signal } = new AbortController();
    expect(await orInterrupted(Promise.resolve(7), signal)).toBe(7);
    await expect(orInterrupted(Promise.reject(new Error("failed")), signal)).rejects.toThrow("failed");
  });

  it("does not wait for the work once interrupted, before or meanwhile", async () => {
    const interruption = new AbortController();
    const waiting = orInterrupted(never, interruption.signal);
    interruption.abort();
    await expect(waiting).rejects.toBeInstanceOf(Interrupted);
    await expect(orInterrupted(never, interruption.signal)).rejects.toBeInstanceOf(Interrupted);
  });
});
