import { decode, supportedEncodings, type TextBlock } from "../../../src/text/encodings/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { expectSame, Fault, type Target } from "../target.ts";

/** Bytes to text, with the encoding guessed and with each that can be named. */
export const decoding: Target = {
  name: "decode",
  inputs: inputsOf(mutatedText),
  runs: 60,
  async check({ bytes, choice }, step) {
    const encoding = [undefined, ...supportedEncodings][choice % (supportedEncodings.length + 1)];
    const options = encoding === undefined ? {} : { encoding };
    const decoded = (cuts: readonly number[]) => blocksOf(decode(chunksOf(bytes, cuts), options));
    step();
    const whole = await decoded([]);
    for (const { text, encodings } of whole) checkBlock(text, encodings);
    step();
    const cuts = Array.from({ length: 9 }, (_, at) => (at * (choice + 1) * 7919) % (bytes.length + 1));
    expectSame("the same in other chunks", whole, await decoded(cuts), `${encoding} in 10 chunks`);
    step();
    const bytewise = await decoded(Array.from(bytes, (_, at) => at));
    expectSame("the same in other chunks", whole, bytewise, `${encoding} byte by byte`);
  },
};

function checkBlock(text: string, encodings: readonly string[]): void {
  const stray = encodings.find((name) => !supportedEncodings.some((known) => known === name));
  if (stray !== undefined) throw new Fault("as its schema has it", `an encoding called ${stray}`);
  if (text.includes("\r\n")) throw new Fault("the same with CR LF", "CR LF is left in a block");
}

async function blocksOf(blocks: AsyncIterable<TextBlock>): Promise<readonly TextBlock[]> {
  const all: TextBlock[] = [];
  for await (const block of blocks) all.push(block);
  return all;
}
