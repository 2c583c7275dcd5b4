import { analyze } from "../../../src/index.ts";
import { defaultLimits, openSources } from "../../../src/sources/index.ts";
import { chunksOf } from "../../support/generators.ts";
import { memoryTerminal } from "../memory-terminal.ts";
import { archiveBytes } from "../mutations/archives.ts";
import { inputsOf } from "../mutations/index.ts";
import { addsUp, fitsSchema, staysInSource } from "../oracles.ts";
import { expectSame, type Target } from "../target.ts";

const MEGABYTE = 1024 * 1024;

/** Small ones, so that an input that unpacks to as much as they let it still has to be read in time. */
const limits = { ...defaultLimits, memberBytes: MEGABYTE, bundleBytes: 2 * MEGABYTE, entries: 500 };

/** Archives, sound and damaged, as a file that can be read at any place and as a stream. */
export const archiveReading: Target = {
  name: "archives",
  inputs: inputsOf(archiveBytes),
  runs: 12,
  async check({ bytes, choice }, step) {
    const { terminal } = memoryTerminal({ files: new Map([["a.zip", bytes]]), stdin: chunksOf(bytes, []) });
    const ofFile = () => analyze(openSources(["a.zip"], { ...terminal, stdin: terminal.stdin.bytes, limits }));
    const ofStream = (cuts: readonly number[]) =>
      analyze(openSources(["-"], { ...terminal, stdin: chunksOf(bytes, cuts), limits }));
    step();
    const file = await ofFile();
    addsUp(file);
    staysInSource(file);
    await fitsSchema(file);
    step();
    expectSame("the same again", file, await ofFile(), "the file read twice");
    step();
    const stream = await ofStream([]);
    addsUp(stream);
    step();
    const cuts = Array.from({ length: 7 }, (_, at) => (at * (choice + 3) * 104_729) % (bytes.length + 1));
    expectSame("the same in other chunks", stream, await ofStream(cuts), "standard input in 8 chunks");
    step();
    if (bytes.length > 4000) return;
    const bytewise = await ofStream(Array.from(bytes, (_, at) => at));
    expectSame("the same in other chunks", stream, bytewise, "standard input byte by byte");
  },
};
