import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

const room = /^logfiles$/i;

/** A file for each command, without headings. Its `ipconfig.txt` and `systeminfo.txt` are called as anybody's. */
const files: readonly KnownFile[] = [
  { name: /^netsh2\.txt$/i, command: "netsh interface tcp show global" },
  { name: /^netsh1\.txt$/i, command: "netsh interface ip show global" },
  { name: /^netsh\.txt$/i, command: "netsh int ip sh joins" },
  { name: /^netstat1\.txt$/i, command: "netstat -nab" },
  { name: /^netstat2\.txt$/i, command: "netstat -rse" },
  { name: /^tt_local_machine_\w{1,20}\.txt$/i },
];

/** TTSupport.bat of Trading Technologies, which puts what it captures among the log files of the product. */
export const ttSupport: Collector = {
  name: "TTSupport",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined || !isInFolder(path, room) ? undefined : attributed(ttSupport.name, { file });
  },
};
