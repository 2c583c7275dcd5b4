import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";
import { analysed } from "../../support/analysed.ts";
import { wrappings } from "../../support/wrappings/index.ts";

const rule = "-".repeat(46);
const captures: readonly (readonly [string, readonly string[]])[] = [
  [
    "English",
    [
      "C:\\>netsh int tcp show global",
      "Querying active state...",
      "",
      "TCP Global Parameters",
      rule,
      "Receive-Side Scaling State          : enabled ",
      "Chimney Offload State               : automatic ",
      "ECN Capability                      : disabled ",
      "",
      "C:\\>netstat -nato",
      "",
      "Active Connections",
      "",
      "  Proto  Local Address          Foreign Address        State           PID      Offload State",
      "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       716\tInHost      ",
      "  TCP    192.0.2.20:445         198.51.100.1:50000     ESTABLISHED     4\tOffloaded   ",
      "  TCP    192.0.2.20:445         198.51.100.2:50001     ESTABLISHED     4\tInHost      ",
      "  TCP    [2001:db8::20]:3389    [2001:db8::7]:50002    TIME_WAIT       0\tInHost      ",
      "  UDP    0.0.0.0:123            *:*                                    884\t            ",
    ],
  ],
  [
    "German",
    [
      "Aktive Verbindungen",
      "",
      "  Proto  Lokale Adresse         Remoteadresse          Status           Abladungsstatus",
      "",
      "  TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN         InHost      ",
      "  TCP    192.0.2.20:445         198.51.100.1:50000     HERGESTELLT     Offloaded   ",
      "  TCP    192.0.2.20:1433        198.51.100.2:50001     WARTEND         InHost      ",
    ],
  ],
];

describe.each(captures)("%s captures", (_, lines) => {
  it.each(wrappings.map((wrapping) => [wrapping.name, wrapping] as const))(
    "are read out of %s",
    async (_name, { wrap }) => {
      const { text, lineOf } = wrap(lines);
      const plain = await analysed(lines.join("\n"));
      const found = await analysed(text);
      expect(found.connections).toEqual(plain.connections.map((row) => ({ ...row, line: lineOf(row.line) })));
      const settingsIn = ({ report }: typeof plain) => report.hosts.map(({ summary }) => summary.settings);
      expect(settingsIn(found)).toEqual(settingsIn(plain));
    },
  );

  it.each(wrappings.map((wrapping) => [wrapping.name, wrapping] as const))(
    "leave no line of %s out of the ledger",
    async (_name, { wrap }) => {
      const told: number[] = [];
      const { sources } = await analyze(wrap(lines).text, {
        onLines: (_source, more) => told.push(...more.map(({ line }) => line)),
      });
      const [source] = sources;
      const counted = Object.values(source?.ledger ?? {}).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(source?.lines);
      expect(told.sort((one, other) => one - other)).toEqual(Array.from({ length: counted }, (_one, at) => at + 1));
    },
  );
});
