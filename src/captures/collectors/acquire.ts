import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  SRV01_20240115092233
const container = /^(?<host>.{1,63})_(?<time>\d{14})$/;

/** What acquire itself collected, beside what it copied from disks; outputs of commands are in a folder of their own. */
const metadata = /^\$metadata\$$/i;
const room = /^command-output$/i;

const files: readonly KnownFile[] = [{ name: /^netstat$/i, command: "netstat -a -n -o" }];

/** Fox-IT's acquire: an archive by host and UTC time. */
export const acquire: Collector = {
  name: "acquire",
  attribute(path) {
    if (!isInFolder(path, metadata) || !isInFolder(path, room)) return undefined;
    const run = containerLike(path, container);
    return attributed(acquire.name, { run, clock: "utc", file: fileAmong(files, path.file) });
  },
};
