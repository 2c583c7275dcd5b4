import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { analyze } from "../../src/analyze.ts";
import { bundleEntry, mergeRollups } from "../../src/fleet/index.ts";
import { netstatTable, seeded } from "./captures.ts";
import { writePieces } from "./inputs.ts";

/** Stands for the name of a host in what is made once for many of them. */
const NAME = "SRV-NNNNNN";

/** Stands for a SHA-256. */
const DIGEST = "d".repeat(64);

/** Hosts that are made by analysing captures; the others are copies with names, digests and fingerprints of their own. */
const KINDS = 24;

/** Rows of each host's table. */
const ROWS = 30;

/** The roll-ups of several shares of a fleet, a host a bundle, the same on every machine; gives their paths below `place`. */
export async function writeRollups(place: string, hosts: number, shares: number): Promise<readonly string[]> {
  const kinds = await entries();
  const paths: string[] = [];
  for (let share = 0; share < shares; share += 1) {
    const folder = `share${share + 1}`;
    await mkdir(join(place, folder), { recursive: true });
    const path = join(folder, "rollup.json");
    await writePieces(join(place, path), pieces(kinds, hosts, share, shares));
    paths.push(path);
  }
  return paths;
}

/** Every so manieth host, as `batch --shard` deals them out. */
function* pieces(kinds: readonly string[], hosts: number, share: number, shares: number): Generator<string> {
  const { bundles: _, ...rest } = mergeRollups([]);
  const { fleet, ...head } = rest;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "bundles": [\n`;
  let before = "";
  for (let at = share; at < hosts; at += shares) {
    const name = `SRV-${String(at).padStart(6, "0")}`;
    const digest = createHash("sha256").update(name).digest("hex");
    yield before + (kinds[at % kinds.length] ?? "").replaceAll(NAME, name).replaceAll(DIGEST, digest);
    before = ",\n";
  }
  yield `\n  ],\n  "fleet": ${JSON.stringify(fleet)}\n}\n`;
}

/** An entry of each kind as JSON. */
async function entries(): Promise<readonly string[]> {
  const random = seeded(KINDS);
  const made: string[] = [];
  for (let at = 0; at < KINDS; at += 1) {
    const source = `captures/${NAME}.txt`;
    const report = await analyze({ name: source, content: capture(at, random) });
    const digests = new Map(
      report.hosts.flatMap(({ captures }) => captures.map(({ line }) => [`${source}:${line}`, DIGEST])),
    );
    made.push(
      JSON.stringify(bundleEntry(report, { name: source, fingerprint: DIGEST, bytes: 4000 + at }, digests), null, 2),
    );
  }
  return made;
}

function capture(at: number, random: (below: number) => number): string {
  return `C:\\>hostname\r
${NAME}\r
\r
C:\\>netsh int tcp show global\r
TCP Global Parameters\r
----------------------------------------------\r
Receive-Side Scaling State          : ${at % 8 === 0 ? "disabled" : "enabled"}\r
Chimney Offload State               : ${["automatic", "enabled", "disabled"][at % 3]}\r
NetDMA State                        : enabled\r
Direct Cache Acess (DCA)            : disabled\r
Receive Window Auto-Tuning Level    : ${at % 12 === 0 ? "disabled" : "normal"}\r
Add-On Congestion Control Provider  : ctcp\r
ECN Capability                      : disabled\r
RFC 1323 Timestamps                 : disabled\r
\r
C:\\>netstat -nto\r
${netstatTable(ROWS, random)}`;
}
