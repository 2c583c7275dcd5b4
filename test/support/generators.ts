import fc from "fast-check";
import { damage, encoded } from "./damage-generator.ts";
import { netstatTable } from "./netstat-generator.ts";
import { blankLine, type Printed, type PrintedLine, textOf } from "./printed.ts";
import { settingsTable } from "./settings-generator.ts";

/** The only output of chimneystats that was ever published. */
const chimneyStats: Printed = {
  command: "netsh int tcp show chimneystats",
  lines: [blankLine, { text: "Your System Administrator has disabled TCP Chimney.", is: "answer" }, blankLine],
};

/** What stands before a command that was typed. */
const prompt = fc.constantFrom(
  "C:\\>",
  "C:\\Users\\Administrator>",
  "PS C:\\Windows\\system32> ",
  "[FILES01]: PS C:\\Users\\admin\\Documents> ",
  "administrator@SQL-02 C:\\Users\\administrator>",
);

/** The output of any one of the commands. */
const anyOutput: fc.Arbitrary<Printed> = fc.oneof(
  { weight: 4, arbitrary: netstatTable },
  { weight: 2, arbitrary: settingsTable },
  { weight: 1, arbitrary: fc.constant(chimneyStats) },
);

/** What somebody saved of a session: up to four outputs, some with the prompt and command above them. */
export const session: fc.Arbitrary<readonly PrintedLine[]> = fc
  .array(fc.tuple(anyOutput, fc.option(prompt)), { minLength: 1, maxLength: 4 })
  .map((outputs) => outputs.flatMap(([{ command, lines }, typed]) => [...echo(command, typed), ...lines, blankLine]));

/** One table of connections alone. */
export const table: fc.Arbitrary<readonly PrintedLine[]> = netstatTable.map(({ lines }) => lines);

/** A session as a file that did not survive its journey unharmed. */
export const damagedSession: fc.Arbitrary<Uint8Array> = fc
  .tuple(session, encoded, fc.array(damage, { maxLength: 6 }))
  .map(([lines, encode, damages]) => damages.reduce((bytes, harm) => harm(bytes), encode(textOf(lines))));

/** The bytes in chunks, cut at the places that lie within them. */
export async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of places) {
    yield bytes.slice(start, end);
    start = end;
  }
}

function echo(command: string, typed: string | null): readonly PrintedLine[] {
  return typed === null ? [] : [{ text: typed + command, is: "prompt" }];
}
