import type { CaptureKind, Diagnostic, Line, LineClass, SegmentText } from "../../../grammar/index.ts";

/** What is known of the commands around a place in a text. */
export interface Echo {
  readonly host: string | null;
  readonly command: string | null;
  /** As markers tell it: local time, or a clock without a day. */
  readonly time: string | null;
}

/** The lines of one capture, not read yet. */
export interface Segment extends Echo {
  readonly kind: CaptureKind;
  readonly text: SegmentText;
}

/** Lines outside of captures, all of one class. */
export interface Aside {
  readonly class: LineClass;
  readonly lines: readonly Line[];
  readonly diagnostics?: readonly Diagnostic[];
}

export type Passage = Segment | Aside;
