import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLook } from "../../../grammar/hints/one-look.ts";
import { examples } from "../../support/soak.ts";

const characters = fc.constantFrom(..."abkKsxyTCPUD019 \t:-=_.[](){}\"'\\é日ſK\u{1f600}");
const line = fc.string({ unit: characters, maxLength: 16 });

const has = (expression: RegExp, text: string) => oneLook([expression])(text, 0, text.length);

/** One of each thing that our expressions are made of. */
const expressions = [
  /abc|x\d+y/i,
  /^[ \t]*(?:TCP|UDP)(?:v6)?[ \t]/,
  /(?<![a-z])ab(?![a-z])/i,
  /(?<=^|[\s(])k(?=\s|$)/,
  /:[ \t]*$/,
  /(?<!\d)\d{1,2}:[0-5]\d(?!\d)/,
  /([-=_])[ \t]*\1/,
  /(?<sign>["'])[^"']{0,3}\k<sign>/,
  /(a)x?(?<sign>["'])\k<sign>/,
  /[\p{Lu}_]{2}\p{N}?/u,
  /\bTCP\b|[^\x00-\x7f]{2}|\u{1f600}/u,
  /a(?:b{0,20}x){2,}|(?:T{13,14}|.{14})$/,
  /\[[^\]\n]{1,5}\]|\S\D\W[^ab][\]\\-]/,
  /s|[\u00e9-\u65e5]:/iu,
] as const;

describe("one look at a line", () => {
  it.each(expressions.map((expression) => [expression]))("misses nothing that %s finds", (expression) => {
    const look = oneLook([expression]);
    fc.assert(
      fc.property(line, (text) => !expression.test(text) || look(text, 0, text.length)),
      { numRuns: examples(2000) },
    );
  });

  it("misses nothing of several", () => {
    const look = oneLook(expressions);
    const finds = (text: string) => expressions.some((expression) => expression.test(text));
    fc.assert(
      fc.property(line, (text) => !finds(text) || look(text, 0, text.length)),
      { numRuns: examples(2000) },
    );
  });

  it.each([
    [/netstat|netsh/i, "the net is down", false],
    [/netstat|netsh/i, "C:\\>NETSTAT -t", true],
    [/(?<![a-z])net(?![a-z])/, "internet nets", false],
    [/(?<![a-z])net(?![a-z])/, "net", true],
    [/^[ \t]*TCP[ \t]/, "DROP TCP 192.0.2.1", false],
    [/(?:^|[ \t])Id(?:[ \t]|$)/, "Idle", false],
    [/x(?!)/, "xxx", false],
    [/a{3}$/, "baa", false],
    [/a{3}$/, "baaa", true],
  ])("%s in %j: %s", (expression, text, found) => {
    expect(has(expression, text)).toBe(found);
  });

  it("looks at its piece of a text alone", () => {
    const look = oneLook([/^b$/]);
    expect([look("a\nb\nc", 2, 3), look("a\nb\nc", 0, 3)]).toEqual([true, false]);
  });
});
