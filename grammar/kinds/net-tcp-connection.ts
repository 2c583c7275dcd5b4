import type { Draft } from "../contract/sheet.ts";
import { cmdletGrammar } from "../forms/objects/cmdlet.ts";
import { type PrintedObject, propertyOf } from "../forms/objects/printed-object.ts";
import { type ConnectionState, type OffloadState, offloadStates } from "../locales/locale.ts";
import { nearMissMessage } from "../near-misses/near-miss.ts";
import type { Connection, NetstatTraits } from "./netstat/connection.ts";

/** PowerShell's words for the states, which it does not translate, with their numbers and netstat's words. */
const states: ReadonlyMap<string, ConnectionState> = byWordAndNumber([
  [1, "Closed", "CLOSED"],
  [2, "Listen", "LISTENING"],
  [3, "SynSent", "SYN_SENT"],
  [4, "SynReceived", "SYN_RECEIVED"],
  [5, "Established", "ESTABLISHED"],
  [6, "FinWait1", "FIN_WAIT_1"],
  [7, "FinWait2", "FIN_WAIT_2"],
  [8, "CloseWait", "CLOSE_WAIT"],
  [9, "Closing", "CLOSING"],
  [10, "LastAck", "LAST_ACK"],
  [11, "TimeWait", "TIME_WAIT"],
  [12, "DeleteTCB", "DELETE_TCB"],
  [100, "Bound", "BOUND"],
]);
const offloadWords: ReadonlyMap<string, OffloadState> = byWordAndNumber(
  offloadStates.map((state, number) => [number, state, state]),
);

const PORT = /^\d{1,5}$/;
const PID = /^\d{1,10}$/;
const WITHOUT = nearMissMessage({
  name: "output of Get-NetTCPConnection without its property OffloadState",
  lacks: "offload states",
  run: "Get-NetTCPConnection | Format-List *, or netstat -nato",
});

/** `Get-NetTCPConnection` with its property OffloadState: connections as netstat has them. */
export const netTcpConnection = cmdletGrammar<"netTcpConnection", Connection, NetstatTraits>(
  {
    kind: "netTcpConnection",
    title: "the connections of Get-NetTCPConnection",
    cmdlet: "Get-NetTCPConnection",
    notes: "with its property `OffloadState`: counted like the rows of netstat",
    class: "MSFT_NetTCPConnection",
    ownLabels: ["OffloadState", "OwningProcess", "AppliedSetting"],
  },
  (objects) => {
    const records = objects.flatMap(connectionOf);
    const hasOffloadState = objects.some((object) => propertyOf(object, "OffloadState") !== undefined);
    const hasProcessId = records.some(({ pid }) => pid !== undefined);
    const traits = { hasOffloadState, hasProcessId, unreadRows: objects.length - records.length };
    const first = records[0];
    if (hasOffloadState || first === undefined) return { records, traits };
    return { records: [], traits, remarks: [{ code: "other-output", message: WITHOUT, at: first.from }] };
  },
);

/** The connection that an object is; none where it lacks an end. */
function connectionOf(object: PrintedObject): readonly Draft<Connection>[] {
  const localAddress = propertyOf(object, "LocalAddress");
  const foreignAddress = propertyOf(object, "RemoteAddress");
  const localPort = portOf(propertyOf(object, "LocalPort"));
  const foreignPort = portOf(propertyOf(object, "RemotePort"));
  if (!localAddress || !foreignAddress || localPort === undefined || foreignPort === undefined) return [];
  const pid = propertyOf(object, "OwningProcess") ?? "";
  const state = stateOf(propertyOf(object, "State"));
  const process = propertyOf(object, "ProcessName");
  return [
    {
      from: object.from,
      ...{ protocol: "TCP", localAddress, localPort, foreignAddress, foreignPort },
      ...(state !== undefined && { state }),
      ...(PID.test(pid) && { pid: Number(pid) }),
      ...offloadStateOf(propertyOf(object, "OffloadState")),
      ...(process && { process }),
    },
  ];
}

function portOf(printed: string | undefined): number | string | undefined {
  return printed !== undefined && PORT.test(printed) ? Number(printed) : printed || undefined;
}

function stateOf(printed: string | undefined): string | undefined {
  return printed === undefined || printed === "" ? undefined : (states.get(printed.toLowerCase()) ?? printed);
}

function offloadStateOf(printed: string | undefined): Pick<Draft<Connection>, "offloadState" | "unknownOffloadState"> {
  if (printed === undefined || printed === "") return {};
  const known = offloadWords.get(printed.toLowerCase());
  return known === undefined ? { unknownOffloadState: printed } : { offloadState: known };
}

/** JSON and CLIXML have the number where the others have the word. */
function byWordAndNumber<V>(words: readonly (readonly [number, string, V])[]): ReadonlyMap<string, V> {
  return new Map(
    words.flatMap(([number, word, value]) => [
      [word.toLowerCase(), value],
      [String(number), value],
    ]),
  );
}
