import {
  type AnalyzeInput,
  type AnalyzeOptions,
  analyze,
  type Comparison,
  capturedSide,
  compareSides,
  type HostComparison,
  type ReadCaptures,
} from "../../src/index.ts";

/** A row of netstat: the last two numbers of the foreign address and port, its offload state, maybe a process id. */
export type Row = readonly [client: number, offloadState: string, pid?: number];

/** The comparison of two texts. */
export async function compared(before: string, after: string, options: AnalyzeOptions = {}): Promise<Comparison> {
  const [one, other] = [sourceOf("before.txt", before), sourceOf("after.txt", after)];
  return compareSides(
    await capturedSide(
      "before.txt",
      reading(() => one, options),
    ),
    await capturedSide(
      "after.txt",
      reading(() => other, options),
    ),
  );
}

/** Reads what is opened, for a side of a comparison. */
export function reading(open: () => AnalyzeInput, options: AnalyzeOptions = {}): ReadCaptures {
  return (along) => analyze(open(), { ...options, ...along });
}

/** The same of texts that both are of one host. */
export async function comparedHost(
  before: string,
  after: string,
  options: AnalyzeOptions = {},
): Promise<HostComparison> {
  const { hosts } = await compared(before, after, options);
  const [host] = hosts;
  if (host === undefined || hosts.length > 1) throw new Error(`one host expected, not ${hosts.length}`);
  return host;
}

/** A table of established connections. */
export function netstat(rows: readonly Row[]): string {
  const lines = rows.map(([client, state, pid]) => {
    const foreign = `198.51.100.${(client % 250) + 1}:${50_000 + client}`;
    const end = pid === undefined ? state : `${String(pid).padEnd(8)} ${state}`;
    return `  TCP    192.0.2.20:445         ${foreign.padEnd(22)} ESTABLISHED     ${end}`;
  });
  const columns = rows.some(([, , pid]) => pid !== undefined) ? "PID      Offload State" : "Offload State";
  const heading = `  Proto  Local Address          Foreign Address        State           ${columns}`;
  return ["Active Connections", "", heading, "", ...lines, ""].join("\r\n");
}

/** So many connections, the first of which are offloaded. */
export function table(offloaded: number, total: number): string {
  return netstat(Array.from({ length: total }, (_, at) => [at, at < offloaded ? "Offloaded" : "InHost"] as const));
}

/** `netsh int tcp show global` of Windows 7, with the settings as given. */
export function global(chimney: string, rss = "enabled"): string {
  return [
    "TCP Global Parameters",
    "----------------------------------------------",
    `Receive-Side Scaling State          : ${rss}`,
    `Chimney Offload State               : ${chimney}`,
    "NetDMA State                        : enabled",
    "",
  ].join("\r\n");
}

export function sourceOf(name: string, text: string) {
  return { name, bytes: once(new TextEncoder().encode(text)) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
