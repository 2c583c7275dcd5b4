import { wmiAdapterGrammar } from "../forms/wmi-adapters.ts";

/** `wmic nicconfig`: the addresses of the adapters, by their numbers and GUIDs, on every Windows up to Server 2022. */
export const wmicNicConfig = wmiAdapterGrammar({
  kind: "wmicNicConfig",
  title: "the addresses of the network adapters",
  command: "wmic nicconfig get Description,Index,IPAddress,MACAddress,SettingID",
  classes: ["nicconfig", "Win32_NetworkAdapterConfiguration"],
  ownLabels: ["IPEnabled", "IPSubnet", "SettingID", "DHCPEnabled", "DefaultIPGateway", "IPConnectionMetric"],
  names: ["Description", "Caption", "MACAddress"],
  kept: ["IPAddress", "IPEnabled", "Caption", "Index", "SettingID", "MACAddress"],
});
