import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "syn-sent-unanswered",
  severity: "warning",
  title: "Many connection attempts get no answer (SYN_SENT)",
  rationale:
    "SYN_SENT means that the first packet of a connection was sent and nothing came back. Many of them point to hosts that are down, a firewall that drops packets, or a program that scans the network. Any Windows.",
  falseAlarms:
    "A monitoring program that tests many hosts looks like a scan. Every busy table has a few pending attempts.",
  remedy:
    "Find out what the program is and whether its targets should answer: `Test-NetConnection ADDRESS -Port PORT`, or `telnet ADDRESS PORT` on older versions. If nobody knows the program, treat the host as infected.",
  references: [source("conclusion", "how many are too many")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example(12) }, passes: { text: example(2) } },
  *check({ netstat: { sockets, heading } }, { thresholds }) {
    const pile = sockets.piles.SYN_SENT;
    if (pile.count < thresholds.synSentConnections) return;
    const [end] = pile.byForeignEnd;
    const [owner] = pile.byProcess;
    const many = pile.foreignAddresses > 1;
    const targets = many
      ? `to ${pile.foreignAddresses} hosts that do not answer`
      : `to ${end?.key ?? "a host"}, which does not answer`;
    const cause = many
      ? " The usual reasons are hosts that are down, a firewall that drops packets, or a program that scans."
      : " The host is down or unreachable, or a firewall drops the packets.";
    const who = owner === undefined ? "" : ` ${owner.count} of them belong to ${owner.key}.`;
    yield {
      message: `${pile.count} connections are in SYN_SENT ${targets}.${cause}${who}`,
      at: [heading, ...pile.byForeignEnd.slice(0, 3).map(({ first }) => first)],
    };
  },
});

function example(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `  TCP    192.0.2.10:${50000 + at}       198.51.100.${at + 1}:445      SYN_SENT        2888     InHost`,
  );
  return String.raw`C:\>netstat -nto

Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

${rows.join("\n")}
`;
}
