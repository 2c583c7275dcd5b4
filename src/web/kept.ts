import { type HandedIn, isEmpty, type Tab } from "./tabs.ts";

/** The part of a browser's storage that is used: that of one tab of it, which goes when that is closed. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "chimneysweep";

/** Characters that are kept of all together: browsers keep about five million. */
const MOST_CHARACTERS = 4_000_000;

/** A tab as it is kept: a text as it is, a file in base64. */
interface Kept {
  readonly name: string;
  readonly text?: string;
  readonly file?: string;
}

/** Keeps what was handed in over a reload. Comes to the names of what is too large for that. */
export async function keep(tabs: readonly Tab[], store: Store): Promise<readonly string[]> {
  const kept: Kept[] = [];
  const left: string[] = [];
  let room = MOST_CHARACTERS;
  for (const tab of tabs.filter((one) => !isEmpty(one))) {
    const one = await keptOf(tab, room);
    if (one === undefined) left.push(tab.name);
    else kept.push(one);
    room -= (one?.text ?? one?.file ?? "").length;
  }
  try {
    if (kept.length === 0) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(kept));
    return left;
  } catch {
    return tabs.map(({ name }) => name); // the browser has no room, or keeps nothing for files
  }
}

async function keptOf({ name, content }: Tab, room: number): Promise<Kept | undefined> {
  if (content.is === "folder") return undefined;
  if (content.is === "text") return content.text.length > room ? undefined : { name, text: content.text };
  if (content.bytes.size * (4 / 3) > room) return undefined;
  const bytes = new Uint8Array(await content.bytes.arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return { name, file: btoa(letters) };
}

const PIECE = 8192;

/** What was kept; nothing where it is none of ours. */
export function restored(store: Store): readonly HandedIn[] {
  try {
    const parsed: unknown = JSON.parse(store.getItem(KEY) ?? "[]");
    return Array.isArray(parsed) ? parsed.flatMap(restoredOne) : [];
  } catch {
    return [];
  }
}

function restoredOne(kept: unknown): readonly HandedIn[] {
  if (typeof kept !== "object" || kept === null || !("name" in kept) || typeof kept.name !== "string") return [];
  if ("text" in kept && typeof kept.text === "string")
    return [{ name: kept.name, content: { is: "text", text: kept.text } }];
  if (!("file" in kept) || typeof kept.file !== "string") return [];
  const bytes = Uint8Array.from(atob(kept.file), (letter) => letter.charCodeAt(0));
  return [{ name: kept.name, content: { is: "file", bytes: new Blob([bytes]) } }];
}

/** The storage of this tab of the browser, where there is one: some have none for files. */
export function storeOfTab(): Store | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
