import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A package that lies below a folder, in the path of one of its modules. */
const PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** Files in which packages say what they ask of those who pass them on. */
const LICENCE = /^(?:licen[cs]e|notice)(?:\.(?:md|txt))?$/i;

/**
 * The licences of all packages that modules come from, each under the package's name: they ask to be passed on. What
 * stands word for word under an earlier name, as most of it does, is not repeated.
 */
export async function licencesOf(modules: readonly string[]): Promise<string> {
  const packages = new Map<string, string>();
  for (const path of modules) {
    const [, folder, name] = PACKAGE.exec(path.replaceAll("\\", "/")) ?? [];
    if (folder !== undefined && name !== undefined) packages.set(name, folder);
  }
  const named = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = await Promise.all(named.map(([, folder]) => textsIn(folder)));
  const homes = new Map<string, string>();
  return named.map(([name], at) => `${name}\n\n${notRepeated(texts[at] ?? "", name, homes)}`).join("\n\n\n");
}

/** A shorter paragraph is a heading, and stays. */
const A_PARAGRAPH = 100;

/** A text, of whose paragraphs those that have a home already say only where that is. */
function notRepeated(text: string, name: string, homes: Map<string, string>): string {
  const told: string[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    const words = paragraph.replaceAll(/\s+/g, " ").trim();
    const home = homes.get(words);
    const instead = `(as under ${home})`;
    if (home === undefined || /copyright \(c\)/i.test(words)) told.push(paragraph);
    else if (told.at(-1) !== instead) told.push(words.length < A_PARAGRAPH ? paragraph : instead);
    if (home === undefined) homes.set(words, name);
  }
  return told.join("\n\n");
}

async function textsIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => LICENCE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  if (texts.length > 0) return texts.map((text) => text.trim()).join("\n\n");
  const { license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return String(license);
}
