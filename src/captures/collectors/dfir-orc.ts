import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  DFIR-ORC_Server_SRV01.example.com_Little, with archives inside
const orc = /^DFIR-ORC_[A-Za-z]{1,40}_(?<host>.{1,63})_[A-Za-z]{1,40}$/i;

const files: readonly KnownFile[] = [
  { name: /^netstat\.txt$/i, command: "netstat -a -n -o" },
  { name: /^Systeminfo\.csv$/i, command: "systeminfo /fo csv" },
];

/** DFIR-ORC: an archive by kind and full name of the computer, and in it an archive for each group of commands. */
export const dfirOrc: Collector = {
  name: "DFIR-ORC",
  attribute(path) {
    const run = containerLike(path, orc);
    return run === undefined ? undefined : attributed(dfirOrc.name, { run, file: fileAmong(files, path.file) });
  },
};
