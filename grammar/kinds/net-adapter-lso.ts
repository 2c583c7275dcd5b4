import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterLso`: large send offload of each adapter. */
export const netAdapterLso = adapterGrammar({
  kind: "netAdapterLso",
  title: "the large send offload of the adapters",
  cmdlet: "Get-NetAdapterLso",
  class: "MSFT_NetAdapterLsoSettingData",
  ownLabels: [
    "V1IPv4Enabled",
    "V2IPv4Enabled",
    "V2IPv6Enabled",
    "MaximumLsoVersionSupported",
    "LargeSendOffloadV1HardwareCapabilities",
    "LargeSendOffloadV2HardwareCapabilities",
  ],
});
