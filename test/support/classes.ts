import { grammars, type LineClass } from "../../grammar/index.ts";
import { segment } from "../../src/captures/segments/index.ts";
import { decode } from "../../src/text/encodings/index.ts";
import { mend } from "../../src/text/mends/index.ts";

/** The classes of each line of a source that is text: one, or several where several things stand on one line. */
export async function classesOfLines(bytes: Uint8Array): Promise<ReadonlyMap<number, readonly LineClass[]>> {
  const classes = new Map<number, LineClass[]>();
  const note = (line: number, found: LineClass) => classes.set(line, [...(classes.get(line) ?? []), found]);
  const chunks = async function* () {
    yield bytes;
  };
  for await (const passage of segment(mend(decode(chunks(), {})))) {
    if ("class" in passage) {
      for (const { pieces } of passage.lines) note(pieces[0].line, passage.class);
      continue;
    }
    const { runs } = passage.text;
    const reading = grammars.find(({ kind }) => kind === passage.kind)?.read(passage.text, passage);
    for (const [ordinal, found] of reading?.classes.entries() ?? []) {
      const run = runs.findLast((candidate) => candidate.ordinal <= ordinal);
      note((run?.line ?? 1) + ordinal - (run?.ordinal ?? 0), found);
    }
  }
  return classes;
}
