import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { utcTimeOf } from "./time-stamp.ts";

//  cbcollect_info_ns_1@192.0.2.5_20240115-092233
const workFolder = /^cbcollect_info_.{1,255}_(\d{8}-\d{6})/i;

//  a rule, a description, a command, a rule
const heading = /^={78}\r?\n[^\n]{1,200}\n[^\n]{1,300}\n={78}\r?\n/;

/**
 * Couchbase's cbcollect_info. Its stamp is in UTC. The name of the node in it is one of the cluster, often an address:
 * the host is named by the `systeminfo` at the top of the same file, or not at all.
 */
export const cbcollect: Collector = {
  name: "cbcollect_info",
  attribute(path, head) {
    const work = containerLike(path, workFolder);
    if (work === undefined && !(/^couchbase\.log$/i.test(path.file) && heading.test(head))) return undefined;
    const time = utcTimeOf(work?.found[1] ?? "");
    // The logs of the server itself, which may be large.
    const isServerLog = /^ns_server\./i.test(path.file);
    return { collector: cbcollect.name, holdsCaptures: !isServerLog, ...(time === undefined ? {} : { time }) };
  },
};
