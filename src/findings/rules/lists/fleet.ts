import type { FleetRule } from "../../fleet-rule.ts";
import clusterNodesDiffer from "../cluster-nodes-differ.ts";
import fleetInconsistentChimney from "../fleet-inconsistent-chimney.ts";
import fleetInconsistentParameters from "../fleet-inconsistent-parameters.ts";

/** Rules on several hosts side by side. */
export const fleetRules: readonly FleetRule[] = [
  fleetInconsistentChimney,
  fleetInconsistentParameters,
  clusterNodesDiffer,
];
