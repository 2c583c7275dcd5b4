import { attributed } from "../../../src/captures/collectors/attributed.ts";
import type { Collector } from "../../../src/captures/collectors/collector.ts";
import { containerLike } from "../../../src/captures/collectors/containers.ts";

//  new-name_SRV01_20240115-102233
const folder = /^new-name_(?<host>.{1,63})_(?<time>\d{8}-\d{6})$/i;

/** Say whose tool it is, and what of its layout tells host and time. Replace the pattern by that of its folder. */
export const newName: Collector = {
  name: "new-name",
  attribute(path) {
    const run = containerLike(path, folder);
    return run === undefined ? undefined : attributed(newName.name, { run, clock: "local" });
  },
};
