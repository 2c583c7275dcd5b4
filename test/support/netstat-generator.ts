import fc from "fast-check";
import { type Connection, offloadStates } from "../../grammar/index.ts";
import { blankLine, type Printed, type PrintedLine, words } from "./printed.ts";

/** How a table was asked for and printed. */
interface Layout {
  readonly language: Language;
  readonly hasOffloadState: boolean;
  readonly hasProcessId: boolean;
  readonly hasOwners: boolean;
  readonly isNumeric: boolean;
  /** What stands between process id and offload word: netstat prints a TAB, a terminal makes blanks of it. */
  readonly tab: "kept" | "expanded";
  /** Where a row of UDP ends: in 2003 behind its addresses, in later versions its empty cells are printed too. */
  readonly udpCells: "left out" | "blank";
  /** Whether the blanks that end the lines survived. */
  readonly lineEnds: "as printed" | "trimmed";
}

type Cells = Omit<Connection, "line" | "pid" | "process" | "offloadState"> & {
  readonly processId: number;
  readonly owner: string | undefined;
  readonly offload: (typeof offloadStates)[number];
};

export interface Language {
  readonly title: string;
  /** Protocol, local address, foreign address, state, offload state. */
  readonly heading: readonly [string, string, string, string, string];
  /** Windows' word for a state, and netstat's English word for it. */
  readonly states: readonly (readonly [string, string])[];
}

const englishStates = [
  ...["LISTENING", "SYN_SENT", "SYN_RECEIVED", "ESTABLISHED", "ESTABLISHED", "ESTABLISHED", "FIN_WAIT_1"],
  ...["FIN_WAIT_2", "CLOSE_WAIT", "CLOSING", "LAST_ACK", "TIME_WAIT", "CLOSED"],
].map((state) => [state, state] as const);

export const languages: readonly Language[] = [
  {
    title: "Active Connections",
    heading: ["Proto", "Local Address", "Foreign Address", "State", "Offload State"],
    states: englishStates,
  },
  {
    title: "Aktive Verbindungen",
    heading: ["Proto.", "Lokale Adresse", "Remoteadresse", "Status", "Abladungsstatus"],
    states: [
      ["ABHÖREN", "LISTENING"],
      ["HERGESTELLT", "ESTABLISHED"],
      ["WARTEND", "TIME_WAIT"],
      ["FIN_WARTEN_2", "FIN_WAIT_2"],
      ["SCHLIESSEN_WARTEN", "CLOSE_WAIT"],
    ],
  },
  { title: "活动连接", heading: ["协议", "本地地址", "外部地址", "状态", "卸载状态"], states: englishStates },
];

const offloadWords = { inHost: "InHost", offloading: "Offloading", offloaded: "Offloaded", uploading: "Uploading" };

const layout: fc.Arbitrary<Layout> = fc.record({
  language: fc.constantFrom(...languages),
  hasOffloadState: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  hasProcessId: fc.boolean(),
  hasOwners: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  isNumeric: fc.boolean(),
  tab: fc.constantFrom("kept", "expanded"),
  udpCells: fc.constantFrom("left out", "blank"),
  lineEnds: fc.constantFrom("as printed", "trimmed"),
});

const address = fc.oneof(
  fc.nat(255).map((last) => `192.0.2.${last}`),
  fc.nat(255).map((last) => `198.51.100.${last}`),
  fc.nat(0xffff).map((last) => `2001:db8::${last.toString(16)}`),
  fc.constantFrom(
    "0.0.0.0",
    "127.0.0.1",
    "::",
    "::1",
    "fe80::1c2d:3e4f:5a6b:7c8d%9",
    "2001:db8:85a3:8d3:1319:8a2e:370:7348",
  ),
);
const name = fc.constantFrom(
  ...["FILES01", "sql-02", "web_03.example.com", "localhost", "сервер", "服务器", "ümit-pc"],
);
const port = fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom(80, 443, 445, 1433, 3389));
const service = fc.constantFrom("https", "microsoft-ds", "ms-sql-s", "epmap");

/** The output of netstat with any mix of switches, in any language whose table was captured. */
export const netstatTable: fc.Arbitrary<Printed> = layout.chain((chosen) =>
  fc.array(cellsFor(chosen), { minLength: 1, maxLength: 8 }).map((rows) => printed(rows, chosen)),
);

function cellsFor({ isNumeric, language }: Layout): fc.Arbitrary<Cells> {
  const anyAddress = isNumeric ? address : fc.oneof(address, name);
  const anyPort = isNumeric ? port : fc.oneof(port, service);
  const common = {
    localAddress: anyAddress,
    localPort: anyPort,
    processId: fc.oneof(fc.nat(65_535), fc.constantFrom(0, 4, 4_294_967_295)),
    owner: fc.option(fc.constantFrom("svchost.exe", "sqlservr.exe", "a name with blanks.exe"), { nil: undefined }),
    offload: fc.constantFrom(...offloadStates),
  };
  const tcp = fc.record({
    ...common,
    protocol: fc.constant("TCP" as const),
    foreignAddress: anyAddress,
    foreignPort: fc.oneof(anyPort, fc.constant(0)),
    state: fc.constantFrom(...language.states.map(([word]) => word)),
  });
  const udp = fc.record({
    ...common,
    protocol: fc.constant("UDP" as const),
    foreignAddress: fc.constant("*"),
    foreignPort: fc.constant("*"),
  });
  return fc.oneof({ weight: 4, arbitrary: tcp }, { weight: 1, arbitrary: udp });
}

function printed(rows: readonly Cells[], chosen: Layout): Printed {
  const lines = rows.flatMap((cells) => [printedRow(cells, chosen), ...ownerOf(cells, chosen)]);
  const { hasOffloadState, hasProcessId, hasOwners, isNumeric } = chosen;
  const switches = `${hasOffloadState ? "t" : ""}${hasProcessId ? "o" : ""}${hasOwners ? "b" : ""}${isNumeric ? "n" : ""}`;
  return {
    command: `netstat -a${switches}`,
    lines: [blankLine, words(chosen.language.title), blankLine, headingOf(chosen), blankLine, ...lines].map((line) =>
      chosen.lineEnds === "trimmed" ? { ...line, text: line.text.trimEnd() } : line,
    ),
  };
}

//   Proto  Local Address          Foreign Address        State           PID      Offload State
function headingOf({ language: { heading }, hasProcessId, hasOffloadState }: Layout): PrintedLine {
  const [protocol, local, foreign, state, offload] = heading;
  const end = `${hasProcessId ? "PID".padEnd(9) : ""}${hasOffloadState ? offload : ""}`;
  return words(`  ${protocol.padEnd(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}  ${state.padEnd(16)}${end}`);
}

//   TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536	InHost
function printedRow(cells: Cells, chosen: Layout): PrintedLine {
  const { hasOffloadState, hasProcessId, hasOwners, udpCells, language } = chosen;
  const { protocol, localAddress, localPort, foreignAddress, foreignPort, state, processId, owner, offload } = cells;
  const local = endpoint(localAddress, localPort);
  const foreign = endpoint(foreignAddress, foreignPort);
  const addresses = `  ${protocol.padEnd(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}`;
  const isOffloadPrinted = hasOffloadState && protocol === "TCP";
  const english = language.states.find(([word]) => word === state)?.[1];
  const endsEarly = protocol === "UDP" && !hasProcessId && udpCells === "left out";
  return {
    is: "row",
    text: endsEarly ? addresses : withEnd(`${addresses}  ${(state ?? "").padEnd(12)}    `, cells, chosen),
    connection: {
      ...{ protocol, localAddress, localPort, foreignAddress, foreignPort },
      ...(english !== undefined && { state: english }),
      ...(hasProcessId && { pid: processId }),
      ...(isOffloadPrinted && { offloadState: offload }),
      ...(hasOwners && owner !== undefined && { process: owner }),
    },
  };
}

/** The row with what follows the state: process id, TAB and offload word. */
function withEnd(
  row: string,
  { protocol, processId, offload }: Cells,
  { hasOffloadState, hasProcessId, tab }: Layout,
): string {
  const word = hasOffloadState ? (protocol === "TCP" ? offloadWords[offload] : "").padEnd(12) : "";
  if (!hasProcessId) return row + word;
  const text = `${row}${processId}`;
  if (!hasOffloadState) return text;
  return tab === "kept" ? `${text}\t${word}` : text.padEnd(Math.ceil((text.length + 1) / 8) * 8) + word;
}

/** What -b prints under a row: a component and the executable, or that it may not tell. */
function ownerOf({ owner, processId }: Cells, { hasOwners }: Layout): readonly PrintedLine[] {
  if (!hasOwners) return [];
  if (owner === undefined) return [{ text: " Can not obtain ownership information", is: "remark" }];
  const component: PrintedLine[] = processId % 2 === 0 ? [{ text: "  RpcSs", is: "owner" }] : [];
  return [...component, { text: ` [${owner}]`, is: "owner" }];
}

function endpoint(host: string, end: number | string): string {
  return host.includes(":") ? `[${host}]:${end}` : `${host}:${end}`;
}
