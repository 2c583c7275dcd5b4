import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";

//  msdbg.SRV01-2024.01.15_10.22.33, and the folder msdbg.SRV01 that it was packed from
const workFolder = /^msdbg\.(.{1,63}?)(?:-\d{4}\.\d\d\.\d\d_\d\d\.\d\d\.\d\d)?$/i;

//  Administrator @ SRV01:
//  PS C:\Windows\system32> netstat -nasert
const heading = /^(?:\s{0,8}\n)?\S[^\n@]{0,103} @ \S{1,255}:\r?\nPS [A-Z]:\\/;

/**
 * Microsoft's Get-NetView: each command has two lines above it, the first of which names the host. The stamp of the archive
 * is of a clock of twelve hours that does not say which half of the day: no time is derived from it.
 */
export const getNetView: Collector = {
  name: "Get-NetView",
  attribute(path, head) {
    const work = containerLike(path, workFolder);
    if (work === undefined) {
      return heading.test(head) ? { collector: getNetView.name, holdsCaptures: true } : undefined;
    }
    const isLog = path.folders.at(-1)?.toLowerCase() === "_logs";
    const host = { name: work.found[1] ?? "", by: work.by };
    return { collector: getNetView.name, holdsCaptures: !isLog, host };
  },
};
