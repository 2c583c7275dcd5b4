import type { Origin, TestBundle, TestFile } from "./bundle.ts";
import { getNetView, offloadGlobalSetting } from "./get-netview.ts";
import { hostOutputs, lines } from "./texts.ts";

/** A health test of a cluster: one folder a node, and on each node what Get-NetView collected. */
export function sddc(...nodes: readonly Origin[]): TestBundle {
  return {
    name: "HealthTest-CLU1-20240115-1022",
    files: [
      { path: "0_CloudHealthSummary.log", text: lines("Cluster CLU1: netsh int tcp show global"), encoding: "utf-8" },
      ...nodes.flatMap(nodeFiles),
    ],
  };
}

function nodeFiles(node: Origin): readonly TestFile[] {
  const folder = `Node_${node.host}`;
  const netView = getNetView(node);
  return [
    { path: `${folder}/SystemInfo.TXT`, text: hostOutputs.systemInfo(node.host), encoding: "utf-16le" },
    { path: `${folder}/GetNetOffloadGlobalSetting.txt`, text: offloadGlobalSetting, encoding: "ascii" },
    { path: `${folder}/GetNetView/${netView.name}.zip`, inner: netView },
  ];
}
