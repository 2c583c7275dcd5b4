import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

/** The category of the modules that run commands. */
const room = /^LiveResponse$/i;

const files: readonly KnownFile[] = [
  { name: /^network_connections\.txt$/i, command: "netstat -anob" },
  { name: /^SystemInfo\.csv$/i, command: "systeminfo /FO CSV" },
  { name: /^msinfo\.txt$/i },
];

/** KAPE's modules for live response: a file for each, without headings. */
export const kape: Collector = {
  name: "KAPE",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined || !isInFolder(path, room) ? undefined : attributed(kape.name, { file });
  },
};
