import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";

//  20240115102233 - SRV01 Incident
const reports = /^(?<time>\d{14}) - (?<host>\S{1,63}?)(?: Incident)?$/i;

/**
 * IRTriage: a folder by local time and host. Its files hold the outputs of several commands one behind the other, so
 * that no command is that of the whole file.
 */
export const irTriage: Collector = {
  name: "IRTriage",
  attribute(path) {
    const run = containerLike(path, reports);
    return run === undefined ? undefined : attributed(irTriage.name, { run, clock: "local" });
  },
};
