import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

/** Two underscores behind the host. What is called CSV is so for some of the files only: that of netstat is a table. */
const files: readonly KnownFile[] = [
  { name: /^(?<host>.{1,63})__netstat\.csv$/i, command: "netstat -ano" },
  { name: /^(?<host>.{1,63})__tasklist_service\.csv$/i, command: "tasklist /svc /FO csv" },
  { name: /^(?<host>.{1,63})__netadapters\.csv$/i, command: "wmic nic where NetEnabled='TRUE' get /FORMAT:CSV" },
  { name: /^(?<host>.{1,63})__(?:netconfig|imagepaths|startuplist|tasklist_(?:modules|verbose))\.csv$/i },
  { name: /^(?<host>.{1,63})__currenttime\.txt$/i },
];

/** A batch file for the first phase of an incident, known by the folder `phase1` that it makes. */
export const phase1Batch: Collector = {
  name: "phase1 batch",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined ? undefined : attributed(phase1Batch.name, { file });
  },
};
