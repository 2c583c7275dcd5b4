import type { Input } from "./inputs.ts";

/** What came of a drop or a choice of files: what can be read, and what is said of the rest. */
export interface Dropped {
  readonly inputs: readonly Input[];
  readonly notices: readonly string[];
}

/** The part of what is dropped that is looked at. */
export interface DroppedItem {
  readonly kind: string;
  getAsFile(): File | null;
  webkitGetAsEntry?(): { readonly isDirectory: boolean; readonly name: string } | null;
}

/** What was dropped, asked for at once: a browser forgets it when the event is over. */
export function droppedFrom(items: readonly DroppedItem[]): Dropped {
  const inputs: Input[] = [];
  const notices: string[] = [];
  for (const item of items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry?.();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) notices.push(folderNotice(entry.name));
    else if (file !== null) inputs.push({ name: file.name, bytes: file });
  }
  return { inputs, notices };
}

/** Files whose bytes can be had, and a notice for each of the others: one that was moved meanwhile, a folder. */
export async function readable({ inputs, notices }: Dropped): Promise<Dropped> {
  const checked = await Promise.all(inputs.map(async (input) => ({ input, fault: await faultOf(input) })));
  return {
    inputs: checked.filter(({ fault }) => fault === undefined).map(({ input }) => input),
    notices: [...notices, ...checked.flatMap(({ fault }) => (fault === undefined ? [] : [fault]))],
  };
}

async function faultOf({ name, bytes }: Input): Promise<string | undefined> {
  try {
    await bytes.slice(0, 1).arrayBuffer();
    return undefined;
  } catch {
    return `${name} can't be read: it may be a folder, or may have been moved or be in use. Nothing else has changed.`;
  }
}

function folderNotice(name: string): string {
  return `${name} is a folder, which a page can't open. Drop the files that are in it, or a zip archive of it. Nothing else has changed.`;
}
