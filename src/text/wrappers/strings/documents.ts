import type { Edit } from "../../mends/mend.ts";
import { escapeAt } from "./escapes.ts";
import { hostsBehind, isHostKey, type MemberPlace, mayBeHostKey } from "./naming.ts";
import { holdsLines, keyOf, writeContent } from "./text-strings.ts";
import type { StringToken } from "./tokens.ts";
import { decodeTo, dropTo, endLine, keepTo, type Writing, writingOf } from "./writing.ts";

/** A document while its lines are put together. */
interface DocumentWriting {
  readonly writing: Writing;
  readonly tokens: readonly StringToken[];
  /** The members behind the texts, by the index of the text, that name the host. */
  readonly hosts: ReadonlyMap<number, MemberPlace>;
  /** How deep the place is nested, and how deep the names of hosts are in what Ansible prints. */
  depth: number;
  hostDepth: number;
  /** How deep the names are that hosts may have, the outermost ones; undefined before the first. */
  ownerDepth: number | undefined;
  /** The key of the string before, and the key of the list that repeats a text. */
  key: string;
  listed: string | undefined;
  /** True right behind a text: a member there is no line of it. */
  isBelowText: boolean;
}

/** What says of a key that nothing is known: below settings it would read as one of them. */
const emptyMember = /[ \t]{0,8}:[ \t]{0,8}(?:None|null)(?=[\s,}]|$)/y;

/**
 * The edits for a line of JSON or of code that holds such strings: each text and each member on lines of its own.
 * `isPart` says that lines above have opened an object that may be called by the host.
 */
export function textEdits(text: string, tokens: readonly StringToken[], isPart: boolean): readonly Edit[] | undefined {
  if (!tokens.some((token) => isText(text, token))) return undefined;
  const writing = writingOf(text);
  const hosts = hostsBehind(text, tokens);
  const moved = new Set([...hosts.values()].flatMap(({ key, value }) => [key, value]));
  const doc: DocumentWriting = {
    writing,
    tokens,
    hosts,
    depth: 0,
    hostDepth: -1,
    ownerDepth: isPart ? -1 : undefined,
    key: "",
    listed: undefined,
    isBelowText: false,
  };
  for (const [at, token] of tokens.entries()) {
    const isRepeated = doc.key === doc.listed && keyOf(text, token) === undefined;
    if (!isRepeated) frameTo(doc, moved.has(at) && hasKeyBefore(doc, at) ? writing.at : token.from);
    if (isRepeated || moved.has(at)) dropTo(writing, token.to);
    else writeString(doc, at, token);
  }
  frameTo(doc, text.length);
  return writing.edits;
}

function isText(text: string, token: StringToken): boolean {
  return holdsLines(text, token) && keyOf(text, token) === undefined;
}

/** True for the value of a member: what stands between both goes with them. */
function hasKeyBefore({ writing: { text }, tokens }: DocumentWriting, at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && keyOf(text, before) !== undefined;
}

function writeString(doc: DocumentWriting, at: number, token: StringToken): void {
  const { writing, tokens } = doc;
  const key = keyOf(writing.text, token);
  if (key !== undefined) {
    if (doc.isBelowText) writing.edits.push({ from: writing.at, to: writing.at, text: "\n" });
    doc.isBelowText = false;
    writeKey(doc, token, key, tokens[at + 1]);
    doc.key = key;
  } else if (holdsLines(writing.text, token)) {
    endLine(writing);
    writeHost(doc, at);
    writeContent(writing, token);
    endLine(writing);
    // Ansible prints each text a second time, as the list of its lines.
    doc.listed = `${doc.key}_lines`;
    doc.isBelowText = true;
  } else {
    writeName(writing, token);
  }
}

/** The host that a member behind the text names, as the label of a line above it. */
function writeHost({ writing, tokens, hosts }: DocumentWriting, at: number): void {
  const value = tokens[hosts.get(at)?.value ?? -1];
  if (value === undefined) return;
  const name = writing.text.slice(value.start, value.end);
  writing.edits.push({ from: writing.at, to: writing.at, text: `Host: ${name}\n` });
}

function writeKey(doc: DocumentWriting, token: StringToken, key: string, next: StringToken | undefined): void {
  const { writing } = doc;
  emptyMember.lastIndex = token.to;
  const empty = emptyMember.exec(writing.text)?.[0].length;
  if (empty !== undefined) {
    dropTo(writing, token.to + empty);
    return;
  }
  if (doc.depth === doc.hostDepth) {
    endLine(writing);
    writeBetween(writing, token, "ok: [", "]");
  } else if (next !== undefined && (isText(writing.text, next) || opensObject(writing.text, token)) && isHostKey(key)) {
    endLine(writing);
    writing.edits.push({ from: writing.at, to: writing.at, text: "\n" });
    writeBetween(writing, token, "Host: ", "");
    dropTo(writing, isText(writing.text, next) ? next.from : writing.text.indexOf("{", token.to));
    doc.ownerDepth ??= doc.depth;
  } else {
    if (key === "hosts") doc.hostDepth = doc.depth + 1;
    const isAbove = next !== undefined && (isText(writing.text, next) || opensObject(writing.text, token));
    // Within what is of a host are its parts.
    if (isAbove && mayBeHostKey(key) && doc.depth <= (doc.ownerDepth ?? doc.depth)) {
      writing.edits.push({ from: writing.at, to: writing.at, text: "\n" });
      doc.ownerDepth = doc.depth;
      writeName(writing, token);
    } else if (isAbove && doc.ownerDepth !== undefined && doc.depth > doc.ownerDepth) dropTo(writing, next.from);
    else writeName(writing, token);
  }
}

/** True for the key of an object. */
function opensObject(text: string, { to }: StringToken): boolean {
  return /^[ \t]{0,8}:[ \t]{0,8}\{/.test(text.slice(to, to + 20));
}

/** The content of a string between other marks than its own. */
function writeBetween(writing: Writing, { from, start, end, to }: StringToken, before: string, behind: string): void {
  writing.edits.push({ from, to: start, text: before });
  writing.at = start;
  keepTo(writing, end);
  writing.edits.push({ from: end, to, text: behind });
  writing.at = to;
}

/** A string of one line without its marks. */
function writeName(writing: Writing, { start, end, to }: StringToken): void {
  dropTo(writing, start);
  decodeTo(writing, end, (text, at) => {
    const found = escapeAt(text, at);
    return found?.text === "\n" ? undefined : found;
  });
  dropTo(writing, to);
}

/** What stands between strings: its brackets and commas end lines. */
function frameTo(doc: DocumentWriting, to: number): void {
  const { writing } = doc;
  for (let at = writing.at; at < to; at += 1) {
    const sign = writing.text[at] ?? "";
    if (!"{}[],".includes(sign)) continue;
    keepTo(writing, at);
    endLine(writing);
    // What stands in another object is no part of a capture above it.
    if (sign === "{") writing.edits.push({ from: at, to: at, text: "\n" });
    dropTo(writing, at + 1);
    if (sign === "{") doc.depth += 1;
    if (sign === "}") doc.depth -= 1;
  }
  keepTo(writing, to);
}
