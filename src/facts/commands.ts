import type { SettingKey } from "../../grammar/index.ts";
import type { OsBand } from "./os-bands.ts";

/** The key below which Server 2003's values, EnableTCPA and DisableTaskOffload are. */
export const TCPIP_PARAMETERS = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`;

/** The key below which the drivers of network adapters have their settings. */
export const ADAPTER_CLASS = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}`;

/** Commands that supply evidence, by what they show. */
export const showCommands = {
  connections: "netstat -nato",
  settings: "netsh int tcp show global",
  taskOffload: "netsh int ip show global",
  chimneyStats: "netsh int tcp show chimneystats",
  chimneyPorts: "netsh int tcp show chimneyports",
  chimneyApplications: "netsh int tcp show chimneyapplications",
  registry: `reg query ${TCPIP_PARAMETERS}`,
  version: "ver",
  system: "systeminfo",
  services: "sc query type= all state= all",
  adapters: "Get-NetAdapterAdvancedProperty",
  rss: "Get-NetAdapterRss",
  adapterClass: `reg query "${ADAPTER_CLASS}" /s`,
  linkSpeeds: "wmic nic get Index,Name,NetConnectionID,Speed",
  lineRates: String.raw`wmic /namespace:\\root\wmi path MSNdis_LinkSpeed get InstanceName,NdisLinkSpeed`,
  adapterAddresses: "wmic nicconfig get Description,Index,IPAddress,MACAddress,SettingID",
  dynamicPorts: "netsh int ipv4 show dynamicport tcp",
  processes: "tasklist",
  processServices: "tasklist /svc",
  addresses: "ipconfig /all",
  offloadGlobal: "Get-NetOffloadGlobalSetting",
} as const;

/**
 * The names that `netsh int tcp set global` has for settings; those whose name no source gives are left out. The last
 * five are from its help on Windows 10 and 11 (captured).
 */
const globalParameters: { readonly [K in SettingKey]?: string } = {
  chimneyOffload: "chimney",
  receiveSideScaling: "rss",
  directCacheAccess: "dca",
  receiveWindowAutoTuning: "autotuninglevel",
  addOnCongestionControlProvider: "congestionprovider",
  ecnCapability: "ecncapability",
  rfc1323Timestamps: "timestamps",
  initialRto: "initialRto",
  receiveSegmentCoalescing: "rsc",
  nonSackRttResiliency: "nonsackrttresiliency",
  maxSynRetransmissions: "maxsynretransmissions",
  fastOpen: "fastopen",
  fastOpenFallback: "fastopenfallback",
  hyStart: "hystart",
  proportionalRateReduction: "prr",
  pacingProfile: "pacingprofile",
};

/** Values of Tcpip\Parameters that stand for a setting. */
const registryValues = {
  chimneyOffload: "EnableTCPChimney",
  receiveSideScaling: "EnableRSS",
  netDma: "EnableTCPA",
} as const;

/** What may stand in a command: no blank, quote, pipe or other sign that a shell acts on. */
const plainWord = /^[\w.-]{1,40}$/;

/**
 * Switches Chimney in the operating system. On Server 2003 only enabled and disabled exist; from Windows 10 1709 on netsh
 * has no such argument, and all there is to do is to take a leftover of the registry away.
 */
export function chimneyCommand(
  value: "enabled" | "disabled" | "automatic" | "default",
  band: OsBand | undefined,
): string {
  if (band === "1709+") return registryDeleteCommand("EnableTCPChimney");
  if (band !== "2003") return `netsh int tcp set global chimney=${value}`;
  return `netsh int ip set chimney ${value === "disabled" ? "DISABLED" : "ENABLED"}`;
}

/** Shows the state of Chimney: Server 2003 has no `show global`, there the registry is read. */
export function showChimneyCommand(band: OsBand | undefined): string {
  return band === "2003" ? `${showCommands.registry} /v EnableTCPChimney` : showCommands.settings;
}

/** PowerShell can show what adapters do from Windows 8 and Server 2012 on. */
export function hasAdapterCmdlets(band: OsBand): boolean {
  return band !== "2003" && band !== "2008" && band !== "2008R2";
}

/** Shows what the drivers of the adapters are set to: without the cmdlet, or where nobody knows, the registry does. */
export function showAdaptersCommand(band: OsBand | undefined): string {
  return band !== undefined && hasAdapterCmdlets(band) ? showCommands.adapters : showCommands.adapterClass;
}

/** Shows receive-side scaling of the adapters, likewise. */
export function showRssCommand(band: OsBand | undefined): string {
  return band !== undefined && hasAdapterCmdlets(band) ? showCommands.rss : showCommands.adapterClass;
}

/**
 * The command that gives a setting a value, for what `show global`, `ip show global` and the registry show: also the way
 * back to a captured value. Undefined where no source tells how, and for a captured value that is not a plain word: a
 * command is there to be pasted, so nothing that a shell takes for more may get into it.
 */
export function setCommand(setting: SettingKey, value: string | number, band: OsBand | undefined): string | undefined {
  if (!plainWord.test(String(value))) return undefined;
  if (setting === "taskOffload") return taskOffloadCommand(value === "disabled" ? "disabled" : "enabled", band);
  if (setting === "chimneyOffload" && isChimneyValue(value)) return chimneyCommand(value, band);
  if (setting === "netDma" || (band === "2003" && setting === "receiveSideScaling"))
    return registryCommand(registryValues[setting], value === "enabled" || value === 1 ? 1 : 0);
  const parameter = band === "2003" ? undefined : globalParameters[setting];
  return parameter === undefined ? undefined : `netsh int tcp set global ${parameter}=${value}`;
}

/** Switches all task offloads (checksums, large send). The adapter or the machine has to be restarted. */
export function taskOffloadCommand(value: "enabled" | "disabled", band: OsBand | undefined): string {
  if (band !== "2003") return `netsh int ip set global taskoffload=${value}`;
  return registryCommand("DisableTaskOffload", value === "disabled" ? 1 : 0);
}

/** Writes a number below Tcpip\Parameters. Server 2003 has to be restarted for it. */
export function registryCommand(name: string, value: number): string {
  return `reg add ${TCPIP_PARAMETERS} /v ${name} /t REG_DWORD /d ${value} /f`;
}

/** Takes a value below Tcpip\Parameters away. */
export function registryDeleteCommand(name: string): string {
  return `reg delete ${TCPIP_PARAMETERS} /v ${name} /f`;
}

function isChimneyValue(value: string | number): value is "enabled" | "disabled" | "automatic" | "default" {
  return value === "enabled" || value === "disabled" || value === "automatic" || value === "default";
}
