import type { Attribution, Collector } from "../../../src/captures/collectors/collector.ts";
import { containerLike } from "../../../src/captures/collectors/containers.ts";
import { timeOf } from "../../../src/captures/collectors/time-stamp.ts";

//  new-name_SRV01_20240115-102233
const folder = /^new-name_(.{1,63})_(\d{8}-\d{6})$/i;

/** Say whose tool it is, and what of its layout tells host and time. Replace the pattern by that of its folder. */
export const newName: Collector = {
  name: "new-name",
  attribute(path): Attribution | undefined {
    const bundle = containerLike(path, folder);
    if (bundle === undefined) return undefined;
    const time = timeOf(bundle.found[2] ?? "");
    return {
      collector: newName.name,
      holdsCaptures: true,
      host: { name: bundle.found[1] ?? "", by: bundle.by },
      ...(time === undefined ? {} : { time }),
    };
  },
};
