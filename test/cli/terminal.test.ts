import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { ClosedPipe, columnsOf, outputOf } from "../../src/cli/terminal.ts";

/** A stream whose writes end as the test says. */
function stream(write: (text: string, done: (error?: Error) => void) => void) {
  return new Writable({ decodeStrings: false, write: (text, _, done) => write(String(text), done) });
}

const failure = (code: string) => Object.assign(new Error(code), { code });

describe("outputOf", () => {
  it("settles when the text is taken", async () => {
    const taken: string[] = [];
    const output = outputOf(
      stream((text, done) => {
        setTimeout(() => {
          taken.push(text);
          done();
        }, 1);
      }),
      "it",
    );
    await output.write("a");
    expect(taken).toEqual(["a"]);
  });

  it("does not bother the stream with nothing", () => {
    const throwing = { on: () => undefined, write: () => expect.fail("written") };
    return outputOf(throwing, "it").write("");
  });

  it.each(["EPIPE", "EOF"])("tells by a ClosedPipe that the reader has gone: %s", async (code) => {
    const output = outputOf(
      stream((_, done) => done(failure(code))),
      "it",
    );
    await expect(output.write("a")).rejects.toBeInstanceOf(ClosedPipe);
    await expect(output.write("b")).rejects.toBeInstanceOf(ClosedPipe);
  });

  it("says what else went wrong", async () => {
    const output = outputOf(
      stream((_, done) => done(failure("ENOSPC"))),
      "it",
    );
    await expect(output.write("a")).rejects.toThrow("cannot write it: no space left on the device");
  });
});

describe("columnsOf", () => {
  it.each([
    [100, {}, 100],
    [100, { COLUMNS: "50" }, 100],
    [undefined, { COLUMNS: "50" }, 50],
    [undefined, { COLUMNS: "-1" }, 80],
    [undefined, { COLUMNS: "" }, 80],
    [undefined, {}, 80],
    [0, {}, 80],
  ])("%s columns and %j make %i", (columns, env, expected) => {
    expect(columnsOf({ isTerminal: true, columns, write: async () => undefined }, env)).toBe(expected);
  });
});
