import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapter`: description, state and speed of each adapter, its driver, and whether it is a virtual one. */
export const netAdapter = adapterGrammar({
  kind: "netAdapter",
  title: "the adapters of Get-NetAdapter",
  cmdlet: "Get-NetAdapter",
  class: "MSFT_NetAdapter",
  ownLabels: [
    "LinkSpeed",
    "DriverInformation",
    "DriverFileName",
    "NdisVersion",
    "InterfaceOperationalStatus",
    "MediaConnectionState",
  ],
});
