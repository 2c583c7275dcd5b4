import { type DatasetChoice, type DatasetName, datasets, openDataset } from "../datasets/index.ts";
import type { Part, Sink } from "./sinks.ts";
import { OutputError } from "./terminal.ts";

/** A file of typed tables on the way to its sink. Throws an OutputError, as its functions do. */
export async function datasetPart(format: DatasetName, choice: DatasetChoice, name: string, sink: Sink): Promise<Part> {
  try {
    if (datasets[format].comesAs === "file" && sink.file === undefined)
      throw new Error(`${format} needs a file, and this is a pipe or a device`);
    const { file, connections, report } = await openDataset(format, choice, sink.file);
    return {
      rendering: {
        opening: "",
        connections: (rows) => writing(name, connections(rows)),
        report: (whole) => writing(name, report(whole)),
        remarks: file.remarks,
      },
      sink: {
        ...sink,
        async discard() {
          file.giveUp();
          await sink.discard();
        },
      },
    };
  } catch (error) {
    await sink.discard();
    throw new OutputError(name, error);
  }
}

/** A database writes to its file while it is given rows: what goes wrong then is the output's. */
function* writing(name: string, pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw new OutputError(name, error);
  }
}
