import { type Passage, segment } from "../../../src/captures/segments/index.ts";
import { decode } from "../../../src/text/encodings/index.ts";
import { mend } from "../../../src/text/mends/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { expectSame, Fault, type Target } from "../target.ts";
import { optionsFor } from "./analysis.ts";

/** Text to captures: what was mended and taken apart still has every line of the source, each in its order. */
export const segments: Target = {
  name: "segments",
  inputs: inputsOf(mutatedText),
  runs: 30,
  async check({ bytes, choice }, step) {
    const { as } = optionsFor(choice);
    const options = as === undefined ? {} : { as };
    const passages = () => taken(segment(mend(decode(chunksOf(bytes, []), {})), options));
    step();
    const lines = await lineCount(bytes);
    const first = await passages();
    let last = 0;
    for (const line of first.flatMap(linesIn)) {
      if (line < last || line > last + 1) throw new Fault("ledger adds up", `line ${line} comes after line ${last}`);
      last = line;
    }
    expectSame("ledger adds up", last, lines, "lines that come out");
    step();
    expectSame("the same again", first, await passages(), "taken apart twice");
  },
};

async function lineCount(bytes: Uint8Array): Promise<number> {
  let text = "";
  for await (const block of decode(chunksOf(bytes, []), {})) text += block.text;
  const ends = text.split("\n").length;
  return text === "" || text.endsWith("\n") ? ends - 1 : ends;
}

/** Lines of the source that a passage has something of, in the order in which it has them. */
function linesIn(passage: Passage): readonly number[] {
  if ("class" in passage) return passage.lines.flatMap(({ pieces }) => pieces.map(({ line }) => line));
  const { text, runs } = passage.text;
  const count = text.split("\n").length - 1;
  return runs.flatMap(({ ordinal, line, pieces }, at) => {
    if (pieces !== undefined) return pieces.map((piece) => piece.line);
    return Array.from({ length: (runs[at + 1]?.ordinal ?? count) - ordinal }, (_, index) => line + index);
  });
}

async function taken(passages: AsyncIterable<Passage>): Promise<readonly Passage[]> {
  const all: Passage[] = [];
  for await (const passage of passages) all.push(passage);
  return all;
}
