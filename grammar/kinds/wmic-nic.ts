import { wmiAdapterGrammar } from "../forms/wmi-adapters.ts";

/**
 * `wmic nic`: the adapters of every Windows up to Server 2022, with the speed of their links in bits per second. Server
 * 2003 leaves the speed out; MSNdis_LinkSpeed has it there, in hundreds of bits per second.
 */
export const wmicNic = wmiAdapterGrammar({
  kind: "wmicNic",
  title: "the network adapters and their speeds",
  command: "wmic nic get Index,Name,NetConnectionID,Speed",
  classes: ["nic", "Win32_NetworkAdapter", "MSNdis_LinkSpeed"],
  ownLabels: ["NetConnectionID", "NetEnabled", "NetConnectionStatus", "NdisLinkSpeed"],
  names: ["Name", "Description", "InstanceName", "NetConnectionID"],
  kept: ["NetConnectionID", "NetConnectionStatus", "Speed", "NdisLinkSpeed", "Index", "DeviceID", "GUID", "MACAddress"],
});
