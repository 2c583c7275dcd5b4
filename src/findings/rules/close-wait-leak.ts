import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

const FREEING =
  "Restart the program to free them, and report this to its vendor: the program has to close a socket once the other side has. Windows does not close them.";

export default defineRule({
  id: "close-wait-leak",
  severity: "warning",
  title: "Many connections stay in CLOSE_WAIT: a program does not close them",
  rationale:
    "CLOSE_WAIT means that the other side has closed the connection and the program on this host has not. Such connections stay until the program closes them or ends, and take up memory, handles and ports. It is a fault of the program, not of Windows or Chimney. Any Windows.",
  falseAlarms:
    "A program that is about to close many connections at once shows them for a moment: capture again after a minute. Without process ids it is unknown which program it is.",
  remedy: FREEING,
  references: [source("conclusion", "how many are too many")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example(60) }, passes: { text: example(2) } },
  *check({ netstat: { sockets, heading } }, { thresholds }) {
    const pile = sockets.piles.CLOSE_WAIT;
    if (pile.count < thresholds.closeWaitConnections) return;
    const [owner] = pile.byProcess;
    const [end] = pile.byForeignEnd;
    const isOne = owner !== undefined && owner.count * 2 >= pile.count;
    const others = owner === undefined ? " No process ids were captured." : " No single process has most of them.";
    const who = isOne ? ` ${owner.count} of them belong to ${owner.key}.` : others;
    const where = end === undefined || end.count < 2 ? "" : ` Most frequent other end: ${end.key} (${end.count}).`;
    yield {
      ...(isOne ? {} : { kind: "review" as const }),
      ...(owner === undefined
        ? {
            remedy: `Find out which programs they belong to: \`${showCommands.connections}\` shows process ids. ${FREEING}`,
          }
        : {}),
      message: `${pile.count} connections are in CLOSE_WAIT: the other side has closed them, and the program on this host has not.${who}${where}`,
      at: [heading, ...pile.byProcess.slice(0, 3).map(({ first }) => first), ...(end === undefined ? [] : [end.first])],
    };
  },
});

function example(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `  TCP    192.0.2.10:8080        198.51.100.${(at % 200) + 1}:50012     CLOSE_WAIT      4120     InHost`,
  );
  return String.raw`C:\>netstat -nto

Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

${rows.join("\n")}
`;
}
