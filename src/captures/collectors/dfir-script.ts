import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  DFIR-SRV01-2024-01-15
const output = /^DFIR-(?<host>.{1,63})-(?<time>\d{4}-\d\d-\d\d)$/i;

const files: readonly KnownFile[] = [
  { name: /^Open(?:TCP)?Connections\.(?:csv|txt)$/i, command: "Get-NetTCPConnection -State Established" },
  { name: /^ipconfig\.txt$/i, command: "ipconfig /all" },
];

/** Bert-JanP's script for incident response: a folder by host and local day, with tables in its CSV files. */
export const dfirScript: Collector = {
  name: "DFIR-Script",
  attribute(path) {
    const run = containerLike(path, output);
    const file = fileAmong(files, path.file);
    return run === undefined ? undefined : attributed(dfirScript.name, { run, clock: "local", file });
  },
};
