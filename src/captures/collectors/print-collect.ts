import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

const files: readonly KnownFile[] = [
  { name: /^netstat\.txt$/i, command: "netstat -anob" },
  { name: /^ipconfig\.txt$/i, command: "ipconfig /all" },
  { name: /^hotfixes\.txt$/i, command: "Get-HotFix" },
  { name: /^script-(?:output|errors)\.txt$/i, isLog: true },
];

/** Microsoft's collector for printing. */
export const printCollect = resultsOf("Print-Collect", /^Print-Results-(?<host>.{1,63})-(?<time>\d{8}_\d{6})$/i);

/** The one for scheduled tasks, with the same files. */
export const schedCollect = resultsOf("Sched-Collect", /^Sched-Results-(?<host>.{1,63})-(?<time>\d{8}_\d{6})$/i);

/** A folder for each run, by host and local time, with a file for each command and no headings. */
function resultsOf(name: string, results: RegExp): Collector {
  return {
    name,
    attribute(path) {
      const run = containerLike(path, results);
      const file = fileAmong(files, path.file);
      return run === undefined ? undefined : attributed(name, { run, clock: "local", file });
    },
  };
}
