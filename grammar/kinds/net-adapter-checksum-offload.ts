import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterChecksumOffload`: which checksums each adapter computes. */
export const netAdapterChecksumOffload = adapterGrammar({
  kind: "netAdapterChecksumOffload",
  title: "the checksum offloads of the adapters",
  cmdlet: "Get-NetAdapterChecksumOffload",
  class: "MSFT_NetAdapterChecksumOffloadSettingData",
  ownLabels: ["IpIPv4Enabled", "TcpIPv4Enabled", "TcpIPv6Enabled", "UdpIPv4Enabled", "UdpIPv6Enabled"],
});
