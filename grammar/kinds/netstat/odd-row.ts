import P from "parsimmon";
import { type Placed, placed } from "../../contract/lines.ts";
import { ipv4, lineEnd, rest, token } from "../../lexicon/lexemes.ts";
import type { RowDraft } from "./connection.ts";
import { executable } from "./owners.ts";
import {
  cutCell,
  draftFrom,
  type Endpoint,
  gap,
  headOf,
  margin,
  processId,
  type RowHead,
  rowLanguage,
  state,
} from "./row.ts";
import { isCutWord, isKnownState, offloadStateNamed } from "./row-words.ts";

/** A row that is not printed as netstat prints it, or has something behind it. */
export interface OddRow {
  readonly draft: RowDraft;
  /** The word in the place of the offload state when it is none of the four. */
  readonly unknownWord?: Placed<string>;
  readonly trailing?: Placed<string>;
  /** True when the line ends within its offload state. */
  readonly isCut?: boolean;
  /** True when an end of the connection is masked, damaged or missing. */
  readonly isDamaged?: boolean;
}

export interface OddEnd {
  readonly state?: string;
  readonly processId: string | undefined;
  readonly word?: Placed<string> | undefined;
  readonly trailing: Placed<string> | undefined;
}

interface Spec {
  row: OddRow;
  head: RowHead;
  tcp: OddEnd;
  udp: OddEnd;
  spacedEndpoint: Endpoint;
  offloadRow: unknown;
  knownStateRow: unknown;
  stateCell: Placed<string>;
  trailing: Placed<string> | undefined;
  offloadCell: Placed<string>;
}

const word = token(/[^\s\d<>([{#!?*"'/=-]\S{0,63}/);
const knownWord = word.assert((text) => offloadStateNamed(text) !== undefined, "an offload state");
const knownState = state.assert(isKnownState, "a connection state");
const note = token(/\S(?:[^\n]*\S)?/);
const oneBlank = token(/[ \t]/);
const spacedPort = token(/\d{1,5}(?=[ \t])/);

/** Rows as people and programs leave them; where such a row ends too early it says what was expected. */
export const oddRowLanguage = P.createLanguage<Spec>({
  //   TCP    192.0.2.1:80   192.0.2.9:51000   ESTABLISHED  4536  inhost  <--- this one
  row: ({ head, tcp, udp }) =>
    head
      .chain((start) => (start.protocol.startsWith("TCP") ? tcp : udp).map((end) => oddRowOf(start, end)))
      .skip(margin)
      .skip(lineEnd),

  // The same where the column can't be missing.
  offloadRow: ({ head }) =>
    P.seq(
      head,
      gap.then(state).desc("a connection state"),
      gap.then(processId).fallback(undefined),
      gap.then(word).desc("an offload state"),
      rest,
      lineEnd,
    ),

  // The same without the column, when it ends with its state.
  knownStateRow: ({ head }) =>
    P.seq(head, gap.then(knownState.or(cutCell)).desc("the rest of a connection state"), rest, lineEnd),

  // The state of a row, to say where it stands.
  stateCell: ({ head }) => head.then(gap).then(placed(state)).skip(rest).skip(lineEnd),

  head: ({ spacedEndpoint }) => headOf(rowLanguage.endpoint.or(spacedEndpoint)),

  //      ESTABLISHED     4536     InHost       <--- this one
  tcp: ({ offloadCell, trailing }) =>
    P.seqObj<OddEnd>(
      ["state", gap.then(P.notFollowedBy(knownWord)).then(state).desc("a connection state")],
      ["processId", gap.then(processId).fallback(undefined)],
      ["word", offloadCell.fallback(undefined)],
      ["trailing", trailing],
    ),

  //                                        4536         seen twice
  udp: ({ trailing }) =>
    P.seqObj<OddEnd>(["processId", gap.then(processId).fallback(undefined)], ["trailing", trailing]),

  offloadCell: () => gap.then(placed(word)),

  trailing: () => margin.then(placed(note).fallback(undefined)),

  // Some pastes lost the colons before the ports to blanks.
  // 192.0.2.1 80
  spacedEndpoint: () => P.seqObj<Endpoint>(["address", ipv4], oneBlank, ["port", spacedPort]),
});

export function oddRowOf(head: RowHead, { state: stateWord, processId: pid, word: offload, trailing }: OddEnd): OddRow {
  const draft = draftFrom(head, { state: stateWord, processId: pid });
  const offloadState = offload === undefined ? undefined : offloadStateNamed(offload.value);
  if (offloadState !== undefined) draft.offloadState = offloadState;
  const isCut =
    offload !== undefined && trailing === undefined && offloadState === undefined && isCutWord(offload.value);
  const owner = trailing === undefined ? undefined : executable.parse(trailing.value);
  if (owner?.status) draft.process = owner.value;
  return {
    draft,
    ...(isCut && { isCut }),
    ...(offload !== undefined && offloadState === undefined && { unknownWord: offload }),
    ...(trailing !== undefined && owner?.status !== true && { trailing }),
  };
}
