import type { Line } from "../../../grammar/contract/place.ts";
import { isTellingName } from "../../../grammar/markers/index.ts";
import { edited } from "../mends/mend.ts";
import { anyLine, atBeginning, MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** `srv01: TCP …` of pdsh and clush, `[srv01] out: TCP …` of Fabric, `srv01 | TCP …`, `srv01  TCP …` of knife. */
const prefix =
  /^(?:\[(?<bracketed>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,252})\](?: out)?:?|(?<host>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,252})(?<sign>:| [|>])?)(?=[ \t]|$)/u;
/** A row, or the rule under a title. */
const answer = /^[ \t]{0,40}(?:(?:TCP|UDP)(?:v6)?[ \t]+[^\s:][^\s]{0,300}:[^\s]{1,64}[ \t]+[^\s]{1,300}:|-{20})/i;
const mayHold =
  /\[?[^\s:"'<>|#\]]{1,253}(?:\](?: out)?:?|:| [|>])?[ \t]{1,80}(?:(?:TCP|UDP|tcp|udp)(?:v6)?[ \t]+[^\s:]|-{20})/y;
/** Names of processes and words of logs stand in front of rows as well. */
const noHost =
  /\.exe$|^(?:tcp|udp)(?:v6)?$|^(?:trace|debug|info|notice|warn|warning|error|fatal|verbose|stdout|stderr|out)$/i;

/** Lines held back until a row shows whether what they begin with is a host. */
const MOST_HELD = 100;
/** Lines that are sorted by their hosts: answers of several come mixed. */
const MOST_SORTED = 20_000;

/** A digit or a letter. */
function isNoSign(code: number): boolean {
  return code >= 0x30 && (code < 0x3a || code > 0x40); // "[" included
}

interface Found {
  readonly line: Line;
  readonly host: string;
  /** Index of the host, and behind it with the sign that follows it. */
  readonly start: number;
  readonly end: number;
  readonly hasSign: boolean;
}

/** The names of hosts that knife, pdsh and their like put in front of each line of an answer: each gets a heading. */
export const hostNames: Wrapper = {
  name: "lines behind names of hosts",
  hints: [atBeginning(mayHold)],
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
  const found = prefix.exec(line.text);
  const { bracketed, host = bracketed, sign } = found?.groups ?? {};
  if (found === null || host === undefined || noHost.test(host)) return undefined;
  if (!known.has(host) && !isTelling(host)) return undefined;
  const hasSign = bracketed !== undefined || sign !== undefined;
  return { line, host, start: bracketed === undefined ? 0 : 1, end: found[0].length, hasSign };
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

function isAnswer({ line, end }: Found): boolean {
  return answer.test(line.text.slice(end));
}

/** A host whose row was found; with it those whose lines came mixed with its own. */
function accept(held: readonly Found[], { host, hasSign }: Found, known: Set<string>): void {
  if (known.has(host)) return;
  known.add(host);
  for (const other of held) if (other.hasSign === hasSign) known.add(other.host);
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
  const indents = lines.flatMap(({ line: { text }, end }) => {
    const behind = text.slice(end);
    return behind.trim() === "" ? [] : [behind.length - behind.trimStart().length];
  });
  // knife fills up shorter names with blanks.
  const indent = lines[0]?.hasSign === true ? 1 : Math.min(...indents);
  return lines.flatMap(({ line, host, start, end }, at) => {
    const to = Math.min(line.text.length, end + indent);
    if (at > 0) return edited(line, [{ from: 0, to, text: "" }]);
    return edited(line, [
      { from: 0, to: start, text: "Host: " },
      { from: start + host.length, to, text: "\n" },
    ]);
  });
}
