import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { encode } from "../../support/bundles/encode.ts";
import { psSdp } from "../../support/bundles/ps-sdp.ts";
import { netstatTable, seeded } from "../captures.ts";

/** Bytes of bundles, all together. */
export interface BundleSizes {
  readonly packed: number;
  readonly unpacked: number;
}

type Random = (below: number) => number;

/** How large one bundle is: the rows of its table, and its bytes when it is unpacked. */
export interface BundleShape {
  readonly rows: number;
  readonly unpacked: number;
}

/** A bundle like most: the table of a busy server is some hundred kilobytes. */
const USUAL: BundleShape = { rows: 600, unpacked: 2_000_000 };

/** The largest there is in practice: a server with more connections than ports, and logs of years. */
export const LARGEST: BundleShape = { rows: 100_000, unpacked: 120_000_000 };

/** Members of a bundle for each one that holds captures. */
const MEMBERS_A_CAPTURE = 10;

const words = [
  "service",
  "entered",
  "the",
  "running",
  "state",
  "session",
  "logon",
  "audit",
  "success",
  "policy",
  "error",
];

/** Writes bundles as psSDP leaves them behind to a folder; the same bytes on every machine. */
export async function writeBundles(folder: string, bundles: number): Promise<BundleSizes> {
  await mkdir(folder, { recursive: true });
  let packed = 0;
  let unpacked = 0;
  for (let number = 0; number < bundles; number += 1) {
    const sizes = await writeBundle(folder, number, USUAL);
    packed += sizes.packed;
    unpacked += sizes.unpacked;
  }
  return { packed, unpacked };
}

/** Writes one bundle of a shape; with another number it is of another host. */
export async function writeBundle(folder: string, number: number, shape: BundleShape): Promise<BundleSizes> {
  const host = `SRV${String(number).padStart(4, "0")}`;
  const members = membersOf(host, shape, seeded(number + 1));
  const bytes = zipOf(members);
  await writeFile(join(folder, `tss_240202-191840_${host}_psSDP_Net.zip`), bytes);
  return { packed: bytes.length, unpacked: members.reduce((sum, { data }) => sum + data.length, 0) };
}

/** The members with captures, and nine times as many event logs and lists between them. */
function membersOf(host: string, { rows, unpacked }: BundleShape, random: Random) {
  const table = netstatTable(rows, random);
  const captures = psSdp({ host, language: "en-US" }).files.flatMap((file) =>
    "text" in file && file.path.startsWith(`${host}_TCPIP_`)
      ? [{ name: file.path, data: encode(file.text, file.encoding) }]
      : [],
  );
  const connections = {
    name: `${host}_TcpIp-Info.txt`,
    data: encode(`\r\n---------------\r\n[netstat -nato]\r\n---------------\r\n\r\n${table}`, "utf-16le"),
  };
  const all = [...captures, connections];
  const others = all.length * (MEMBERS_A_CAPTURE - 1);
  const size = (unpacked - all.reduce((sum, { data }) => sum + data.length, 0)) / others;
  return [
    ...all,
    ...Array.from({ length: others }, (_, at) => ({
      name: `${host}_${["evt_Log", "Hotfixes", "DriverList"][at % 3]}${at}.txt`,
      data: encode(eventLog(size / 2, random), "utf-16le"),
    })),
  ];
}

function eventLog(characters: number, random: Random): string {
  const lines: string[] = [];
  for (let length = 0; length < characters; ) {
    const text = Array.from({ length: 10 }, () => words[random(words.length)]).join(" ");
    const line = `2024-02-02 ${10 + random(10)}:${10 + random(50)}:${10 + random(50)}  ${1000 + random(9000)}  ${text}\r\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join("");
}
