import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  SRV01.20240115102233
const caseFolder = /^(?<host>.{1,63})\.(?<time>\d{14})$/;

/** Other tools of this trade have a folder of that name too, within folders that are called otherwise. */
const room = /^LiveResponseData$/i;

const files: readonly KnownFile[] = [
  { name: /^Open_network_connections\.txt$/i, command: "netstat -anbo" },
  { name: /^Internet_settings\.txt$/i, command: "ipconfig /all" },
  { name: /^system_info\.txt$/i, command: "systeminfo" },
  { name: /^Windows_Version\.txt$/i, command: "ver" },
  { name: /^services_aw_processes\.txt$/i, command: "tasklist /SVC" },
  { name: /^Running_processes\.txt$/i, command: "tasklist /V" },
  { name: /^routing_table\.txt$/i, command: "netstat -rn" },
];

/** DFIRtriage: a folder by host and local time, and in it a file for each command, without headings. */
export const dfirTriage: Collector = {
  name: "DFIRtriage",
  attribute(path) {
    if (!isInFolder(path, room)) return undefined;
    const run = containerLike(path, caseFolder);
    const file = fileAmong(files, path.file);
    const isOwn = run !== undefined || file !== undefined;
    return isOwn ? attributed(dfirTriage.name, { run, clock: "local", file }) : undefined;
  },
};
