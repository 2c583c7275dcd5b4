import type { Edit } from "../../mends/mend.ts";
import { keyOf, writeContent } from "./text-strings.ts";
import type { StringToken } from "./tokens.ts";
import { dropTo, endLine, keepTo, type Writing, writingOf } from "./writing.ts";

/** What stands around the strings of a list: brackets, commas, the signs that join strings, the dash of YAML. */
const around = /^[\s[\](){},;+\\@-]*$/;
/** How languages end such a line, beside that: `" & vbCrLf & _`. */
const behind =
  /^[\s[\](){},;+\\@-]*(?:[&+.][ \t]*(?:vb(?:CrLf|NewLine|Lf)|Environment\.NewLine|PHP_EOL|_)?[\s();,]*){0,4}$/;
/** A call with the string: `sb.AppendLine("`, `console.log("`, `Write-Host "`, `echo "`. */
const called = /^[ \t]*(?:[\w$.:>-]{1,60}[ \t]*\([ \t]*|(?:echo|print|puts|Write-(?:Host|Output))[ \t]+)$/i;
/** What gives the list a name: `"stdout_lines": [`, `$lines = @(`, `lines = [`. */
const named = /^[ \t{([]*(?:(?:"[^"\\]{1,80}"|'[^'\\]{1,80}'|[$\w.[\]<> ]{1,80}?)[ \t]*[:=][ \t]*)?@?[[({][ \t]*$/;
/** A blank line as the value of a member. */
const blankMessage = /^[ \t]*(?:- )?(?:msg|message):[ \t]{1,8}""[ \t]*$/;
/** One line of text as the value of a member: `msg: "` of Ansible. */
const valued = /^[ \t]*(?:- )?[\w.-]{1,40}:[ \t]{1,8}$/;
/** What joins strings of one line: `" & vbCrLf & "`. */
const joining = /^[ \t]*[&+.][ \t]*(?:(?:vb(?:CrLf|NewLine|Lf)|Environment\.NewLine|PHP_EOL)[ \t]*[&+.][ \t]*)?$/;
const assigned = /^[ \t]*[$\w.[\]<> ]{1,80}?[ \t]*\+?=[ \t]*$/;
/** What stands in front of the first string of a line. */
const LONGEST_HEAD = 200;
/** A line of a table or of a list of settings, the program of a row (` [svchost.exe]`) or a prompt, rather than a cell. */
const telling =
  /PS [A-Z]:\\|^[A-Z]:\\[^>]{0,200}>|[ \t]{2}|\\t|\t|-{5}|^[ \t]+\[[^\][]{1,80}\][ \t]*$|^\[[^\][]{1,80}\.\w{2,4}\]$|^[ \t]*(?:TCP|UDP)(?:v6)?[ \t]+\S+:\S/i;
const protocol = /^[ \t]*(?:TCP|UDP)(?:v6)?[ \t]*$/i;

/** The edits for a line of a list of strings, each of which is a line of text. */
export function listEdits(text: string, tokens: readonly StringToken[]): readonly Edit[] | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  const strings = keyOf(text, first) === undefined ? tokens : tokens.slice(1);
  const [begin] = strings;
  if (begin === undefined || !isList(text, strings, begin)) return undefined;
  const writing = writingOf(text);
  writeHead(writing, begin);
  for (const [at, token] of strings.entries()) {
    dropTo(writing, token.from);
    if (at > 0) writing.edits.push({ from: token.from, to: token.from, text: "\n" });
    writeContent(writing, token);
  }
  dropTo(writing, text.length);
  return writing.edits;
}

/** The name of a list is a line of its own. */
function writeHead(writing: Writing, { from }: StringToken): void {
  const head = writing.text.slice(0, from);
  if (around.test(head) || called.test(head) || valued.test(head)) {
    dropTo(writing, from);
    return;
  }
  keepTo(writing, head.replace(/[\s@[({]*$/, "").length);
  endLine(writing);
}

function isList(text: string, strings: readonly StringToken[], { from }: StringToken): boolean {
  if (from > LONGEST_HEAD) return false;
  const head = text.slice(0, from);
  const isOpened = named.test(head);
  const isValue = strings.length === 1 && valued.test(head);
  if (!around.test(head) && !isOpened && !isValue && !assigned.test(head) && !called.test(head)) return false;
  let end = from;
  let isJoined = strings.length > 1;
  for (const [at, token] of strings.entries()) {
    const between = text.slice(end, token.from);
    if (at > 0 && !joining.test(between)) isJoined = false;
    if (!around.test(between) && !joining.test(between)) return false;
    end = token.to;
  }
  if (!around.test(text.slice(end)) && !behind.test(text.slice(end))) return false;
  const contents = strings.map((token) => text.slice(token.start, token.end));
  if (contents.some((content) => protocol.test(content))) return false;
  if (blankMessage.test(text)) return true;
  if (strings.length === 1) return !(isOpened || isValue) || contents.some((content) => telling.test(content));
  return (isOpened || isJoined || assigned.test(head)) && contents.some((content) => telling.test(content));
}
