import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { offloadStates } from "../../grammar/locales/locale.ts";
import type { Capture } from "../../src/captures/capture.ts";

type Draft = { -readonly [K in keyof Connection]: Connection[K] };

/**
 * Connections from short lines: protocol, local and foreign endpoint, then in any order a state in capitals, an offload
 * state (`?Word` for an unknown one), `pid=4`, `exe=a.exe`.
 */
export function rows(...lines: readonly string[]): readonly Connection[] {
  return lines.map((line, index) => {
    const [protocol = "", local = "", foreign = "", ...cells] = line.split(" ");
    const [localAddress, localPort] = endpoint(local);
    const [foreignAddress, foreignPort] = endpoint(foreign);
    const draft: Draft = {
      line: index + 1,
      protocol: protocol === "UDP" ? "UDP" : "TCP",
      localAddress,
      localPort,
      foreignAddress,
      foreignPort,
    };
    for (const cell of cells) readCell(draft, cell);
    return draft;
  });
}

/** The line as many times as asked, `#` replaced by a number that counts up from 1. */
export function times(count: number, line: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => line.replaceAll("#", String(index + 1)));
}

/** A netstat table with the offload column, as it comes out of its grammar. */
export function table(
  records: readonly Connection[],
  about: Partial<Omit<Capture<"netstat">, "kind" | "records">> = {},
): Capture<"netstat"> & { readonly textOf: (record: Connection) => string } {
  return {
    textOf: printed,
    kind: "netstat",
    source: "capture.txt",
    named: null,
    headed: null,
    collectorNames: null,
    command: null,
    time: null,
    phase: null,
    collector: null,
    line: 1,
    endLine: records.length + 1,
    locale: "en-US",
    traits: { hasOffloadState: true, hasProcessId: records.some((record) => record.pid !== undefined), unreadRows: 0 },
    ...about,
    records,
  };
}

function printed({ protocol, localAddress, localPort, foreignAddress, foreignPort, ...row }: Connection): string {
  const ends = [`${localAddress}:${localPort}`, `${foreignAddress}:${foreignPort}`];
  return [protocol, ...ends, row.state, row.offloadState ?? row.unknownOffloadState].join(" ");
}

function endpoint(text: string): [string, number | string] {
  const colon = text.lastIndexOf(":");
  const address = text.slice(0, colon).replace(/^\[|\]$/g, "");
  const port = text.slice(colon + 1);
  return [address, /^\d+$/.test(port) ? Number(port) : port];
}

function readCell(draft: Draft, cell: string): void {
  const offloadState = offloadStates.find((state) => state === cell);
  if (offloadState !== undefined) draft.offloadState = offloadState;
  else if (cell.startsWith("?")) draft.unknownOffloadState = cell.slice(1);
  else if (cell.startsWith("pid=")) draft.pid = Number(cell.slice(4));
  else if (cell.startsWith("exe=")) draft.process = cell.slice(4);
  else draft.state = cell;
}
