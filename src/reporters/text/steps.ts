import { printable } from "../printable.ts";
import { stepPieces } from "../steps.ts";
import type { Page } from "./page.ts";

/**
 * A step to take: its sentences wrapped, each command on a line of its own and never wrapped, so that it can be copied.
 * `mark` stands before the first line, `remark` behind the last sentence or below.
 */
export function stepLines(
  step: string,
  { mark, remark = "", indent, hang }: StepLayout,
  page: Page,
): readonly string[] {
  const inner = hang ?? indent + mark.length;
  const pieces = stepPieces(step);
  const lines = pieces.flatMap(({ kind, text }, at) => {
    if (kind === "command") return [commandLine(at === 0 ? `${mark}${text}` : text, at === 0 ? indent : inner + 2)];
    return at > 0 ? page.paragraph(printable(text), inner) : hung(`${mark}${printable(text)}`, indent, inner, page);
  });
  return [...lines, ...(remark === "" ? [] : page.paragraph(page.paint.faint(remark), inner))];
}

/** A paragraph whose first line begins further to the left. */
function hung(text: string, indent: number, inner: number, page: Page): readonly string[] {
  const [first = "", ...others] = page.paragraph(text, indent);
  const rest = others.map((line) => line.trim()).join(" ");
  return [first, ...(rest === "" ? [] : page.paragraph(rest, inner))];
}

/** How a step stands on the page. */
export interface StepLayout {
  readonly mark: string;
  readonly remark?: string;
  readonly indent: number;
  /** Blanks before the lines behind the first; as far as behind the mark where it is missing. */
  readonly hang?: number;
}

/** A command as it is typed, however wide the page is. */
export function commandLine(command: string, indent: number): string {
  return `${" ".repeat(indent)}${printable(command)}`;
}
