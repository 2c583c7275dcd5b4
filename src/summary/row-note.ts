import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import type { RowNote } from "./connection-report.ts";

/** Longest text of an address in a note. */
const LONGEST_ADDRESS = 60;

/** A row in short: "TCP 192.0.2.1:445 → 198.51.100.7:50012 ESTABLISHED offloaded", in memory of its own. */
export function rowNote(record: Connection, source: string): RowNote {
  const local = endpoint(record.localAddress, record.localPort);
  const foreign = endpoint(record.foreignAddress, record.foreignPort);
  const words = [record.protocol, local, "→", foreign, record.state, record.offloadState ?? record.unknownOffloadState];
  // What is joined from several pieces is a new text, which keeps none of them alive.
  return { source, line: record.line, text: words.filter((word) => word !== undefined).join(" ") };
}

/** An end of a connection as netstat prints it, an address of IPv6 in brackets. */
export function endpoint(address: string, port: number | string): string {
  const short = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
  return address.includes(":") ? `[${short}]:${port}` : `${short}:${port}`;
}
