import { isTellingName, readLabel } from "../../../../grammar/markers/index.ts";
import { holdsLines, keyOf } from "./text-strings.ts";
import type { StringToken } from "./tokens.ts";

/** A member of an object, by the indexes of its two strings. */
export interface MemberPlace {
  readonly key: number;
  readonly value: number;
}

/** An object while its members go by. */
interface OpenObject {
  /** The text whose host no member has named so far. */
  nameless: number | undefined;
  isNamed: boolean;
}

const LONGEST_KEY = 60;
/** What names of keys have not. */
const unlikeKey = /\d|-|\.[^.]+\./;

/** True for a key that is the name of a host, as Salt has it. */
export function isHostKey(key: string): boolean {
  return unlikeKey.test(key) && isTellingName(key);
}

/** The host that a member names; undefined where it says something else. */
export function hostIn(key: string, value: string): string | undefined {
  if (key.length > LONGEST_KEY) return undefined;
  return readLabel(`${key}: ${value}`)?.host?.name;
}

/** The member that names the host of each text where it stands behind it in the same object, by the index of the text. */
export function hostsBehind(text: string, tokens: readonly StringToken[]): ReadonlyMap<number, MemberPlace> {
  const places = new Map<number, MemberPlace>();
  const objects: OpenObject[] = [{ nameless: undefined, isNamed: false }];
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    follow(text.slice(end, token.from), objects);
    end = token.to;
    const object = objects.at(-1);
    if (object === undefined) continue;
    const key = keyOf(text, token);
    if (key === undefined) {
      if (!object.isNamed && holdsLines(text, token)) object.nameless ??= at;
      continue;
    }
    const value = tokens[at + 1];
    if (object.isNamed || value === undefined || holdsLines(text, value)) continue;
    if (hostIn(key, text.slice(value.start, value.end)) === undefined) continue;
    object.isNamed = true;
    if (object.nameless !== undefined) places.set(object.nameless, { key: at, value: at + 1 });
  }
  return places;
}

function follow(frame: string, objects: OpenObject[]): void {
  for (const sign of frame) {
    if (sign === "{") objects.push({ nameless: undefined, isNamed: false });
    if (sign === "}" && objects.length > 1) objects.pop();
  }
}
