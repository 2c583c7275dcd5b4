import { type Language, lines, type RawOutput } from "./lines.ts";

/** The words of `netstat` in one language; of Japanese no table with the offload column is known. */
interface Words {
  readonly title: string;
  readonly heading: readonly [protocol: string, local: string, foreign: string, state: string];
  readonly offload: string;
  readonly states: { readonly [state: string]: string };
}

interface Row {
  readonly protocol: "TCP" | "UDP";
  readonly local: string;
  readonly foreign: string;
  readonly state: string;
  readonly processId: number;
  readonly offload: string;
  readonly owner: string;
}

const english: Words = {
  title: "Active Connections",
  heading: ["Proto", "Local Address", "Foreign Address", "State"],
  offload: "Offload State",
  states: {},
};
const german: Words = {
  title: "Aktive Verbindungen",
  heading: ["Proto.", "Lokale Adresse", "Remoteadresse", "Status"],
  offload: "Abladungsstatus",
  states: { LISTENING: "ABHÖREN", ESTABLISHED: "HERGESTELLT", TIME_WAIT: "WARTEND" },
};
const words: { readonly [L in Language]: Words } = { "en-US": english, "de-DE": german, "ja-JP": english };

const SQL = " [sqlservr.exe]";
const nobody = " Can not obtain ownership information";

const tcp = (local: string, foreign: string, state: string, processId: number, offload: string): Row => ({
  protocol: "TCP",
  local,
  foreign,
  state,
  processId,
  offload,
  owner: processId === 1812 ? SQL : nobody,
});

const udp = (local: string, processId: number): Row => ({
  ...tcp(local, "*:*", "", processId, ""),
  protocol: "UDP",
});

/** What every table shows: three offloaded of five eligible connections over IPv4, and one more over IPv6. */
const rows: readonly Row[] = [
  tcp("0.0.0.0:445", "0.0.0.0:0", "LISTENING", 4, "InHost"),
  tcp("0.0.0.0:1433", "0.0.0.0:0", "LISTENING", 1812, "InHost"),
  tcp("192.0.2.20:445", "198.51.100.31:50122", "ESTABLISHED", 4, "Offloaded"),
  tcp("192.0.2.20:445", "198.51.100.32:50817", "ESTABLISHED", 4, "InHost"),
  tcp("192.0.2.20:1433", "198.51.100.40:49877", "ESTABLISHED", 1812, "Offloaded"),
  tcp("192.0.2.20:1433", "198.51.100.41:51002", "ESTABLISHED", 1812, "Offloaded"),
  tcp("192.0.2.20:1433", "198.51.100.42:51003", "ESTABLISHED", 1812, "InHost"),
  tcp("192.0.2.20:50501", "192.0.2.5:88", "TIME_WAIT", 0, "InHost"),
  tcp("[2001:db8::20]:445", "[2001:db8::31]:50123", "ESTABLISHED", 4, "InHost"),
  udp("0.0.0.0:123", 1040),
  udp("[::1]:1900", 1388),
];

const isTcp = ({ protocol }: Row): boolean => protocol === "TCP";
const isTcpOverIpv4 = (row: Row): boolean => isTcp(row) && !row.local.startsWith("[");

/** How many rows the tables have, by what was asked for. */
export const netstatRows = {
  all: rows.length,
  tcp: rows.filter(isTcp).length,
  tcpOverIpv4: rows.filter(isTcpOverIpv4).length,
};

/** What `netstat` prints, by the switches it was run with. */
export const netstat = {
  nato: (language: Language) => table(words[language], rows, natoHeading, natoCells),
  natoTcp: (language: Language) => table(words[language], rows.filter(isTcpOverIpv4), natoHeading, natoCells),
  nt: (language: Language) => table(words[language], rows.filter(isTcp).slice(2), ntHeading, ntCells),
  anotb: (language: Language) => table(words[language], rows, natoHeading, withOwner(natoCells)),
  ano: (language: Language) => table(words[language], rows, anoHeading, anoCells),
  anob: (language: Language) => table(words[language], rows, anoHeading, withOwner(anoCells)),
} satisfies { readonly [switches: string]: RawOutput };

type Heading = (words: Words) => string;
type Cells = (words: Words, row: Row) => string;

function table(known: Words, shown: readonly Row[], heading: Heading, cells: Cells): string {
  return lines("", known.title, "", heading(known), "", ...shown.map((row) => cells(known, row)));
}

const anHeading: Heading = ({ heading: [protocol, local, foreign, state] }) =>
  `  ${protocol.padEnd(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}  ${state.padEnd(14)}`.trimEnd();
const anoHeading: Heading = (known) => `${anHeading(known).padEnd(69)}PID`;
const natoHeading: Heading = (known) => `${anoHeading(known).padEnd(78)}${known.offload}`;
const ntHeading: Heading = (known) => `${anHeading(known).padEnd(69)}${known.offload}`;

const anCells: Cells = ({ states }, { protocol, local, foreign, state }) =>
  `  ${protocol.padEnd(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}  ${(states[state] ?? state).padEnd(14)}`;
const anoCells: Cells = (known, row) => `${anCells(known, row)}  ${row.processId}`;
const natoCells: Cells = (known, row) => `${anoCells(known, row)}\t${row.offload.padEnd(12)}`;
const ntCells: Cells = (known, row) => `${anCells(known, row)}  ${row.offload.padEnd(12)}`;

function withOwner(cells: Cells): Cells {
  return (known, row) => `${cells(known, row)}\r\n${row.owner}`;
}
