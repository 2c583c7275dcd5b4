import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HEADING, row } from "../support/workplace.ts";

/** Folders of captures, each of a host of its own; the later ones have more rows. */
export async function putBundles(parent: string, count: number, rows: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const name = `SRV${String(at).padStart(2, "0")}`;
    const folder = join(parent, name.toLowerCase(), "captures");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "netstat.txt"), netstat(name, rows * at));
    await writeFile(join(folder, "global.txt"), global(name, at % 3 === 0 ? "disabled" : "enabled"));
  }
}

/** Every file of a directory and what is in it; the names alone where a folder is. */
export async function filesIn(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { withFileTypes: true });
  const contents = entries.map(async (entry): Promise<[string, string]> => {
    return [entry.name, entry.isFile() ? await readFile(join(directory, entry.name), "utf8") : "a folder"];
  });
  return new Map((await Promise.all(contents)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function netstat(host: string, rows: number): string {
  const printed = Array.from({ length: rows }, (_, at) =>
    row(1024 + (at % 60_000), at % 7 === 0 ? "Offloaded" : "InHost"),
  );
  const lines = [prompt(host, "netstat -nt"), "", "Active Connections", "", HEADING, "", ...printed, ""];
  return lines.join("\r\n");
}

function global(host: string, chimney: string): string {
  const settings = [
    `Receive-Side Scaling State          : enabled`,
    `Chimney Offload State               : ${chimney}`,
  ];
  const lines = ["Querying active state...", "", "TCP Global Parameters", "-".repeat(46), ...settings, ""];
  return [prompt(host, "netsh int tcp show global"), ...lines].join("\r\n");
}

/** A prompt of PowerShell in a session on another host, which names it. */
function prompt(host: string, command: string): string {
  return `[${host}]: PS C:\\> ${command}`;
}
