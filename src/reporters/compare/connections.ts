import type {
  ConnectionChange,
  ConnectionChanges,
  ConnectionsUnknown,
  connectionMoves,
  HostComparison,
  ListedConnections,
} from "../../compare/index.ts";
import { counted, NONE } from "../figures.ts";
import { ranks } from "../markdown/blocks.ts";
import { type Part, tableOf } from "./part.ts";

type Move = (typeof connectionMoves)[number];

/** What became of a connection, in the order in which it is told. */
export const moveWords: { readonly [M in Move]: string } = {
  newlyOffloaded: "newly offloaded",
  uploadedBack: "uploaded back",
  stuck: "still on the way",
  setOut: "now on the way",
  cameBack: "back in the host",
  gone: "gone",
  new: "new",
};

/** Why connections can't be compared. */
const unknownWords: { readonly [K in ConnectionsUnknown]: string } = {
  earlierReport: "Connections are not compared: an earlier report does not hold them. Compare the captures themselves.",
  noTable: "Connections are not compared: a side has no netstat table.",
  noOffloadColumn: "Connections are not compared: a netstat table has no Offload State column.",
  notKept: "Connections are not compared: there are too many netstat tables to keep this one.",
};

/** Connections listed of one sort; JSON has more. */
const MOST_LISTED = 5;

/** What became of the connections: how many of each sort, and the first of them. */
export function connectionParts({ connections, connectionsUnknown, moments }: HostComparison): readonly Part[] {
  const part = { title: "Connections", rank: ranks.figures };
  if (connectionsUnknown !== null) return [{ ...part, sentences: [unknownWords[connectionsUnknown]] }];
  if (connections === null) return [];
  const moves = movesOf(connections);
  const rows = moves.map(([move, { count, offloaded }]) => {
    return [moveWords[move], String(count), isOfOneTable(move) ? String(offloaded) : ""];
  });
  const examples = moves.flatMap(([move, { examples }]) =>
    examples.slice(0, MOST_LISTED).map((one) => rowOf(move, one)),
  );
  return [
    {
      ...part,
      sentences: [...sentencesOf(connections), ...commandsText(moments)],
      ...tableOf(["", "Number", "Offloaded"], "lrr", rows),
    },
    ...(examples.length === 0
      ? []
      : [
          {
            title: null,
            rank: ranks.evidence,
            sentences: [],
            ...tableOf(["", "Connection", "Before", "After", "Lines"], "lllll", examples),
          },
        ]),
  ];
}

/** The sorts that occur, in the order in which they are told. */
export function movesOf(connections: ConnectionChanges): readonly (readonly [Move, ListedConnections])[] {
  // The keys of the words are those of all moves.
  const moves = Object.keys(moveWords) as Move[];
  return moves.map((move) => [move, connections[move]] as const).filter(([, { count }]) => count > 0);
}

/** Of what stands in both tables the word says already on which side it is. */
function isOfOneTable(move: Move): boolean {
  return move === "gone" || move === "new";
}

function sentencesOf(connections: ConnectionChanges): readonly string[] {
  const { before, after, both, matchedBy, incomplete, unchanged } = connections;
  const by =
    matchedBy === "processId"
      ? ", addresses and process id"
      : " and addresses; process ids were not printed on both sides";
  return [
    `${counted(before, "connection")} before, ${after} after, ${both} in both, ${unchanged} of them unchanged (matched by protocol${by}).`,
    ...(incomplete ? ["There are more connections than are compared: all counts are lower bounds."] : []),
    ...(both === 0 && before > 0 && after > 0
      ? [
          "None is in both: too much time passed in between, or netstat printed names in one table and numbers in the other.",
        ]
      : []),
  ];
}

/** One command may leave out what the other one prints. */
function commandsText({ before, after }: HostComparison["moments"]): readonly string[] {
  const [one, other] = [before.command?.trim(), after.command?.trim()];
  if (one === undefined || other === undefined || one.toLowerCase() === other.toLowerCase()) return [];
  return [`The tables are of different commands, ${one} and ${other}: what only one of them prints looks gone or new.`];
}

function rowOf(move: Move, { connection, before, after }: ConnectionChange): readonly string[] {
  return [
    moveWords[move],
    connection,
    before?.offloadState ?? NONE,
    after?.offloadState ?? NONE,
    [before, after].map((side) => side?.line ?? NONE).join(" → "),
  ];
}

/** The sorts that matter with their numbers, for a sentence. */
export function connectionCountWords(connections: ConnectionChanges): readonly string[] {
  return movesOf(connections)
    .filter(([move]) => move !== "stuck")
    .map(([move, { count }]) => `${counted(count, "connection")} ${moveWords[move]}`);
}
