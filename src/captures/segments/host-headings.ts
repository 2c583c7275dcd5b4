import type { Line } from "../../../grammar/index.ts";
import {
  type HostHeading,
  headsPart,
  hostNamePrinted,
  isPossibleName,
  isPrintedName,
  isRule,
  isSectionWord,
  isTellingName,
  named,
  saysWhen,
} from "../../../grammar/markers/index.ts";
import type { Mended } from "../../text/index.ts";
import type { HostMention } from "../host-names.ts";
import { mentionOf } from "./echo.ts";
import { remarkOf } from "./line-clues.ts";

/** A line that names the host of what follows right below. */
export interface HeadingAbove {
  readonly line: Line;
  readonly host: HostMention;
}

/** As far as Salt indents the answer of a host below its name. */
const indented = /^ {4}/;

/**
 * The heading that names the host of the line below: only blank lines and rules stand between. A word that may be any
 * counts where another line names a host so, or where what follows is indented below it.
 */
export function hostHeadingAbove(
  lines: readonly Line[],
  next: Mended,
  known: ReadonlySet<string>,
): HeadingAbove | undefined {
  // Salt prints what a command returned besides its output, between the name and that.
  const isWithin = ({ text }: Line) => isIndentedTwice(next.text) && indented.test(text);
  const line = lines.findLast((own) => isHeading(own) && !isWithin(own));
  if (line === undefined) return undefined;
  const { hostHeading } = remarkOf(line.text);
  if (hostHeading === undefined || !counts(hostHeading, next, known)) return undefined;
  const isOfSalt = hostHeading.hasColon && indented.test(next.text);
  const host = named(hostHeading.name, isOfSalt ? "Salt" : "a heading");
  return { line, host: mentionOf(host, line.pieces[0].line) };
}

function isIndentedTwice(text: string): boolean {
  return /^ {8}/.test(text);
}

/**
 * A word that heads what follows, which names a host only where more says so: nothing that heads parts of files, and no
 * mere word on a line, as the end of a letter is.
 */
export function wordAbove(lines: readonly Line[]): HostMention | undefined {
  const at = lines.findLastIndex(isHeading);
  const line = lines[at];
  const heading = line && remarkOf(line.text).hostHeading;
  if (line === undefined || heading === undefined || !isPossibleName(heading.name)) return undefined;
  const isInBox = isRule(lines[at - 1]?.text ?? "") && isRule(lines[at + 1]?.text ?? "");
  if (!heading.isDrawn && !heading.hasColon && !heading.isAnnounced && !isInBox) return undefined;
  if (heading.name.split(/[-_.]/).every((word) => headsPart(word) || saysWhen(word))) return undefined;
  return mentionOf(named(heading.name, "a heading"), line.pieces[0].line);
}

/** The host that a text names which is nothing but this line: any word where the text is said to hold the name. */
export function nameInLine(line: Line, holdsHostName: boolean): HeadingAbove | undefined {
  const name = hostNamePrinted(line.text);
  if (name === undefined || !(holdsHostName ? isPrintedName(name) : isTellingName(name))) return undefined;
  return { line, host: mentionOf(named(name, "a file with nothing but the name"), line.pieces[0].line) };
}

/** Below the name of the host Salt has that of the function it ran, indented as what that printed. */
function isHeading({ text }: Line): boolean {
  if (text.trim() === "" || isRule(text)) return false;
  const { hostHeading } = remarkOf(text);
  return !(hostHeading?.hasColon === true && hostHeading.trust === "possible" && indented.test(text));
}

function counts({ name, trust, hasColon }: HostHeading, next: Mended, known: ReadonlySet<string>): boolean {
  if (trust !== "possible" || known.has(name.toUpperCase())) return true;
  return hasColon && indented.test(next.text) && isPossibleName(name) && !isSectionWord(name);
}
