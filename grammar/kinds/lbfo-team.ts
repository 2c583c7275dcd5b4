import { adapterGrammar, allProperties } from "../forms/objects/adapters.ts";

/** `Get-NetLbfoTeam`: Windows' own teams of adapters; `adapter` is the name of the team. */
export const lbfoTeam = adapterGrammar({
  kind: "lbfoTeam",
  title: "the teams of adapters",
  cmdlet: "Get-NetLbfoTeam",
  ownLabels: ["TeamingMode", "LoadBalancingAlgorithm", "TeamNics"],
  properties: allProperties,
});
