import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Source files by their path from the root of the project, with `/`. Tests make one up to see the checks fail. */
export type SourceTree = ReadonlyMap<string, string>;

/** One import or re-export of a file. */
export interface Import {
  /** As written; `?` for a dynamic import of anything but a plain string. */
  readonly specifier: string;
  /** Path from the root of what a relative specifier names; null for a package. */
  readonly path: string | null;
  readonly takes: "values" | "types";
}

/** What a part of the tree may reach. The first part whose pattern a file matches is the file's part. */
export interface Fence {
  /** `folder/**` is the folder and all below, `folder/*` its own files, anything else one file. */
  readonly part: string;
  /** Patterns of what it may import beside itself. */
  readonly may: readonly string[];
  /** Patterns of what it may import types of. */
  readonly types?: readonly string[];
  /** Of a closed part the files may not import each other, but for those that `may` names. */
  readonly inside?: "closed";
  readonly why: string;
}

/** Patterns of the places that may import a package; `node:` stands for all of Node's own modules. */
export interface Home {
  readonly package: string;
  readonly at: readonly string[];
}

const IMPORT =
  /^(?:import|export)\s+(?<type>type\s+)?(?<names>[\w*{][\w\s,*{}$]*?)\s*from\s*"(?<from>[^"]+)"|^import\s+"(?<bare>[^"]+)"|(?<typeOf>\btypeof\s+)?\bimport\(\s*(?:"(?<dynamic>[^"]+)"\s*\))?/gm;

/** Names in braces that are types one by one. */
const ONLY_TYPES = /^\{(?:\s*type\s[^,}]+,?)+\s*\}$/;

/** Comments, strings, and regular expressions where none but these can begin with a slash. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|(?<=(?:[(=,:[!&|?{};>\n]|\breturn)\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;

/** Every TypeScript file below the folders of a directory, folder by folder in the order of the paths. */
export function readTree(root: string, folders: readonly string[]): SourceTree {
  const paths = folders.flatMap((folder) => filesBelow(root, folder)).filter((path) => /\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(posix.join(root, path), "utf8")]));
}

/** The texts and regular expressions in code, without the marks around them. */
export function literalsOf(code: string): readonly string[] {
  return [...code.matchAll(TOKEN)].flatMap(([token]) => (/^\/[/*]/.test(token) ? [] : [token.slice(1, -1)]));
}

/** Every file below a folder, by its path from the root. */
export function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}

/** The imports of a file: `import … from`, `export … from`, bare imports, `import()` and the type `import("…")`. */
export function importsOf(path: string, text: string): readonly Import[] {
  return [...programOf(text).matchAll(IMPORT)].map((match) => {
    const { type, names = "", from, bare, typeOf, dynamic } = match.groups ?? {};
    const specifier = from ?? bare ?? dynamic ?? "?";
    const target = specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : null;
    const isType = type !== undefined || typeOf !== undefined || ONLY_TYPES.test(names);
    return { specifier, path: target, takes: isType ? "types" : "values" };
  });
}

/** Imports across a fence, as `file → stray import`. A file that no fence knows, or an import of nothing, is one too. */
export function strayImports(tree: SourceTree, fences: readonly Fence[]): readonly string[] {
  const stray: string[] = [];
  for (const [file, text] of tree) {
    const fence = fences.find(({ part }) => matches(file, part));
    if (fence === undefined) stray.push(`${file} → is in no part of the house`);
    for (const { specifier, path, takes } of importsOf(file, text)) {
      if (specifier === "?") stray.push(`${file} → import() of something that is no plain string`);
      if (path === null) continue;
      if (!tree.has(path)) stray.push(`${file} → ${specifier}, which is no file of the house`);
      else if (fence !== undefined && !isAllowed(path, takes, fence)) stray.push(`${file} → ${path} (${takes})`);
    }
  }
  return stray;
}

/** Imports of one room of `src` from another that are of no `index.ts`, as `file → path`; `open` are patterns of what may be. */
export function pastDoors(tree: SourceTree, open: readonly string[]): readonly string[] {
  return [...tree].flatMap(([file, text]) =>
    importsOf(file, text).flatMap(({ path }) => {
      const room = path === null ? undefined : /^src\/[^/]+\//.exec(path)?.[0];
      if (path === null || room === undefined || file.startsWith(room) || path === `${room}index.ts`) return [];
      return open.some((pattern) => matches(path, pattern)) ? [] : [`${file} → ${path}`];
    }),
  );
}

/** Imports of packages away from their homes, as `file → package`. */
export function strayPackages(tree: SourceTree, homes: readonly Home[]): readonly string[] {
  return packageImports(tree)
    .filter(({ file, name }) => {
      const home = homes.find((known) => known.package === name);
      return home === undefined || !home.at.some((pattern) => matches(file, pattern));
    })
    .map(({ file, name }) => `${file} → ${name}`);
}

/** Every import of a package, by the package's name; all of Node's own modules are called `node:`. */
export function packageImports(tree: SourceTree): readonly { readonly file: string; readonly name: string }[] {
  return [...tree].flatMap(([file, text]) =>
    importsOf(file, text)
      .filter(({ specifier, path }) => path === null && specifier !== "?")
      .map(({ specifier }) => ({ file, name: packageOf(specifier) })),
  );
}

/** True when the path is one that the pattern of a fence or home stands for. */
export function matches(path: string, pattern: string): boolean {
  if (pattern.endsWith("/**")) return path.startsWith(pattern.slice(0, -2));
  if (pattern.endsWith("/*")) return `${posix.dirname(path)}/*` === pattern;
  return path === pattern;
}

/** The program text alone: comments are blank, strings and regular expressions empty. Templates stay as they are. */
export function codeOf(text: string): string {
  return text.replace(TOKEN, (token) => {
    if (isComment(token)) return blanked(token);
    return token.startsWith("`") ? token : '""';
  });
}

/** The text with its imports left: comments are blank, and so are the strings that no import is written with. */
function programOf(text: string): string {
  return text.replace(TOKEN, (token) => (isComment(token) || /^['`]/.test(token) ? blanked(token) : token));
}

function isComment(token: string): boolean {
  return token.startsWith("//") || token.startsWith("/*");
}

function blanked(token: string): string {
  return token.replace(/[^\n]/g, " ");
}

function isAllowed(path: string, takes: Import["takes"], { part, may, types = [], inside }: Fence): boolean {
  const patterns = [...may, ...(inside === "closed" ? [] : [part]), ...(takes === "types" ? types : [])];
  return patterns.some((pattern) => matches(path, pattern));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
