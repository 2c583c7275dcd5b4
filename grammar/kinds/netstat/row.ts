import P from "parsimmon";
import { atLineEnd, lineEnd, token } from "../../lexicon/lexemes.ts";
import { type Cell, sourceOf } from "./cells.ts";
import type { RowDraft } from "./connection.ts";
import { offloadWords, stateNamed } from "./row-words.ts";

/** Where one end of a connection is, as printed. */
export interface Endpoint {
  readonly address: string;
  readonly port: string;
}

/** What every row begins with. */
export interface RowHead {
  readonly protocol: string;
  readonly local: Endpoint;
  readonly foreign: Endpoint;
}

interface RowEnd {
  readonly state?: string | undefined;
  readonly processId?: string | undefined;
  readonly offloadState?: string | undefined;
}

interface RowSpec {
  row: RowDraft;
  head: RowHead;
  tcp: RowEnd;
  udp: RowEnd;
  endpoint: Endpoint;
}

export const margin = cell("margin");
export const gap = cell("gap");
export const protocol = cell("protocol", "ipVersion").desc("TCP or UDP");
export const processId = cell("processId", "end");
export const offloadState = cell("offloadState", "end");
export const state = P.notFollowedBy(offloadState).then(cell("state", "end"));
export const anyCell = token(/\S+/);
const address = token(() => new RegExp(`${sourceOf("address")}(?=${sourceOf("portSign", "port", "end")})`));
const port = cell("portSign").then(cell("port", "end"));

/** What a row begins with, as far as it takes to tell it from prose: the protocol and something of an endpoint. */
export const rowStart = cell("margin", "protocol", "ipVersion", "gap", "endpointStart");

/** A line that ends behind the protocol: a mail program breaks there before a long address. */
export const protocolAlone = P.seq(margin, protocol, margin, lineEnd);

/** The last cell of a line that goes no further: whatever was expected, it should have gone on there. */
export const cutCell: P.Parser<never> = anyCell.skip(atLineEnd).chain(() => P.fail("the rest of the row"));

/** The row of netstat, cell by cell: the measure of the fast row. */
export const rowLanguage = P.createLanguage<RowSpec>({
  //   TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost
  row: ({ head, tcp, udp }) =>
    head
      .chain((start) => (start.protocol.startsWith("TCP") ? tcp : udp).map((end) => draftFrom(start, end)))
      .skip(margin)
      .skip(lineEnd),

  //   TCP    192.0.2.10:445         198.51.100.7:50012
  head: ({ endpoint }) => headOf(endpoint),

  //      ESTABLISHED     4536     InHost
  tcp: () =>
    P.seqObj<RowEnd>(
      ["state", gap.then(state).desc("a connection state")],
      ["processId", gap.then(processId).fallback(undefined)],
      ["offloadState", gap.then(offloadState).fallback(undefined)],
    ),

  //                                        4536
  udp: () =>
    P.seqObj<RowEnd>(
      ["processId", gap.then(processId)],
      ["offloadState", gap.then(offloadState).fallback(undefined)],
    ).fallback({}),

  // 192.0.2.10:445
  endpoint: () => P.seqObj<Endpoint>(["address", address], ["port", port]),
});

function cell(...sequence: readonly Cell[]): P.Parser<string> {
  return token(new RegExp(sourceOf(...sequence)));
}

/** The first three cells of a row, with such endpoints. */
export function headOf(endpoint: P.Parser<Endpoint>): P.Parser<RowHead> {
  return P.seqObj<RowHead>(
    margin,
    ["protocol", protocol],
    ["local", gap.then(endpoint.or(cutCell)).desc("a local address")],
    ["foreign", gap.then(endpoint.or(cutCell)).desc("a foreign address")],
  );
}

export function draftFrom({ protocol: name, local, foreign }: RowHead, end: RowEnd): RowDraft {
  return draftOf(
    name,
    local.address,
    local.port,
    foreign.address,
    foreign.port,
    end.state,
    end.processId,
    end.offloadState,
  );
}

/** The record that the printed cells of a row make; its line is put in later. */
export function draftOf(
  name: string,
  local: string,
  localPort: string,
  foreign: string,
  foreignPort: string,
  stateWord: string | undefined,
  pid: string | undefined,
  offloadWord: string | undefined,
): RowDraft {
  const draft: RowDraft = {
    line: 0,
    protocol: name.startsWith("UDP") ? "UDP" : "TCP",
    localAddress: addressOf(local),
    localPort: portOf(localPort),
    foreignAddress: addressOf(foreign),
    foreignPort: portOf(foreignPort),
  };
  if (stateWord !== undefined) draft.state = stateNamed(stateWord);
  if (pid !== undefined) draft.pid = Number(pid);
  const offloaded = offloadWord === undefined ? undefined : offloadWords.get(offloadWord);
  if (offloaded !== undefined) draft.offloadState = offloaded;
  return draft;
}

/** The address without the brackets that IPv6 has in front of a port. */
export function addressOf(cell: string): string {
  return cell.charCodeAt(0) === 0x5b && cell.endsWith("]") && cell.includes(":") ? cell.slice(1, -1) : cell;
}

/** The port as a number; service names, `*` and numbers no port can have stay text. */
function portOf(cell: string): number | string {
  if (cell.length > 5) return cell;
  let port = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const digit = cell.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return cell;
    port = port * 10 + digit;
  }
  return port <= 65_535 ? port : cell;
}
