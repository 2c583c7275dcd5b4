import type { Source } from "../../../src/index.ts";
import type { TestBundle } from "./bundle.ts";
import { encode } from "./encode.ts";

/**
 * The text files of a bundle and of the archives inside, as they are opened. `around` is what their names begin with, a
 * star standing for the name of the bundle, such as `*.zip!`.
 */
export function sourcesOf({ name, files }: TestBundle, around: string): readonly Source[] {
  return files.flatMap((file): readonly Source[] => {
    const path = `${around.replace("*", () => name)}${file.path}`;
    if ("inner" in file) return sourcesOf(file.inner, `${path}!`);
    if (!("text" in file)) return [];
    return [{ name: path, isOneOfMany: true, bytes: once(encode(file.text, file.encoding)) }];
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
