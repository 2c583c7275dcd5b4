import { posix } from "node:path";
import { importsOf, type SourceTree } from "./imports.ts";

/** Files by what each of them imports. */
type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Files that import each other in a circle, each circle as its files joined by commas. A circle that is gone without
 * its type imports is allowed within one room: a folder, or a file and the folder of its name (`mend.ts` and `mends/`).
 */
export function cycles(tree: SourceTree): readonly string[] {
  const values = circles(graphOf(tree, ["values"])).map((files) => `${files.join(", ")} (values)`);
  const types = circles(graphOf(tree, ["values", "types"]))
    .filter((files) => new Set(files.map((file) => roomOf(file, tree))).size > 1)
    .map((files) => `${files.join(", ")} (types, in several rooms)`);
  return [...values, ...types];
}

function graphOf(tree: SourceTree, taking: readonly ("values" | "types")[]): Graph {
  const edges = [...tree].map(([file, text]): [string, string[]] => [
    file,
    importsOf(file, text).flatMap(({ path, takes }) => (path !== null && taking.includes(takes) ? [path] : [])),
  ]);
  return new Map(edges);
}

/** The groups of two files or more, or of one that imports itself, in which each file reaches every other one. */
function circles(graph: Graph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachableFrom(graph, file)]));
  const found: string[][] = [];
  for (const [file, reachable] of reached) {
    if (!reachable.has(file) || found.some((circle) => circle.includes(file))) continue;
    found.push([...reachable].filter((other) => reached.get(other)?.has(file) === true).sort());
  }
  return found;
}

/** The files that can be reached by one import or more; the file itself only when it lies in a circle. */
function reachableFrom(graph: Graph, file: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(graph.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return reached;
}

/** The folder of the file; for `x.ts` beside a folder `x/` or `xs/` that folder, whose door it is. */
function roomOf(file: string, tree: SourceTree): string {
  const name = file.slice(0, -posix.extname(file).length);
  const behind = [name, `${name}s`].find((room) => [...tree.keys()].some((other) => other.startsWith(`${room}/`)));
  return behind ?? posix.dirname(file);
}
