import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetLbfoTeam`: Windows' own teams of adapters; `adapter` is the name of the team. */
export const lbfoTeam = adapterGrammar({
  kind: "lbfoTeam",
  title: "the teams of adapters",
  cmdlet: "Get-NetLbfoTeam",
  class: "MSFT_NetLbfoTeam",
  ownLabels: ["TeamingMode", "LoadBalancingAlgorithm", "TeamNics"],
});
