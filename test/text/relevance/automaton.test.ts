import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, automatonOf, FOUND, START } from "../../../src/text/relevance/automaton.ts";
import { examples } from "../../support/soak.ts";

function isIn(words: readonly string[], ...chunks: readonly string[]): boolean {
  const automaton = automatonOf(words);
  const bytes = chunks.map((chunk) => Buffer.from(chunk, "latin1"));
  return bytes.reduce((state, chunk) => advance(automaton, state, chunk), START) === FOUND;
}

describe("a word", () => {
  it.each([
    ["is found anywhere", ["chimney"], "The Chimney Offload State", true],
    ["is found in any case", ["netsh "], "C:\\>NETSH int", true],
    ["is found behind its own beginning", ["chimney"], "chichimney", true],
    ["has to be whole", ["chimney"], "chimne y", false],
    ["ends where a gap does, of whatever characters", ["tcp "], "TCP\xa0", true],
    ["ends where nothing follows only when no gap is asked for", ["tcp "], "TCP", false],
    ["has gaps of any length", ["offload state"], `offload${"- ".repeat(500)}state`, true],
    ["has no gap of nothing", ["offload state"], "offloadstate", false],
    ["has no letters, digits, dots in its gaps", ["tcp "], "tcpip tcp. tcp_ tcp4", false],
    ["may have marks", ["[01]", "services\\tcpip"], "HKLM\\Services\\TcpIp", true],
    ["has any digit for #", ["build ####"], "Build 7601", true],
    ["has nothing but a digit for #", ["build ####"], "Build 76o1", false],
    ["is found with NULs between its letters", ["tcp "], "T\0C\0P\0 \0", true],
    ["is one of several with the same beginning", ["netstat", "netsh ", "net start"], "net  start", true],
  ])("%s", (_, words, text, is) => {
    expect(isIn(words, text)).toBe(is);
  });

  it("is found across the ends of chunks", () => {
    expect(isIn(["offload state"], "off", "load  ", " ", "st", "ate")).toBe(true);
  });

  it("is refused when there are more signs than fit", () => {
    expect(() => automatonOf(["!\"$%&'()*+,-/:;<=>?@[]^`{|}~"])).toThrow("too many different signs");
  });

  it("is found in long texts as it is byte by byte", () => {
    const words = ["netstat", "net start", "state # running", "tcp "];
    const automaton = automatonOf(words);
    const piece = fc.constantFrom(...words, "net", "stat", "e 1 ", "\0", "running", " - ".repeat(20), "tcpip ", "x");
    const texts = fc.array(piece, { minLength: 150, maxLength: 400 });
    // Most texts have a word early on; of one that is cut the state behind it is compared, wherever it is cut.
    const check = (pieces: readonly string[], from: number) => {
      const bytes = Buffer.from(pieces.join(""), "latin1").subarray(from);
      const one = bytes.reduce((state, byte) => advance(automaton, state, Uint8Array.of(byte)), START);
      expect(advance(automaton, START, bytes)).toBe(one);
    };
    fc.assert(fc.property(texts, fc.nat(100), check), { seed: 7, numRuns: examples(200) });
    const rare = fc.constantFrom("net", "stat", "state # ", "tcpip", "\0", " - ", "x", "running", "sta", "rt");
    fc.assert(fc.property(fc.array(rare, { minLength: 300, maxLength: 600 }), fc.nat(100), check), {
      numRuns: examples(200),
    });
  });

  it("is found where a regular expression finds it", () => {
    const sign = fc.constantFrom("a", "b", "1", " ", "#", "-");
    const word = fc
      .array(sign, { minLength: 1, maxLength: 5 })
      .map((signs) => `a${signs.join("")}`.replaceAll(/ +/g, " "));
    const text = fc.array(fc.constantFrom("a", "B", "1", "2", " ", "-", ".", "\0"), { maxLength: 30 });
    const check = (words: readonly string[], signs: readonly string[]) => {
      const patterns = words.map((one) => one.replaceAll(" ", "[^\\w.]+").replaceAll("#", "\\d"));
      const pattern = new RegExp(patterns.join("|"), "i");
      expect(isIn(words, signs.join(""))).toBe(pattern.test(signs.join("").replaceAll("\0", "")));
    };
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), text, check), {
      seed: 7,
      numRuns: examples(2000),
    });
  });
});
