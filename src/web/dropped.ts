import type { Input } from "./inputs.ts";
import type { HandedIn } from "./tabs.ts";

/** What came of a drop or a choice of files: what can be read, and what is said of the rest. */
export interface Dropped {
  readonly inputs: readonly HandedIn[];
  readonly notices: readonly string[];
}

/** Files of a folder that are taken: far more than a bundle has, and few enough to be listed. */
const MOST_FILES = 10_000;

/** A folder as a browser lends it. */
interface Folder {
  readonly kind: "directory";
  readonly name: string;
  values(): AsyncIterable<Folder | FileHandle>;
}

interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  getFile(): Promise<File>;
}

/** The part of what is dropped that is looked at. */
export interface DroppedItem {
  readonly kind: string;
  getAsFile(): File | null;
  webkitGetAsEntry?(): FileSystemEntry | null;
  getAsFileSystemHandle?(): Promise<unknown>;
}

/** What was dropped or pasted. Everything is asked for at once: a browser forgets it when the event is over. */
export async function droppedFrom(items: readonly DroppedItem[]): Promise<Dropped> {
  const all = items
    .filter(({ kind }) => kind === "file")
    .map((item) => {
      const entry = item.webkitGetAsEntry?.() ?? null;
      const handle = entry?.isDirectory === true ? item.getAsFileSystemHandle?.() : undefined;
      return { entry, file: item.getAsFile(), handle };
    });
  return together(await Promise.all(all.map(oneOf)));
}

interface Asked {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
  readonly handle: Promise<unknown> | undefined;
}

async function oneOf({ entry, file, handle }: Asked): Promise<Dropped> {
  if (entry?.isDirectory !== true) return file === null ? { inputs: [], notices: [] } : fileOf(file);
  const files: Input[] = [];
  try {
    if (handle !== undefined) await gather(folderHandle(await handle), "", files);
    else await gatherEntries(entry, "", files);
  } catch (error) {
    return { inputs: [], notices: [`${entry.name} is a folder that the browser does not open (${messageOf(error)}).`] };
  }
  return folderOf(entry.name, files);
}

/** Files that were chosen; those of a chosen folder make one input. */
export async function chosenFrom(files: readonly File[]): Promise<Dropped> {
  const folders = new Map<string, Input[]>();
  const alone: File[] = [];
  for (const file of files) {
    const [folder, ...path] = file.webkitRelativePath.split("/");
    if (folder === undefined || path.length === 0) alone.push(file);
    else folders.set(folder, [...(folders.get(folder) ?? []), { name: path.join("/"), bytes: file }]);
  }
  return together([
    ...[...folders].map(([name, inside]) => folderOf(name, inside)),
    ...(await Promise.all(alone.map(fileOf))),
  ]);
}

/** A file whose bytes can be had, or a notice: it may have been moved meanwhile. */
async function fileOf(file: File): Promise<Dropped> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return { inputs: [{ name: file.name, content: { is: "file", bytes: file } }], notices: [] };
  } catch {
    const notice = `${file.name} can't be read: it may have been moved or be in use. Nothing else has changed.`;
    return { inputs: [], notices: [notice] };
  }
}

function folderOf(name: string, files: readonly Input[]): Dropped {
  if (files.length === 0)
    return { inputs: [], notices: [`${name} is a folder without files. Nothing else has changed.`] };
  const sorted = files.toSorted((one, other) => (one.name < other.name ? -1 : 1)).slice(0, MOST_FILES);
  const isWhole = files.length <= MOST_FILES;
  const notices = isWhole ? [] : [`Of ${name} only the first ${MOST_FILES} files are read.`];
  return { inputs: [{ name, content: { is: "folder", files: sorted } }], notices };
}

/** All files below a folder, but those of version control. One more than are taken is enough to say so. */
async function gather(folder: Folder, path: string, files: Input[]): Promise<void> {
  for await (const handle of folder.values()) {
    if (files.length > MOST_FILES) return;
    if (handle.kind === "file") files.push({ name: path + handle.name, bytes: await handle.getFile() });
    else if (handle.name !== ".git") await gather(handle, `${path}${handle.name}/`, files);
  }
}

/** The same by the older way, which Firefox and Safari have. */
async function gatherEntries(folder: FileSystemEntry, path: string, files: Input[]): Promise<void> {
  const reader = (folder as FileSystemDirectoryEntry).createReader(); // it says that it is a directory
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0 || files.length > MOST_FILES) return;
    for (const entry of entries) {
      if (entry.isDirectory && entry.name !== ".git") await gatherEntries(entry, `${path}${entry.name}/`, files);
      if (entry.isFile) files.push({ name: path + entry.name, bytes: await fileIn(entry as FileSystemFileEntry) }); // it says so
    }
  }
}

function fileIn(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function folderHandle(handle: unknown): Folder {
  if (typeof handle === "object" && handle !== null && "values" in handle) return handle as Folder; // files have no values
  throw new Error("it is none");
}

function together(all: readonly Dropped[]): Dropped {
  return { inputs: all.flatMap(({ inputs }) => inputs), notices: all.flatMap(({ notices }) => notices) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
