import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  HealthChecker-EX01-20240115102233.txt
const files: readonly KnownFile[] = [{ name: /^HealthChecker-(?<host>.{1,63})-(?<time>\d{14})\.(?:txt|xml|html)$/i }];

/** Microsoft's HealthChecker of Exchange: a report of its own, in which no command shows its output. */
export const healthChecker: Collector = {
  name: "HealthChecker",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined ? undefined : attributed(healthChecker.name, { clock: "local", file });
  },
};
