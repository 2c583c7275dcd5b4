import { bytesOf, type NamedContent, type Source, type UnreadSource } from "../text/index.ts";
import { candidateNamed, formats, type Limits, newBudget, opened, sourcesIn } from "./archives/index.ts";

/**
 * Opens files that are in memory, in their order: texts as they are, and of archives and mails what is in them, with all that
 * is nested in that. Each source has to be read before the next one is asked for.
 */
export async function* openContents(
  files: Iterable<NamedContent> | AsyncIterable<NamedContent>,
  limits?: Limits,
): AsyncGenerator<Source | UnreadSource> {
  for await (const { name, content } of files) {
    const opening = await opened(bytesOf(content));
    try {
      yield* sourcesIn({ ...candidateNamed(name, formats), opening }, newBudget(limits));
    } finally {
      await opening.close();
    }
  }
}
