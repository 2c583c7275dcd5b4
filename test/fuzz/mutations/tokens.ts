import fc from "fast-check";
import { character, fragments } from "../../support/mangled.ts";
import { at, fraction, linesOf, type Mutation } from "./mutation.ts";

/** What stands in the place of a word: of its own class or another one, too long, too large, or nothing one can see. */
const words: readonly string[] = [
  [
    "",
    "\u0000",
    "x".repeat(400),
    "9".repeat(400),
    "a.".repeat(300),
    "é".repeat(300),
    "(".repeat(200),
    "-".repeat(3000),
  ],
  listed("0 -1 65536 4294967296 99999999999999999999 1e309 0x2 0xffffffffffffffff NaN 1,5 12:00 9999-99-99T99:99:99"),
  listed("192.0.2.10:445 999.999.999.999:99999 [::1]:80 [fe80::1%9]:445 *:* 0.0.0.0:0 : :: a:b:c ----- ====="),
  listed("TCP UDP tcpv6 ESTABLISHED TIME_WAIT ABHÖREN InHost Offloaded Uploading InHosted PID Proto C:\\> [A]: PS>"),
  listed(
    "enabled disabled automatic deaktiviert 有效 無効 включен netstat -nato netsh hostname ipconfig systeminfo sc",
  ),
  listed("__proto__ constructor toString hasOwnProperty prototype undefined null true length"),
  listed("\u202e \u200b \u200f \ufeff \u001b[31m \u001b]0;x\u0007 \u009b \u2028 \u00ad 🙂 \ud800"),
  listed("<script> </script> <!-- ]]> &lt; ` ``` | \\ ' \" =1+1 @SUM(A1) %s $& {{}} $1"),
  fragments,
].flat();

function listed(text: string): readonly string[] {
  return text.split(" ");
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.array(character, { maxLength: 20 }).map((characters) => characters.join("")) },
);

/** A word of a line, or the blanks between two of them, replaced; put in; or taken from another place of the text. */
export const tokenMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fraction, fraction, word).map(([line, token, by]) => retold(line, token, /[^\s:]+|[\s:]+/g, () => by)),
  fc.tuple(fraction, fraction, word).map(([line, token, by]) => retold(line, token, /\S+/g, () => by)),
  fc.tuple(fraction, fraction, word).map(([line, token, by]) => retold(line, token, /\S+/g, (old) => `${old}${by}`)),
  fc
    .tuple(fraction, fraction, fc.integer({ min: 2, max: 400 }))
    .map(([line, token, times]) => retold(line, token, /\S+\s*|\s+/g, (old) => old.repeat(times))),
  fc.tuple(fraction, fraction, fraction).map(([line, token, from]) => moved(line, token, from)),
);

/** The line is taken as Latin 1, which leaves every other byte as it is, and the new word is written as UTF-8. */
function retold(place: number, which: number, tokens: RegExp, by: (old: string) => string): Mutation {
  return (bytes) => {
    const lines = linesOf(bytes);
    const row = at(place, lines.length);
    const line = lines[row]?.toString("latin1") ?? "";
    const found = [...line.matchAll(tokens)];
    const token = found[at(which, found.length)];
    if (token === undefined) return bytes;
    const [old] = token;
    const edited = [line.slice(0, token.index), line.slice(token.index + old.length)].map((part) =>
      Buffer.from(part, "latin1"),
    );
    const [before = Buffer.of(), after = Buffer.of()] = edited;
    const own = by("") === "" && by(old) !== "" ? "latin1" : "utf8";
    return Buffer.concat(lines.with(row, Buffer.concat([before, Buffer.from(by(old), own), after])));
  };
}

function moved(place: number, which: number, from: number): Mutation {
  return (bytes) => {
    const tokens = bytes.toString("latin1").match(/\S+/g) ?? [];
    const other = tokens[at(from, tokens.length)] ?? "";
    return retold(place, which, /\S+/g, () => other)(bytes);
  };
}
