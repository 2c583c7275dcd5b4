import type { Line } from "../../../grammar/contract/place.ts";
import { isTellingName } from "../../../grammar/markers/index.ts";
import { edited } from "../mends/mend.ts";
import { anyLine, MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** `srv01: TCP …` of pdsh and clush, `srv01  TCP …` of knife. */
const prefix = /^(?<host>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,252})(?:(?<colon>:)(?: |$)|(?=[ \t]|$))/u;
/** A row, or the rule under a title. */
const answer = /^[ \t]{0,40}(?:(?:TCP|UDP)(?:v6)?[ \t]+[^\s:][^\s]{0,300}:[^\s]{1,64}[ \t]+[^\s]{1,300}:|-{20})/i;
const mayHold = /[^\s:"'<>|#]{1,253}(?::[ \t]{0,40}|[ \t]{1,80})(?:(?:TCP|UDP|tcp|udp)(?:v6)?[ \t]+[^\s:]|-{20})/y;
/** Names of processes and words of logs stand in front of rows as well. */
const noHost =
  /\.exe$|^(?:tcp|udp)(?:v6)?$|^(?:trace|debug|info|notice|warn|warning|error|fatal|verbose|stdout|stderr|out)$/i;

/** Lines held back until a row shows whether what they begin with is a host. */
const MOST_HELD = 100;
/** Lines that are sorted by their hosts: answers of several come mixed. */
const MOST_SORTED = 20_000;

/** A digit or a letter. */
function isNoSign(code: number): boolean {
  return code >= 0x30 && (code < 0x3a || code > 0x40);
}

interface Found {
  readonly line: Line;
  readonly host: string;
  readonly hasColon: boolean;
}

/** The names of hosts that knife, pdsh and their like put in front of each line of an answer: each gets a heading. */
export const hostNames: Wrapper = {
  name: "lines behind names of hosts",
  mayHold: (text) => anyLine(text, mayHold, isNoSign),
  begin: () => begin(),
};

function begin(): Unwrapping {
  const known = new Set<string>();
  let held: Found[] = [];
  let size = 0;
  const rest = (): readonly Line[] => {
    const lines = held;
    held = [];
    size = 0;
    return sorted(lines, known);
  };
  return {
    take: (line) => {
      const found = foundIn(line, known);
      if (found === undefined) return held.length === 0 ? [line] : [...rest(), line];
      held.push(found);
      size += line.text.length;
      if (isAnswer(found)) accept(held, found, known);
      const isFull = held.length > (known.size > 0 ? MOST_SORTED : MOST_HELD) || size > MOST_HELD_BACK;
      return isFull ? rest() : [];
    },
    rest,
  };
}

function foundIn(line: Line, known: ReadonlySet<string>): Found | undefined {
  const { host, colon } = prefix.exec(line.text)?.groups ?? {};
  if (host === undefined || noHost.test(host)) return undefined;
  if (!known.has(host) && !isTelling(host)) return undefined;
  return { line, host, hasColon: colon !== undefined };
}

/** Logs begin with the same few words and numbers again and again. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 500;

function isTelling(host: string): boolean {
  const told = judged.get(host) ?? isTellingName(host);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(host, told);
  return told;
}

function isAnswer({ line, host, hasColon }: Found): boolean {
  return answer.test(line.text.slice(host.length + (hasColon ? 1 : 0)));
}

/** A host whose row was found; with it those whose lines came mixed with its own. */
function accept(held: readonly Found[], { host, hasColon }: Found, known: Set<string>): void {
  if (known.has(host)) return;
  known.add(host);
  for (const other of held) if (other.hasColon === hasColon) known.add(other.host);
}

/** The lines without their hosts, those of each host below its heading; lines of no host stay in front. */
function sorted(held: readonly Found[], known: ReadonlySet<string>): readonly Line[] {
  const others = held.filter(({ host }) => !known.has(host)).map(({ line }) => line);
  const hosts = new Map<string, Found[]>();
  for (const found of held) {
    if (!known.has(found.host)) continue;
    const lines = hosts.get(found.host) ?? [];
    lines.push(found);
    hosts.set(found.host, lines);
  }
  return [...others, ...[...hosts.values()].flatMap(withoutNames)];
}

function withoutNames(lines: readonly Found[]): readonly Line[] {
  const behind = lines.map(({ line: { text }, host, hasColon }) => text.slice(host.length + (hasColon ? 1 : 0)));
  const indents = behind.filter((text) => text.trim() !== "").map((text) => text.length - text.trimStart().length);
  // knife fills up shorter names with blanks.
  const indent = lines[0]?.hasColon === true ? 1 : Math.min(...indents);
  return lines.flatMap(({ line, host, hasColon }, at) => {
    const end = Math.min(line.text.length, host.length + (hasColon ? 1 : 0) + indent);
    if (at > 0) return edited(line, [{ from: 0, to: end, text: "" }]);
    return edited(line, [
      { from: 0, to: 0, text: "Host: " },
      { from: host.length, to: end, text: "\n" },
    ]);
  });
}
