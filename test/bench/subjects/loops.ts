import { netstat } from "../../../grammar/kinds/netstat/index.ts";
import { analyze } from "../../../src/index.ts";
import { netstatTable, seeded } from "../captures.ts";
import { bareLoop } from "./bare-loop.ts";
import { connectionsCsv } from "./in-process-csv.ts";

/** A process of its own, told by messages which loop to run next: a large heap would slow down whatever else is started. */
const text = netstatTable(Number(process.argv[2]), seeded(Number(process.argv[2])));
const bytes = new TextEncoder().encode(text);
const segment = { text: text.replaceAll("\r\n", "\n"), runs: [{ ordinal: 0, line: 1 }] };

/** What each loop is, and gives back: the number of its rows, or of the characters it would print. */
const loops = {
  "hand-written loop": () => bareLoop(text).length,
  "our grammar": () => netstat.read(segment, { command: null }).records.length,
  "bytes to summary": async () => {
    const report = await analyze({ name: "table.txt", bytes: chunks() });
    return report.hosts[0]?.summary.connections?.total ?? 0;
  },
  "bytes to CSV": async () => {
    let length = 0;
    await connectionsCsv({ name: "table.txt", bytes: chunks() }, (text) => {
      length += text.length;
    });
    return length;
  },
} satisfies Readonly<Record<string, () => number | Promise<number>>>;

export type LoopName = keyof typeof loops;

/** What a loop took and gave back. */
export interface Looped {
  readonly seconds: number;
  readonly result: number;
}

process.on("message", async (name: LoopName) => {
  const began = performance.now();
  const result = await loops[name]();
  process.send?.({ seconds: (performance.now() - began) / 1000, result } satisfies Looped);
});

/** The pieces in which a file stream gives its bytes. */
async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
