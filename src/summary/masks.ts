import { isMasked } from "../../grammar/lexicon/masks.ts";
import { type Columns, FIRST_PORT_NAME } from "./columns.ts";

/** Which addresses and ports of a table nobody knows: two that look the same are two unknown ones. */
export interface Masks {
  /** 1 for each masked address, by its id. */
  readonly addresses: Uint8Array;
  /** TCP rows of which an address or port is not known. */
  readonly rows: number;
  hasMask(row: number): boolean;
  hasMaskedPort(row: number): boolean;
}

/** Looks at each address and port of the table once; the rows are gone through only where one of them is masked. */
export function masksOf(columns: Columns): Masks {
  const { isTcp, localAddress, foreignAddress, localPort, foreignPort } = columns;
  const addresses = Uint8Array.from(columns.addresses.texts, (text, id) =>
    columns.addresses.quads[id] === undefined && isMasked(text) ? 1 : 0,
  );
  const ports = Uint8Array.from(columns.portNames.values, (port) => (isMasked(String(port)) ? 1 : 0));
  const isMaskedPort = (code: number | undefined) => ports[(code ?? 0) - FIRST_PORT_NAME] === 1;
  const isMaskedAddress = (id: number | undefined) => addresses[id ?? 0] === 1;
  const hasMaskedPort = (row: number) => isMaskedPort(localPort[row]) || isMaskedPort(foreignPort[row]);
  const hasMask = (row: number) =>
    isMaskedAddress(localAddress[row]) || isMaskedAddress(foreignAddress[row]) || hasMaskedPort(row);
  const isAny = addresses.includes(1) || ports.includes(1);
  const rows = isAny ? isTcp.reduce((found, tcp, row) => found + (tcp === 1 && hasMask(row) ? 1 : 0), 0) : 0;
  return { addresses, rows, hasMask, hasMaskedPort };
}
