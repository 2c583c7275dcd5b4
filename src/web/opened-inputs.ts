import type { Source, UnreadSource } from "../index.ts";
import { newBudget } from "../sources/archives/budget.ts";
import { opened } from "../sources/archives/opening.ts";
import type { Volume } from "../sources/archives/volume.ts";
import { candidateNamed, sourcesIn } from "../sources/archives/walk.ts";
import { pageFormats } from "./archives.ts";
import { type Input, piecesOf } from "./inputs.ts";

/**
 * The sources in what was pasted and dropped, one input after the other, each with limits of its own. `count` learns of
 * the bytes that are read as they are.
 */
export async function* openInputs(
  inputs: readonly Input[],
  count: (bytes: number) => void,
): AsyncGenerator<Source | UnreadSource> {
  for (const { name, bytes } of inputs) {
    const opening = await opened(counted(bytes, count));
    try {
      yield* sourcesIn({ ...candidateNamed(name, pageFormats), opening, volume: volumeOf(bytes, count) }, newBudget());
    } finally {
      await opening.close();
    }
  }
}

async function* counted(bytes: Blob, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of piecesOf(bytes.stream())) {
    count(piece.length);
    yield piece;
  }
}

function volumeOf(bytes: Blob, count: (bytes: number) => void): Volume {
  return {
    size: bytes.size,
    read: async (start, length) => {
      const piece = new Uint8Array(await bytes.slice(start, start + length).arrayBuffer());
      count(piece.length);
      return piece;
    },
  };
}
