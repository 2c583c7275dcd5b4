import type { SourcePath } from "./collector.ts";

/** The parts of a source's name: archives end with `!`, folders with `/`, or `\\` where Windows named them. */
export function pathOf(name: string): SourcePath {
  const archives: string[] = [];
  const folders: string[] = [];
  let file = "";
  const nested = name.split("!");
  nested.forEach((part, at) => {
    const parts = part.split(/[/\\]/).filter((folder) => folder !== "" && folder !== ".");
    const last = parts.pop() ?? "";
    folders.push(...parts);
    if (at < nested.length - 1) archives.push(last);
    else file = last;
  });
  return { archives, folders, file };
}
