/**
 * A row as six numbers of 32 bits. Addresses that are spelled as IPv4 stand there by their bits, all others as numbers of
 * texts, and so do ports; words of Windows have numbers of their own. What stands between the cells is kept too, so that
 * the line can be written again as it was.
 */
export const LOCAL = 0;
export const FOREIGN = 1;
/** The local port in the upper half, the foreign one in the lower. */
export const PORTS = 2;
/** `NO_PROCESS` where the row has none. */
export const PROCESS = 3;
/** Protocol, marks, and words, as below. */
export const WORDS = 4;
/** The gaps behind protocol, both addresses, state and process, from the lowest bits. */
export const GAPS = 5;

/** Numbers a row. */
export const ROW = 6;

export const NO_PROCESS = -1;

/** Protocols by their numbers, which are the lowest bits of `WORDS`. */
export const protocols = ["TCP", "TCPv6", "UDP", "UDPv6"] as const;
export const PROTOCOL_MASK = 3;
/** Set for UDP in either version. */
export const IS_UDP = 2;

/** Set where a number is that of a text. */
export const LOCAL_IS_TEXT = 1 << 2;
export const FOREIGN_IS_TEXT = 1 << 3;
export const LOCAL_PORT_IS_TEXT = 1 << 4;
export const FOREIGN_PORT_IS_TEXT = 1 << 5;

/** The number of the offload word, 0 without one. */
export const OFFLOAD_AT = 6;
export const OFFLOAD_MASK = 7;
/** The number of the state's word, 0 without one. */
export const STATE_AT = 9;
export const STATE_MASK = 1023;
export const MARGIN_AT = 19;
export const TRAILING_AT = 25;

/** A gap takes six bits: so many blanks, or one tab. */
export const GAP_BITS = 6;
export const GAP_MASK = 63;
export const TAB_GAP = 61;
export const MOST_BLANKS = 60;

/** Texts of a lot of rows: their numbers fit into the half of a number that ports have. */
export const MOST_TEXTS = 65_536;
