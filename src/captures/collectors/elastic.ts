import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  local-diagnostics-20240115-102233
const diagnostics = /^(?:[a-z]{1,20}-){0,3}diagnostics-(?<time>\d{8}-\d{6})$/i;

const room = /^syscalls$/i;

const files: readonly KnownFile[] = [{ name: /^netstat\.txt$/i, command: "netstat -ano" }];

/** Elastic's support diagnostics. Nothing in its names tells the host, nor of which zone its stamp is. */
export const elastic: Collector = {
  name: "Elastic support diagnostics",
  attribute(path) {
    const run = containerLike(path, diagnostics);
    if (run === undefined || !isInFolder(path, room)) return undefined;
    return attributed(elastic.name, { run, file: fileAmong(files, path.file) });
  },
};
