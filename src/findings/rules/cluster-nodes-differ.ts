import type { SettingKey } from "../../../grammar/index.ts";
import { source } from "../../facts/sources.ts";
import type { FleetHost } from "../fleet-host.ts";
import { defineFleetRule, incomparable } from "../fleet-rule.ts";
import { difference, namesOf, sideBySide } from "../side-by-side.ts";

/** Hosts that are nodes of one cluster, or may be. */
interface Cluster {
  readonly nodes: readonly FleetHost[];
  /** A collector that gathers the nodes of a cluster, or that each of them runs the Cluster service. */
  readonly knownBy: "collector" | "service";
}

/** Collectors whose bundle is one cluster, one host a node. */
const clusterCollectors: readonly string[] = ["SDDC", "ClusterInfo"];

const settings: readonly (readonly [SettingKey, string])[] = [
  ["chimneyOffload", "Chimney"],
  ["receiveSideScaling", "Receive-Side Scaling"],
];

export default defineFleetRule({
  id: "cluster-nodes-differ",
  severity: "warning",
  title: "Nodes of one cluster differ in Chimney or RSS",
  rationale:
    "After a failover the same service runs on another node. Where the nodes differ, it then behaves differently, and only then.",
  falseAlarms:
    "Only a cluster's own collector names the cluster: other hosts that were captured together and run the Cluster service may belong to different clusters. In a rolling upgrade nodes differ for a while, as the defaults of their versions do.",
  remedy: "Give all nodes the same values; drain each node before changing it.",
  references: [source("conclusion", "that the nodes of a cluster should be alike")],
  needs: ["tcpGlobal", "cluster"],
  examples: {
    fails: { text: example("enabled", "disabled"), os: "2008R2", context: ["cluster"] },
    passes: { text: example("enabled", "enabled"), os: "2008R2", context: ["cluster"] },
  },
  *check(hosts) {
    const nameOf = namesOf(hosts);
    const sides = clustersAmong(hosts).flatMap((cluster) =>
      settings.map(([setting, name]) => ({ ...cluster, name, side: sideBySide(cluster.nodes, setting) })),
    );
    if (sides.every(({ side }) => side.compared < 2))
      yield incomparable("no two hosts whose settings were captured are known to be nodes of one cluster");
    for (const { nodes, knownBy, name, side } of sides) {
      if (side.values.length < 2) continue;
      const bands = new Set(nodes.map(({ os }) => os?.band));
      const [band] = bands;
      const { said, ...rest } = difference(side, bands.size === 1 ? band : undefined, nameOf);
      const doubts = doubtsAbout(knownBy, bands.size);
      yield {
        about: name,
        message: [`${name} differs between nodes of a cluster: ${said}.`, ...doubts].join(" "),
        ...(doubts.length > 0 && { kind: "review" }),
        ...rest,
      };
    }
  },
});

/** In one bundle there is one cluster; files of no bundle are taken together. */
function clustersAmong(hosts: readonly FleetHost[]): readonly Cluster[] {
  const bundles = new Map<string | null, FleetHost[]>();
  for (const host of hosts) {
    if (!isCollectedAsNode(host) && host.features.cluster !== "on") continue;
    const nodes = bundles.get(host.bundle);
    if (nodes === undefined) bundles.set(host.bundle, [host]);
    else nodes.push(host);
  }
  return [...bundles.values()].map((nodes): Cluster => {
    const isCollected = nodes.every(isCollectedAsNode);
    return { nodes, knownBy: isCollected ? "collector" : "service" };
  });
}

function isCollectedAsNode({ collectors }: FleetHost): boolean {
  return collectors.some((collector) => clusterCollectors.includes(collector));
}

function doubtsAbout(knownBy: Cluster["knownBy"], versions: number): readonly string[] {
  return [
    ...(knownBy === "service"
      ? ["That they are nodes of one cluster is concluded from the running Cluster service."]
      : []),
    ...(versions > 1 ? ["They do not all run the same version of Windows, as during a rolling upgrade."] : []),
  ];
}

function example(...states: readonly string[]): string {
  return states.map(listing).join("\n");
}

function listing(receiveSideScaling: string, at: number): string {
  return String.raw`[NODE0${at + 1}]: PS C:\> netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${receiveSideScaling}
Chimney Offload State               : disabled
`;
}
