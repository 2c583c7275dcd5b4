import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";

//  -                      Netstat NATO Report for NODE:  NODE01
const nodeReport = /^-?[ \t]{1,80}\S[^\n]{0,80} Report for NODE:[ \t]/m;

/**
 * A script that asks every node of a cluster and writes all answers into one file: a heading above each answer names the
 * node, so nothing but the text can tell whose a capture is.
 */
export const clusterInfo: Collector = {
  name: "ClusterInfo",
  attribute(path, head) {
    const isIn = containerLike(path, /^ClusterInfo$/i) !== undefined;
    return isIn || nodeReport.test(head) ? { collector: clusterInfo.name, holdsCaptures: true } : undefined;
  },
};
