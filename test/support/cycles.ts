import { importsOf, type SourceTree } from "./imports.ts";

/** Files by what each of them imports. */
type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Files that import each other in a circle, and rooms that do, each circle as its members joined by commas. A room is a
 * folder of `src/`, a file that stands loose in it, or the grammars as one.
 */
export function cycles(tree: SourceTree): readonly string[] {
  const values = circles(graphOf(tree, ["values"])).map((files) => `${files.join(", ")} (values)`);
  const all = graphOf(tree, ["values", "types"]);
  const types = circles(all)
    .filter((files) => !MAY_CIRCLE_BY_TYPES.test(files.join(" ")))
    .map((files) => `${files.join(", ")} (types)`);
  const rooms = circles(graphOfRooms(all)).map((names) => `${names.join(", ")} (rooms)`);
  return [...new Set([...values, ...types, ...rooms])];
}

/** To be dropped: the types of records still stand in the doors of the grammars' folders, which import their readers. */
const MAY_CIRCLE_BY_TYPES = /^grammar\/\S+(?: grammar\/\S+)*$/;

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

function graphOfRooms(files: Graph): Graph {
  const rooms = new Map<string, string[]>();
  for (const [file, imported] of files) {
    const room = roomOf(file);
    const others = imported.map(roomOf).filter((other) => other !== room);
    rooms.set(room, [...(rooms.get(room) ?? []), ...others]);
  }
  return rooms;
}

function roomOf(file: string): string {
  const [top = file, ...below] = file.split("/");
  return top === "grammar" ? top : [top, below[0]].join("/");
}
