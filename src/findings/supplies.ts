import { grammars } from "../../grammar/index.ts";
import { heuristicKeys, settingKeys } from "../../grammar/locales/locale.ts";
import { hasAdapterCmdlets, showAdaptersCommand, showCommands } from "../facts/commands.ts";
import { type Feature, features } from "../facts/features.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { Need } from "./rule.ts";

/** How a missing piece of evidence is called in a sentence, and what supplies it. */
export interface Supply {
  readonly title: string;
  readonly commands: readonly string[];
}

/** Settings that `show global` does not print. */
const printedElsewhere: { readonly [need: string]: string } = {
  taskOffload: "netsh int ip show global",
  networkDirect: "Get-NetOffloadGlobalSetting",
  networkDirectAcrossIpSubnets: "Get-NetOffloadGlobalSetting",
  packetCoalescingFilter: "Get-NetOffloadGlobalSetting",
};

/** Features that a list of services or another capture can tell of; the others have to be declared. */
const capturedFeatures: { readonly [K in Feature]?: string } = {
  nlb: showCommands.services,
  ics: showCommands.services,
  rras: showCommands.services,
  hyperv: showCommands.services,
  guest: showCommands.system,
  cluster: showCommands.services,
  "windows-firewall": "netsh advfirewall show allprofiles state",
  teaming: "Get-NetLbfoTeam",
};

/** On Windows Server 2003 netsh shows none of these: they are values of the registry. */
const registrySettings = ["chimneyOffload", "receiveSideScaling", "netDma", "taskOffload"];

const others: { readonly [need: string]: Supply } = {
  os: { title: "the version of Windows", commands: ["ver"] },
  osBuild: { title: "the build of Windows", commands: ["ver"] },
  osReadings: { title: "the version of Windows", commands: ["ver"] },
  osFloor: { title: "a command that only later versions of Windows have", commands: ["ver"] },
  osName: { title: "the name of Windows", commands: [showCommands.system] },
  osProduct: { title: "whether Windows is a server or a client", commands: [showCommands.system] },
  osEdition: { title: "the edition of Windows", commands: ["Get-ComputerInfo"] },
  osServicePack: { title: "the service pack", commands: [showCommands.system] },
  hotfixes: { title: "the list of hotfixes", commands: ["wmic qfe list"] },
  removedAdapters: {
    title: "which adapters of the registry are present",
    commands: [showCommands.adapterClass, showCommands.linkSpeeds],
  },
  alikeAdapters: {
    title: "the settings of the adapters in the registry beside their names",
    commands: [showCommands.adapterClass, showCommands.linkSpeeds],
  },
};

/** What supplies a piece of evidence that a rule needs, on the version of Windows if that is known. */
export function supplyOf(need: Need, os: OsBand | undefined): Supply {
  const other = others[need];
  if (other !== undefined) return other;
  if (need === "adapters") return adapterSupply(os);
  const grammar = grammars.find(({ kind }) => kind === need);
  if (grammar !== undefined)
    return { title: grammar.title, commands: [grammar.command].filter((one) => exists(one, os)) };
  const feature = features.find((name) => name === need);
  if (feature !== undefined) return featureSupply(feature, os);
  const isHeuristic = heuristicKeys.some((key) => key === need);
  const shown = printedElsewhere[need] ?? (isHeuristic ? "netsh int tcp show heuristics" : "netsh int tcp show global");
  const command = os === "2003" && registrySettings.includes(need) ? showCommands.registry : shown;
  return { title: `the setting ${settingKeys.find((key) => key === need) ?? need}`, commands: [command] };
}

function featureSupply(feature: Feature, os: OsBand | undefined): Supply {
  const isOldFirewall = feature === "windows-firewall" && os === "2003";
  const command = isOldFirewall ? "netsh firewall show state" : capturedFeatures[feature];
  const declaration = `--context ${feature} or --context no-${feature}`;
  return {
    title: `whether ${feature} is in use`,
    commands: command === undefined || !exists(command, os) ? [declaration] : [command, declaration],
  };
}

/** False for a command that this version of Windows does not have: nobody is to be sent for it. */
function exists(command: string, os: OsBand | undefined): boolean {
  if (command.startsWith("Get-Net")) return os === undefined || hasAdapterCmdlets(os);
  return os !== "2003" || !command.startsWith("netsh int tcp ");
}

/** What prints the properties need not print how fast the link is, nor which addresses the adapter has. */
function adapterSupply(os: OsBand | undefined): Supply {
  const commands = [
    showAdaptersCommand(os),
    ...(os !== undefined && hasAdapterCmdlets(os) ? [] : [showCommands.linkSpeeds]),
  ];
  return { title: "the properties of the network adapters", commands: [...commands, showCommands.addresses] };
}
