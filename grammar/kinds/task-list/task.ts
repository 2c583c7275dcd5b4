import type { Part } from "../../contract/lines.ts";
import type { Draft, DraftHost } from "../../contract/sheet.ts";

/** A process of `tasklist` or Get-Process. */
export interface TaskLine {
  /** Line in its source, 1-based. */
  readonly line: number;
  readonly pid: number;
  /** As printed: Get-Process leaves out the extension of the file, a narrow table the end of the name. */
  readonly image: string;
}

/** A process as it is listed, with the computer where that stands beside it. */
export interface ListedTask extends Draft<TaskLine> {
  readonly host?: DraftHost | undefined;
}

/** Consecutive lines and the processes that they list. */
export type TasksPart = Part<readonly ListedTask[]>;

/** No process has more digits. */
export const pidDigits = /\d{1,10}(?!\d)/;
