import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { timeOf } from "./time-stamp.ts";

//  SRV01_20240115_102233
const workFolder = /^(.{1,63})_(\d{8}_\d{6})$/;

//  INITIALIZE file C:\mDCT\SRV01_20240115_102233\_Network\netstat-nato.txt by admin on SRV01 in Domain CONTOSO
const opening = /^\S[^\n]{0,60} \. INITIALIZE file [^\n]{0,260}?_(\d{8}_\d{6})\\/;

const ownRoom = /^(?:_Network|GeneralSystemInfo)$/i;

/** The folder of versions up to 1.05, whose files begin with a heading at once: a rule, a clock and a command. */
const earlierRoom = /^Network$/i;
const heading = /^={82} ?\r?\n={5} {1,2}\d/;

/**
 * mDCT++ of Honeywell. The first line of a file names the host and the folder, whose stamp is the only date that is the
 * same everywhere; above each command stands a clock without a day, which is told from that stamp.
 */
export const mdct: Collector = {
  name: "mDCT++",
  attribute(path, head) {
    const work = containerLike(path, workFolder);
    const opened = opening.exec(head);
    const isEarlier = isInFolder(path, earlierRoom) && heading.test(head.trimStart());
    const isIn = work !== undefined && (isInFolder(path, ownRoom) || isEarlier);
    if (!isIn && opened === null) return undefined;
    const time = timeOf(opened?.[1] ?? work?.found[2] ?? "");
    return {
      collector: mdct.name,
      holdsCaptures: true,
      ...(work === undefined ? {} : { host: { name: work.found[1] ?? "", by: work.by } }),
      ...(time === undefined ? {} : { time }),
    };
  },
};
