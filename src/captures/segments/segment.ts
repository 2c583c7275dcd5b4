import type { CaptureKind, Diagnostic, Line, LineClass, SegmentText } from "../../../grammar/index.ts";
import type { Phase, Stamp } from "../../../grammar/markers/index.ts";
import type { HostMention } from "../host-names.ts";

/** What is known of the commands around a place in a text. */
export interface Echo {
  /** The host that the lines above name. */
  readonly host: HostMention | null;
  /** Line from which on that is so; what a capture above it names is of another part of the text. */
  readonly since: number;
  /** The word below that which heads the capture, and may be the name of another host or anything else. */
  readonly headed: HostMention | null;
  readonly command: string | null;
  /** As markers print it, maybe a clock without a day. */
  readonly time: Stamp | null;
  readonly phase: Phase | null;
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
  /** The host that the lines name. */
  readonly named?: HostMention;
  /** The time that the lines print. */
  readonly time?: Stamp;
}

export type Passage = Segment | Aside;
