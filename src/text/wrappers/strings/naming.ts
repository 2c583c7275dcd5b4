import { isPossibleName, isSectionWord, isTellingName, readLabel } from "../../../../grammar/markers/index.ts";
import { holdsLines, keyOf } from "./text-strings.ts";
import type { StringToken } from "./tokens.ts";

/** A member of an object, by the indexes of its two strings. */
export interface MemberPlace {
  readonly key: number;
  readonly value: number;
}

/** An object while its members go by. */
interface OpenObject {
  /** The key that it is the value of. */
  readonly key: string;
  /** The text whose host no member has named so far. */
  nameless: number | undefined;
  /** The first text in it or in objects within it. */
  within: number | undefined;
  isNamed: boolean;
  /** The member within an object of its own that names the host of the next text. */
  inner: MemberPlace | undefined;
}

const LONGEST_KEY = 60;
/** Objects around a text that may say whose it is: the innermost ones. */
const MOST_AROUND = 8;
/** Keys of the name in an object that is about the host. */
const nameKeys: ReadonlySet<string> = new Set(["name", "hostname", "fqdn"]);
/** What names of keys have not. */
const unlikeKey = /\d|-|\.[^.]+\./;

/** True for a key that is the name of a host, as Salt has it. */
export function isHostKey(key: string): boolean {
  return unlikeKey.test(key) && isTellingName(key);
}

/** True for any other word that may be one: at the beginning of a line it is a heading as in Salt's own format. */
export function mayBeHostKey(key: string): boolean {
  return isPossibleName(key) && !isSectionWord(key);
}

/** The host that a member names; undefined where it says something else. */
export function hostIn(key: string, value: string): string | undefined {
  if (key.length > LONGEST_KEY) return undefined;
  return readLabel(`${key}: ${value}`)?.host?.name;
}

/**
 * The member that names the host of each text, by the index of the text, where it stands behind it in the same object,
 * or anywhere in one within that: `"host": { "name": "srv01" }`.
 */
export function hostsBehind(text: string, tokens: readonly StringToken[]): ReadonlyMap<number, MemberPlace> {
  const places = new Map<number, MemberPlace>();
  const objects: OpenObject[] = [objectOf("")];
  let end = 0;
  let latest = "";
  for (const [at, token] of tokens.entries()) {
    follow(text.slice(end, token.from), objects, latest);
    end = token.to;
    const object = objects.at(-1);
    const key = keyOf(text, token);
    if (key === undefined && object !== undefined && holdsLines(text, token)) noteText(places, objects, object, at);
    latest = key ?? "";
    const value = tokens[at + 1];
    if (key === undefined || object === undefined || value === undefined || holdsLines(text, value)) continue;
    // Behind the key of an object stands the first key in it.
    if (keyOf(text, value) !== undefined) continue;
    const said = text.slice(value.start, value.end);
    const around = nameKeys.has(key.toLowerCase()) ? objects.at(-2) : undefined;
    const isInner = around !== undefined && !around.isNamed && hostIn(object.key, said) !== undefined;
    const owner = isInner ? around : object;
    if (owner.isNamed || (!isInner && hostIn(key, said) === undefined)) continue;
    owner.isNamed = true;
    const place = { key: at, value: at + 1 };
    const named = isInner ? owner.within : owner.nameless;
    if (named !== undefined) places.set(named, place);
    else if (isInner) owner.inner = place;
  }
  return places;
}

/** The text is of the host that a member within an object around it has named, or of one that comes behind it. */
function noteText(
  places: Map<number, MemberPlace>,
  objects: readonly OpenObject[],
  object: OpenObject,
  at: number,
): void {
  const near = objects.slice(-MOST_AROUND);
  for (const around of near) around.within ??= at;
  const owner = near.findLast(({ inner }) => inner !== undefined);
  if (owner?.inner === undefined) {
    if (!object.isNamed) object.nameless ??= at;
    return;
  }
  places.set(at, owner.inner);
  owner.inner = undefined;
}

function objectOf(key: string): OpenObject {
  return { key, nameless: undefined, within: undefined, isNamed: false, inner: undefined };
}

function follow(frame: string, objects: OpenObject[], key: string): void {
  for (const sign of frame) {
    if (sign === "{") objects.push(objectOf(key));
    if (sign === "}" && objects.length > 1) objects.pop();
  }
}
