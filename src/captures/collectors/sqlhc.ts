import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

/** Names that nobody else gives. Its `systeminfo.txt` is called as anybody's. */
const files: readonly KnownFile[] = [
  { name: /^netshinttcpshglorsschimney\.txt$/i, command: "netsh interface tcp show global" },
  { name: /^netshintshint\.txt$/i, command: "netsh interface show interface" },
  { name: /^netipconfigall\.txt$/i, command: "ipconfig /all" },
  { name: /^kblistinstalled\.txt$/i, command: "wmic qfe list /format:csv" },
  { name: /^netstatssvr\.txt$/i, command: "net statistics server" },
];

/** SQLHC, a health check of SQL Server: a file for each command, in an archive within an archive. */
export const sqlhc: Collector = {
  name: "SQLHC",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined ? undefined : attributed(sqlhc.name, { file });
  },
};
