import { showCommands } from "../facts/commands.ts";

/** A command that a capture script runs. Each of them only shows something; none changes the host. */
export interface ScriptCommand {
  readonly command: string;
  /** Whose it is: `console` commands run in cmd and PowerShell alike, cmdlets where Windows has them (2012 and later). */
  readonly shell: "console" | "cmdlet";
}

/** Cmdlets that show what netsh does not; as lists, because tables are cut to the width of the window. */
const cmdlets = [
  "Get-NetOffloadGlobalSetting",
  "Get-NetAdapter",
  "Get-NetAdapterAdvancedProperty",
  "Get-NetAdapterRss",
  "Get-NetAdapterVmq",
  "Get-NetAdapterChecksumOffload",
  "Get-NetAdapterLso",
  "Get-NetAdapterRsc",
  "Get-NetLbfoTeam",
] as const;

/** The longest answer that Windows gives at once, 256 KB: sc asks for 4 KB otherwise and breaks the list off there. */
const WHOLE_LIST = "bufsize= 262144";

const LIST = "Format-List -Property *";

/**
 * What a capture script collects: all that the rules need and a command can show, the table of connections first and
 * last, so that what changed meanwhile shows too.
 */
export const scriptCommands: readonly ScriptCommand[] = [
  ...[
    "hostname",
    showCommands.version,
    showCommands.connections,
    showCommands.settings,
    "netsh int tcp show heuristics",
    showCommands.chimneyStats,
    showCommands.chimneyApplications,
    showCommands.chimneyPorts,
    "netsh int tcp show netdmastats",
    "netsh int tcp show rscstats",
    showCommands.taskOffload,
    "netsh int ip show offload",
    showCommands.registry,
    showCommands.addresses,
    showCommands.adapterClass,
    showCommands.linkSpeeds,
    showCommands.lineRates,
    showCommands.adapterAddresses,
    showCommands.dynamicPorts,
    `${showCommands.services} ${WHOLE_LIST}`,
    showCommands.processes,
    showCommands.processServices,
    "netsh advfirewall show allprofiles state",
    "netsh firewall show state",
    "netsh advfirewall consec show rule name=all",
    "netsh advfirewall firewall show rule name=all",
    "netsh ipsec static show all",
    "netsh ipsec dynamic show all",
    showCommands.system,
    "wmic qfe list",
  ].map((command) => ({ command, shell: "console" }) as const),
  ...cmdlets.map((cmdlet) => ({ command: `${cmdlet} | ${LIST}`, shell: "cmdlet" }) as const),
  { command: showCommands.connections, shell: "console" },
];
