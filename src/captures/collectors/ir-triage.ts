import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  20240115102233 - SRV01 Incident
const reports = /^(?<time>\d{14}) - (?<host>\S{1,63}?)(?: Incident)?$/i;
const files: readonly KnownFile[] = [{ name: /^IP Info\.txt$/i, command: "ipconfig /all" }];
const connections = /^Network Connections\.txt$/i;

/**
 * IRTriage: a folder by local time and host. Its files hold the outputs of several commands one behind the other: that of
 * the connections both tables of netstat.
 */
export const irTriage: Collector = {
  name: "IRTriage",
  attribute(path) {
    const run = containerLike(path, reports);
    if (run === undefined) return undefined;
    const known = attributed(irTriage.name, { run, clock: "local", file: fileAmong(files, path.file) });
    return connections.test(path.file) ? { ...known, commands: ["netstat -nao", "netstat -naob"] } : known;
  },
};
