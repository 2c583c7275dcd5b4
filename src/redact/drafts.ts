import type { CaptureKind, LineClass } from "../../grammar/index.ts";
import type { SourceReport } from "../captures/index.ts";
import { redactedLine } from "./line.ts";
import type { KnownNames } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** A source written anew. */
export interface RedactedSource {
  /** As in a report: a relative path, behind `!` what is in an archive. */
  readonly name: string;
  readonly text: string;
}

/** Something that was not handed on. */
export interface LeftOut {
  /** As the reader knows it. */
  readonly source: string;
  /** How many lines of it; null for all of it. */
  readonly lines: number | null;
  readonly reason: string;
}

/** The sources of one run while they are written anew. */
export interface Drafts {
  readonly passage: (
    source: string,
    lines: readonly string[],
    classes: readonly LineClass[],
    kind: CaptureKind | null,
  ) => void;
  readonly named: (source: string) => void;
  readonly finished: (
    sources: readonly SourceReport[],
    nameOf: (source: string) => string,
  ) => { readonly sources: readonly RedactedSource[]; readonly leftOut: readonly LeftOut[] };
}

interface Draft {
  readonly lines: string[];
  kept: number;
  lost: number;
  /** True where the source names its host: then it is of use without a capture in it. */
  isNaming: boolean;
}

export interface Rewriting {
  readonly known: KnownNames;
  readonly made: Pseudonyms;
  readonly unknownLines: "leaveOut" | "keep";
}

/** What stands for a line that is not handed on: something stood there, whatever it said. */
const LEFT_OUT = "(left out)";
const LINE_END = "\r\n";

/** What became of lines that are handed on. */
const understood: ReadonlySet<LineClass> = new Set(["record", "truncated", "heading", "banner", "prompt", "message"]);

/** Rows of tables that could not be read: how many there are is part of what is known. */
const UNREAD_ROW = /^\s{0,40}(?:TCP|UDP)(?:v6)?\s/i;

/** A statement about the machine that nobody asked for: its label stays, and that it was printed. */
const STATEMENT = /^(\s{0,40}[^\s:][^:]{0,80}:\s*)\S/;

export function draftsOf({ known, made, unknownLines }: Rewriting): Drafts {
  const drafts = new Map<string, Draft>();
  const draftOf = (source: string): Draft => {
    const draft = drafts.get(source) ?? { lines: [], kept: 0, lost: 0, isNaming: false };
    drafts.set(source, draft);
    return draft;
  };
  return {
    passage(source, lines, classes, kind) {
      const draft = draftOf(source);
      for (const [at, line] of lines.entries()) {
        const lineClass = classes[at] ?? "unknown";
        if (lineClass === "blank") {
          draft.lines.push("");
        } else if (understood.has(lineClass)) {
          draft.kept += 1;
          draft.lines.push(redactedLine(line, known, made));
        } else if (unknownLines === "keep" || UNREAD_ROW.test(line)) {
          draft.lines.push(redactedLine(line, known, made));
        } else {
          draft.lost += 1;
          const label = kind === "systemInfo" ? STATEMENT.exec(line)?.[1] : undefined;
          draft.lines.push(label === undefined ? LEFT_OUT : redactedLine(label, known, made) + LEFT_OUT);
        }
      }
    },
    named(source) {
      draftOf(source).isNaming = true;
    },
    finished(reports, nameOf) {
      const sources: RedactedSource[] = [];
      const leftOut: LeftOut[] = [];
      for (const { name, status, reason } of reports) {
        const draft = drafts.get(name);
        const isOfUse = draft !== undefined && (status === "ok" || status === "partial" || draft.isNaming);
        if (draft === undefined || !isOfUse || draft.kept === 0) {
          leftOut.push({ source: name, lines: null, reason: reason ?? "nothing in it was understood" });
          continue;
        }
        sources.push({ name: nameOf(name), text: draft.lines.map((line) => line + LINE_END).join("") });
        if (draft.lost > 0) leftOut.push({ source: name, lines: draft.lost, reason: "no part of a capture" });
      }
      return { sources, leftOut };
    },
  };
}
