import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterRsc`: receive segment coalescing of each adapter, and why it does not work where it is enabled. */
export const netAdapterRsc = adapterGrammar({
  kind: "netAdapterRsc",
  title: "the receive segment coalescing of the adapters",
  cmdlet: "Get-NetAdapterRsc",
  class: "MSFT_NetAdapterRscSettingData",
  // IPv4Enabled and IPv6Enabled are printed by Get-NetAdapterLso, too.
  ownLabels: [
    "IPv4OperationalState",
    "IPv6OperationalState",
    "IPv4FailureReason",
    "IPv6FailureReason",
    "RscHardwareCapabilities",
  ],
  // The table has these titles on two lines: IPv4Operational above State.
  ownTitles: ["IPv4Operational", "IPv6Operational"],
});
