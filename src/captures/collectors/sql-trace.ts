import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { timeOf } from "./time-stamp.ts";

const workFolder = /^SQLTrace_(\d{8}_\d{6})$/i;

/** Microsoft's SQLTrace: its folder is named after the time at which the trace began, which is that of no later file. */
export const sqlTrace: Collector = {
  name: "SQLTrace",
  attribute(path) {
    const work = containerLike(path, workFolder);
    if (work === undefined) return undefined;
    const own = { collector: sqlTrace.name, holdsCaptures: true };
    const at = /^NetStatAt(Start|End)\.txt$/i.exec(path.file)?.[1]?.toLowerCase();
    if (at === undefined) return own;
    const command = "netstat -abon";
    if (at === "end") return { ...own, command, phase: "stop" };
    const time = timeOf(work.found[1] ?? "");
    return { ...own, command, phase: "start", ...(time === undefined ? {} : { time }) };
  },
};
