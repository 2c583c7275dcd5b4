import { showCommands } from "../../facts/commands.ts";
import { dynamicPortCommands, usualPortRange } from "../../facts/dynamic-ports.ts";
import { source } from "../../facts/sources.ts";
import { type Evidence, type EvidencePlace, placeIn } from "../../hosts/index.ts";
import { portsInUse } from "../../summary/index.ts";
import { registryValue } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

/** The ports for outgoing connections, and the line that says so where one does. */
interface KnownRange {
  readonly first: number;
  readonly count: number;
  readonly at: readonly EvidencePlace[];
}

/** Rows in TIME_WAIT from which on the range is asked for. */
const MANY_WAITING = 50;

export default defineRule({
  id: "dynamic-ports-used-up",
  severity: "warning",
  title: "The dynamic ports are nearly used up: new outgoing connections fail",
  rationale:
    "Every outgoing connection takes a local port from a fixed range, and a closed one keeps its port in TIME_WAIT for minutes. Once the range is used up, new connections fail whatever Chimney does. By default the range has 16,384 ports since Vista and Server 2008, and 3,976 on Server 2003. Any Windows.",
  falseAlarms:
    "Listening ports within the range are not counted, but connections of a service with a fixed port in it are. A program may bind ports outside the range. Since Windows 10 and Server 2016 one port may serve several connections to different destinations.",
  remedy: (os) =>
    `Let the program behind them keep and reuse its connections (connection pooling). To gain time, widen the range: \`${dynamicPortCommands(os).widen}\`${os === "2003" ? ", then restart" : ""}.`,
  rollback: (evidence) => {
    const { first, count } = rangeOf(evidence);
    const max =
      evidence.tcpipParameters === undefined ? undefined : registryValue(evidence.tcpipParameters, "MaxUserPort");
    return dynamicPortCommands(evidence.os?.value).restore(
      first,
      count,
      typeof max?.value === "number" ? max.value : null,
    );
  },
  references: [
    source("kb929851", "ranges"),
    source("conclusion", "from how many ports on the range counts as used up"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: {
    fails: { text: example(64), os: "2008R2" },
    passes: { text: example(4), os: "2008R2" },
  },
  *check(evidence, { thresholds }) {
    const { sockets, heading } = evidence.netstat;
    const range = rangeOf(evidence);
    const used = portsInUse(sockets, range.first, range.count);
    const [end] = sockets.busiestEnds;
    const waiting = sockets.piles.TIME_WAIT;
    if (range.count <= 0 || used < range.count * thresholds.dynamicPortsShare) {
      // The range of an untouched Windows is wide enough for these; a narrower one may have been set.
      if (range.at.length === 0 && waiting.count >= MANY_WAITING)
        yield undecided(
          `${waiting.count} connections are in TIME_WAIT, and no capture shows how many dynamic ports there are`,
          [heading],
          evidence.os?.value === "2003" ? showCommands.registry : "netsh int ipv4 show dynamicport tcp",
        );
      return;
    }
    const to = end === undefined ? "" : ` Most go to ${end.key} (${end.count} connections).`;
    yield {
      message: `${used} of ${range.count} dynamic ports (${range.first} to ${range.first + range.count - 1}) are in use: outgoing connections fail when none is left. ${waiting.count} rows are in TIME_WAIT.${to}`,
      at: [heading, ...range.at, ...(end === undefined ? [] : [end.first])],
    };
  },
});

/** As `show dynamicport` has it, or by the registry of Server 2003, or as Windows comes. */
function rangeOf({ dynamicPortRange, tcpipParameters, os }: Partial<Evidence>): KnownRange {
  const capture = dynamicPortRange?.at(-1);
  const record = capture?.records.findLast(({ protocol }) => protocol === "tcp");
  if (capture !== undefined && record !== undefined)
    return { first: record.startPort, count: record.numberOfPorts, at: [placeIn(capture, record)] };
  const max = tcpipParameters === undefined ? undefined : registryValue(tcpipParameters, "MaxUserPort");
  const value = typeof max?.value === "number" ? max.value : undefined;
  return { ...usualPortRange(os?.value ?? "2008", value), at: max?.at ?? [] };
}

function example(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `  TCP    192.0.2.10:${50_000 + at}       198.51.100.9:1433      TIME_WAIT       InHost`,
  );
  return String.raw`C:\>netsh int ipv4 show dynamicport tcp

Protocol tcp Dynamic Port Range
---------------------------------
Start Port      : 50000
Number of Ports : 64

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.join("\n")}
`;
}
