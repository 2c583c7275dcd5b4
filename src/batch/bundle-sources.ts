import { resolve } from "node:path";
import { filesInPlace, type Limits, openSources } from "../sources/index.ts";
import type { Source, UnreadSource } from "../text/source.ts";
import type { Bundle } from "./bundle.ts";

/**
 * The sources of one bundle under the names that analyze gives them. Its files are opened by their whole paths: no name
 * of a file is taken for a pattern or for standard input.
 */
export async function* sourcesOf(
  { name, members }: Bundle,
  cwd: string,
  limits: Limits | undefined,
): AsyncGenerator<Source | UnreadSource> {
  for (const member of members) {
    if (typeof member !== "string") {
      yield member;
      continue;
    }
    const path = resolve(cwd, member);
    // Somebody named it, or it is an archive: it is opened whatever it is called.
    const choice = member === name ? "everything" : "captures";
    const files = filesInPlace;
    const options = { cwd, stdin: nothing(), files, choice, ...(limits !== undefined && { limits }) } as const;
    for await (const source of openSources([path], options)) {
      yield { ...source, name: member + source.name.slice(path.length) };
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
