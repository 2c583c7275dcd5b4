import type { Finding, Report, ReportPlace } from "../report/index.ts";
import { type Input, nameBeside, PASTE } from "./inputs.ts";
import type { Answer, ShownSource } from "./messages.ts";

/** Lines of a source that are pointed out, by their numbers. */
export interface Marked {
  readonly source: string;
  /** The one that was asked for. */
  readonly first: number;
  readonly lines: readonly number[];
}

/** How it stands with what was handed in last. */
export type Work =
  | { readonly is: "nothing" }
  | { readonly is: "reading"; readonly bytes: number; readonly of: number }
  | { readonly is: "done" }
  | { readonly is: "failed"; readonly reason: string };

/** What the page shows, but for the text in its editor and the classes of lines, which are large. */
export interface State {
  /** What was dropped, and what was pasted and is too long for the editor. */
  readonly inputs: readonly Input[];
  readonly work: Work;
  /** Of what was read last: it stays while something else is being read. */
  readonly report: Report | null;
  readonly shown: readonly ShownSource[];
  /** The source whose text is shown; the editor when it is the paste. */
  readonly source: string;
  readonly marked: Marked | null;
  readonly notices: readonly string[];
}

export type Change =
  | { readonly is: "added"; readonly inputs: readonly Input[]; readonly notices: readonly string[] }
  | { readonly is: "removed"; readonly name: string }
  | { readonly is: "begun"; readonly bytes: number }
  | { readonly is: "emptied" }
  | { readonly is: "heard"; readonly answer: Answer }
  | { readonly is: "chosen"; readonly source: string }
  | { readonly is: "marked"; readonly place: ReportPlace }
  | { readonly is: "said"; readonly notices: readonly string[] };

export const beginning: State = {
  inputs: [],
  work: { is: "nothing" },
  report: null,
  shown: [],
  source: PASTE,
  marked: null,
  notices: [],
};

/** The state after a change. Nothing that goes wrong takes away what was handed in. */
export function changed(state: State, change: Change): State {
  switch (change.is) {
    case "added":
      return { ...state, inputs: withNames(state.inputs, change.inputs), notices: change.notices };
    case "removed":
      return { ...state, inputs: state.inputs.filter(({ name }) => name !== change.name), notices: [] };
    case "begun":
      return { ...state, work: { is: "reading", bytes: 0, of: change.bytes } };
    case "emptied":
      return { ...beginning, notices: state.notices };
    case "heard":
      return afterAnswer(state, change.answer);
    case "chosen":
      return { ...state, source: change.source, marked: null };
    case "marked":
      return { ...state, source: change.place.source, marked: markedAt(state.report, change.place) };
    case "said":
      return { ...state, notices: change.notices };
  }
}

function afterAnswer(state: State, answer: Answer): State {
  if (answer.kind === "progress" && state.work.is === "reading") {
    return { ...state, work: { ...state.work, bytes: answer.bytes } };
  }
  if (answer.kind === "failed") return { ...state, work: { is: "failed", reason: answer.message } };
  if (answer.kind !== "report") return state;
  const { report, shown } = answer;
  const isThere = state.source === PASTE || shown.some(({ name }) => name === state.source);
  const hasPaste = shown.some(({ name }) => name === PASTE);
  // Whoever drops files and types nothing wants to see the files.
  const source = isThere && (hasPaste || state.source !== PASTE) ? state.source : (shown[0]?.name ?? PASTE);
  return { ...state, work: { is: "done" }, report, shown, source, marked: null };
}

function withNames(inputs: readonly Input[], more: readonly Input[]): readonly Input[] {
  const all = [...inputs];
  for (const { name, bytes } of more) {
    all.push({ name: nameBeside(name, [PASTE, ...all.map((input) => input.name)]), bytes });
  }
  return all;
}

/** The line, with the others that the same finding or verdict rests on. */
function markedAt(report: Report | null, { source, line }: ReportPlace): Marked {
  const all = [
    ...(report?.hosts.flatMap(({ verdict, findings }) => [verdict?.because ?? [], ...findings.map(evidenceOf)]) ?? []),
    ...(report?.fleet?.findings.map(evidenceOf) ?? []),
  ];
  const together = all.find((places) => places.some((place) => place.source === source && place.line === line)) ?? [];
  const lines = together.filter((place) => place.source === source).map((place) => place.line);
  return { source, first: line, lines: [line, ...lines] };
}

function evidenceOf({ evidence }: Finding): Finding["evidence"] {
  return evidence;
}
