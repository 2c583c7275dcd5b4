import { clocks, compareBy, goesBy, type Moment } from "../moments.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** Names the process of an id at a moment; undefined where no list of processes of the host tells it. */
export type ProcessNames = (pid: number, moment: Moment) => string | undefined;

/** A list of processes: the image of each by its id. */
interface ProcessList extends Moment {
  readonly images: ReadonlyMap<number, string>;
}

const EXTENSION = /\.exe$/i;

/** The names of a host's processes. Windows gives an id to another process later, so of several lists the nearest counts. */
export function processNames(kept: KeptCaptures): ProcessNames {
  const lists = capturesOf(kept, "taskList").map(({ time, phase, records }): ProcessList => {
    return { time, phase, images: new Map(records.map(({ pid, image }) => [pid, image])) };
  });
  const nearest = rememberedBy((moment: Moment) => nearestTo(moment, lists));
  return (pid, moment) => (lists.length === 0 ? undefined : agreed(nearest(moment), pid));
}

/** The name that all the lists have for the id which have any. */
function agreed(lists: readonly ProcessList[], pid: number): string | undefined {
  const named = lists.flatMap(({ images }) => images.get(pid) ?? []);
  const isOne = new Set(named.map(withoutExtension)).size === 1;
  return isOne ? (named.find((name) => EXTENSION.test(name)) ?? named[0]) : undefined;
}

function withoutExtension(image: string): string {
  return image.replace(EXTENSION, "").toLowerCase();
}

/** The lists that are nearest in time, by the surest clock that all of them go by; all where none is. */
function nearestTo(moment: Moment, lists: readonly ProcessList[]): readonly ProcessList[] {
  const clock = clocks.find((one) => goesBy(one, moment) && lists.every((list) => goesBy(one, list)));
  if (clock === undefined) return lists;
  const apart = lists.map((list) => Math.abs(compareBy(clock, list, moment)));
  const least = Math.min(...apart);
  return lists.filter((_, at) => apart[at] === least);
}

/** The rows of a table are all of one moment. */
function rememberedBy(find: (moment: Moment) => readonly ProcessList[]): typeof find {
  let last: { readonly moment: Moment; readonly found: readonly ProcessList[] } | undefined;
  return (moment) => {
    if (last?.moment !== moment) last = { moment, found: find(moment) };
    return last.found;
  };
}
