import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "syn-received-backlog",
  severity: "warning",
  title: "Many half-open connections wait for this host (SYN_RECEIVED)",
  rationale:
    "SYN_RECEIVED means that a client asked for a connection, was answered, and did not confirm. Many at once point to a SYN flood, answers that do not reach the clients, or a program that accepts connections too slowly. Any Windows.",
  falseAlarms: "A burst of clients over slow links shows some for a moment: capture again.",
  remedy:
    "Capture again after a few seconds. If the same clients stay, check the route back to them (routing, firewall, load balancer); if they are strangers, treat it as an attack.",
  references: [source("conclusion", "how many are too many")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example(24) }, passes: { text: example(2) } },
  *check({ netstat: { sockets, heading } }, { thresholds }) {
    const pile = sockets.piles.SYN_RECEIVED;
    if (pile.count < thresholds.synReceivedConnections) return;
    const [port] = pile.byLocalPort;
    const at = port === undefined ? "" : ` on port ${port.key}`;
    yield {
      message: `${pile.count} connections are in SYN_RECEIVED${at}, from ${counted(pile.foreignAddresses, "address", "addresses")}: the clients do not complete the handshake, or their answers are lost.`,
      at: [heading, ...pile.byForeignEnd.slice(0, 3).map(({ first }) => first)],
    };
  },
});

function example(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `  TCP    192.0.2.10:443         203.0.113.${at + 1}:50012     SYN_RECEIVED    1200     InHost`,
  );
  return String.raw`C:\>netstat -nto

Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

${rows.join("\n")}
`;
}
