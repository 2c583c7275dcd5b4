/** What an adapter is that is no network card of this computer. */
export type VirtualAdapter = "windowsTeam" | "vendorTeam" | "guest" | "virtualSwitch" | "cluster" | "tunnel";

/** Drivers name themselves in English on every Windows. A number may follow: "Microsoft Hyper-V Network Adapter #2". */
const virtualAdapters: readonly (readonly [VirtualAdapter, RegExp])[] = [
  ["windowsTeam", /Microsoft Network Adapter Multiplex/i],
  [
    "vendorTeam",
    /\bBASP Virtual Adapter|\bHP Network Team\b|^TEAM ?:|Advanced Network Services Virtual Adapter|\bTeaming (?:Virtual Adapter|Driver|Miniport)/i,
  ],
  ["virtualSwitch", /Hyper-V Virtual (?:Ethernet|Switch)|Microsoft Virtual Network Switch Adapter/i],
  [
    "guest",
    /Hyper-V Network Adapter|Virtual Machine Bus Network Adapter|\bvmxnet|VMware (?:PCI Ethernet|Accelerated AMD PCNet) Adapter|\bVirtIO (?:Ethernet|Network)|\b(?:XenServer|Citrix|AWS|Xen) (?:PV|Net)\b/i,
  ],
  ["cluster", /Microsoft Failover Cluster Virtual (?:Adapter|Miniport)|\bNetFT\b/i],
  [
    "tunnel",
    /\bTeredo\b|\bISATAP\b|\b6to4\b|\bIP-HTTPS\b|\bTunnel(?:ing)?\b|Loopback Adapter|\bWAN Miniport\b|\bRAS Async\b|\bKernel Debug\b/i,
  ],
];

/** How fast a card is by its name, in Mbps: the first that fits. */
const speeds: readonly (readonly [number, RegExp])[] = [
  [100_000, /\b100[ -]?(?:G|Gb|GbE|GigE|Gigabit)\b/i],
  [40_000, /\b40[ -]?(?:G|Gb|GbE|GigE|Gigabit)\b/i],
  [25_000, /\b(?:10\/)?25[ -]?(?:G|Gb|GbE|GigE|Gigabit)\b/i],
  [10_000, /\b10[ -]?(?:G|Gb|GbE|GigE|Gigabit)\b/i],
  [1000, /\bGig(?:E|abit)\b|\bGbE\b|\b(?:10\/100\/)?1000(?:Base|\b)|\b1[ -]?(?:G|Gb)\b/i],
  [100, /\bFast Ethernet\b|\b10\/100\b|\bPRO\/100\b/i],
];

/** What kind of virtual adapter the description is of; undefined for a card, and for one that says nothing of it. */
export function virtualAdapter(description: string): VirtualAdapter | undefined {
  return virtualAdapters.find(([, pattern]) => pattern.test(description))?.[0];
}

/** The speed of the fastest link that a card can have by its name; its link may be slower. */
export function speedOfCard(description: string): number | undefined {
  if (virtualAdapter(description) !== undefined) return undefined;
  return speeds.find(([, pattern]) => pattern.test(description))?.[0];
}
