import {
  type CaptureKind,
  type RecordOf,
  type RecordsOnDemand,
  type TableKind,
  type TraitsOf,
  tableKinds,
} from "../../grammar/index.ts";
import type { HostMention } from "./host-names.ts";

/** Where a capture stands and what is known of how it was made. Unknown is null, never an empty string. */
export interface Provenance {
  /** Name of the source as the reader knows it, archive members as `bundle.zip!member`. */
  readonly source: string;
  /** The nearest thing in the text that names the host; null when nothing does. Whose it is gets decided later. */
  readonly named: HostMention | null;
  /** A word that heads it, below what names the host; null where none does. It may be the name of another. */
  readonly headed: HostMention | null;
  /** What its collector's names of files, folders and archives tell; the text counts before it. */
  readonly collectorNames: HostMention | null;
  /** The command as it was echoed, prompt removed. */
  readonly command: string | null;
  /** ISO 8601 local time when a banner told it; without a zone when the zone is unknown. */
  readonly time: string | null;
  readonly phase: string | null;
  readonly collector: string | null;
}

/** The output of one command, read. It is held while it is folded into the evidence of its host, then let go. */
export interface Capture<K extends CaptureKind> extends Provenance {
  readonly kind: K;
  readonly line: number;
  readonly endLine: number;
  readonly locale: string | null;
  readonly records: readonly RecordOf<K>[];
  /** The same records one by one, where that is the cheaper way to them. */
  readonly onDemand?: RecordsOnDemand<RecordOf<K>>;
  readonly traits: TraitsOf<K>;
}

/** A capture of any kind; `kind` tells which. */
export type AnyCapture = { readonly [K in CaptureKind]: Capture<K> }[CaptureKind];

/** A capture whose records are connections. */
export type TableCapture = { readonly [K in TableKind]: Capture<K> }[TableKind];

export function isTable(capture: AnyCapture): capture is TableCapture {
  return isTableKind(capture.kind);
}

export function isTableKind(kind: CaptureKind): kind is TableKind {
  return tableKinds.some((table) => table === kind);
}
