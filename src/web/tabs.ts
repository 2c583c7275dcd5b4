import { type Input, nameBeside, PASTE } from "./inputs.ts";

/** What one tab holds: a text that can be edited, a file, or the files of a folder by their paths within it. */
export type Content =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "file"; readonly bytes: Blob }
  | { readonly is: "folder"; readonly files: readonly Input[] };

/** Something that was handed in, before it has a place among the others. */
export interface HandedIn {
  readonly name: string;
  readonly content: Content;
}

/** Something that was handed in. Its name is that in the report, so no two have the same; the id stays when it changes. */
export interface Tab extends HandedIn {
  readonly id: number;
}

/** The tabs with one more, or several, behind them. */
export function withMore(tabs: readonly Tab[], more: readonly HandedIn[]): readonly Tab[] {
  const all = [...tabs];
  for (const { name, content } of more) {
    const id = all.reduce((largest, tab) => Math.max(largest, tab.id), 0) + 1;
    all.push({ id, name: nameBeside(name, namesOf(all)), content });
  }
  return all;
}

/** The name of one more pasted text. */
export function nextPaste(tabs: readonly Tab[]): string {
  const taken = namesOf(tabs);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? PASTE : `${PASTE} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The tabs, one of them under another name; an empty one changes nothing. */
export function renamed(tabs: readonly Tab[], id: number, name: string): readonly Tab[] {
  const wanted = name.trim();
  const others = tabs.filter((tab) => tab.id !== id);
  return wanted === "" ? tabs : withTab(tabs, id, { name: nameBeside(wanted, namesOf(others)) });
}

/** The tabs, with something else in one of them. */
export function withTab(tabs: readonly Tab[], id: number, change: Partial<HandedIn>): readonly Tab[] {
  return tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab));
}

/** True for a tab with nothing in it. */
export function isEmpty({ content }: HandedIn): boolean {
  return content.is === "text" && content.text === "";
}

/** What is to be read of the tabs, under the names that the report gives it. */
export function inputsOf(tabs: readonly Tab[]): readonly Input[] {
  return tabs.filter((tab) => !isEmpty(tab)).flatMap(inputsIn);
}

function inputsIn({ name, content }: Tab): readonly Input[] {
  switch (content.is) {
    case "text":
      return [{ name, bytes: new Blob([content.text]) }];
    case "file":
      return [{ name, bytes: content.bytes }];
    case "folder":
      return content.files.map((file) => ({ name: `${name}/${file.name}`, bytes: file.bytes }));
  }
}

/** True for a source that is the tab itself, or something in its archive or folder. */
export function isSourceOf({ name }: Tab, source: string): boolean {
  return source === name || source.startsWith(`${name}!`) || source.startsWith(`${name}/`);
}

function namesOf(tabs: readonly HandedIn[]): readonly string[] {
  return tabs.map(({ name }) => name);
}
