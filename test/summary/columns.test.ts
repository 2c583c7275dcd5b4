import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, portOfCode } from "../../src/summary/columns.ts";
import { connectionHash, connectionHashes } from "../../src/summary/connection-hash.ts";
import { connections } from "./connections-generator.ts";
import { rows } from "./tables.ts";

describe("the columns of a table", () => {
  it("hold every cell of it, equal cells as equal numbers", () => {
    fc.assert(
      fc.property(connections, (records) => {
        const columns = columnsOf(records);
        const { addresses, states, processIds, processes } = columns;
        for (const [row, record] of records.entries()) {
          expect(columns.isTcp[row]).toBe(record.protocol === "TCP" ? 1 : 0);
          expect(addresses.texts[columns.localAddress[row] ?? -1]).toBe(record.localAddress);
          expect(addresses.texts[columns.foreignAddress[row] ?? -1]).toBe(record.foreignAddress);
          expect(portOfCode(columns, columns.localPort[row] ?? -1)).toBe(record.localPort);
          expect(portOfCode(columns, columns.foreignPort[row] ?? -1)).toBe(record.foreignPort);
          expect(states.values[columns.state[row] ?? -1]).toBe(record.state);
          expect(processIds.values[columns.processId[row] ?? -1]).toBe(record.pid);
          expect(processes.values[columns.process[row] ?? -1]).toBe(record.process);
        }
        const { portNames } = columns;
        for (const values of [addresses.texts, portNames.values, states.values, processIds.values, processes.values]) {
          expect(new Set<unknown>(values).size).toBe(values.length);
        }
      }),
    );
  });

  it("tell connections apart by numbers that are the same in every table", () => {
    fc.assert(
      fc.property(connections, connections, (records, others) => {
        const [alone, behind] = [columnsOf(records), columnsOf([...others, ...records])];
        const [hashes, otherHashes] = [connectionHashes(alone), connectionHashes(behind)];
        const seen = new Map<number, string>();
        for (const [row, { localAddress, localPort, foreignAddress, foreignPort }] of records.entries()) {
          const hash = connectionHash(alone, hashes, row);
          expect(connectionHash(behind, otherHashes, others.length + row)).toBe(hash);
          const endpoints = JSON.stringify([localAddress, localPort, foreignAddress, foreignPort]);
          expect(seen.get(hash) ?? endpoints).toBe(endpoints);
          seen.set(hash, endpoints);
        }
      }),
    );
  });

  it.each([
    ["192.0.2.1:445 198.51.100.7:80", "198.51.100.7:445 192.0.2.1:80"],
    ["192.0.2.1:445 198.51.100.7:80", "192.0.2.1:80 198.51.100.7:445"],
    ["0.0.0.0:445 198.51.100.7:80", "[]:445 198.51.100.7:80"],
    ["255.255.255.255:445 198.51.100.7:80", "[]:445 198.51.100.7:80"],
    ["192.0.2.1:445 198.51.100.7:80", "192.0.2.01:445 198.51.100.7:80"],
    ["192.0.2.1:445 198.51.100.7:http", "192.0.2.1:445 198.51.100.7:https"],
  ])("tell %s and %s apart", (one, other) => {
    const columns = columnsOf(rows(`TCP ${one} ESTABLISHED`, `TCP ${other} ESTABLISHED`));
    const hashes = connectionHashes(columns);
    expect(connectionHash(columns, hashes, 0)).not.toBe(connectionHash(columns, hashes, 1));
  });
});
