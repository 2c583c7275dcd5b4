import fc from "fast-check";
import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { connectionStates, offloadStates } from "../../grammar/locales/locale.ts";

const address = fc.oneof(
  fc.constantFrom(
    "192.0.2.1",
    "192.0.2.2",
    "198.51.100.7",
    "127.0.0.1",
    "192.0.2.01",
    "::1",
    "::",
    "::ffff:192.0.2.1",
    "0.0.0.0",
    "*",
    "fe80::1%4",
    "2001:db8::1",
  ),
  fc.constantFrom("srv01", "SRV01.example.test", "localhost", "host7", "__proto__"),
  fc.string({ maxLength: 8 }),
);

const port = fc.oneof(fc.constantFrom(0, 80, 445, 50_001, 50_002), fc.constantFrom("http", "*", "x"));

const connection: fc.Arbitrary<Connection> = fc.record(
  {
    line: fc.nat(),
    protocol: fc.constantFrom("TCP" as const, "TCP" as const, "TCP" as const, "UDP" as const),
    localAddress: address,
    localPort: port,
    foreignAddress: address,
    foreignPort: port,
    state: fc.oneof(fc.constantFrom(...connectionStates), fc.constant("ESTABLISHED"), fc.string({ maxLength: 6 })),
    pid: fc.constantFrom(0, 4, 812),
    offloadState: fc.constantFrom(...offloadStates),
    unknownOffloadState: fc.string({ maxLength: 4 }),
    process: fc.constantFrom("a.exe", "constructor"),
  },
  { requiredKeys: ["line", "protocol", "localAddress", "localPort", "foreignAddress", "foreignPort"] },
);

/** The rows of a table, whatever they are; some of them often come twice. */
export const connections: fc.Arbitrary<readonly Connection[]> = fc.array(connection, { maxLength: 60 });
