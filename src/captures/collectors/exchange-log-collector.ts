import type { Collector } from "./collector.ts";
import { containersOf } from "./containers.ts";

/** Its files of one command each, which print no heading, and what was run. */
const commands: readonly (readonly [file: RegExp, command: string])[] = [
  [/^(.{1,63})_Netstat_NATO\.txt$/i, "netstat -naTo"],
  [/^(.{1,63})_NetStat_ANOB\.txt$/i, "netstat -anob"],
  [/^(.{1,63})_Netstat_ES\.txt$/i, "netstat -es"],
];

/** Names that other collectors give to their files too: only its folder tells whose they are. */
const shared: readonly (readonly [file: RegExp, command: string | undefined])[] = [
  [/^(.{1,63})_IPConfiguration\.txt$/i, "ipconfig /all"],
  [/^(.{1,63})_HotFixInfo\.(?:txt|xml)$/i, "Get-HotFix"],
  [/^(.{1,63})_(?:IPsec_netsh_\w{1,20}|Services_Information|msInfo)\.\w{1,5}$/i, undefined],
];

/**
 * Microsoft's ExchangeLogCollector: `General_Server_Info` of each server, a file for each command, no headings. The digits
 * behind the server's name are month and day without a separator: no date is derived from them.
 */
export const exchangeLogCollector: Collector = {
  name: "ExchangeLogCollector",
  attribute(path) {
    const isInside = containersOf(path).some(({ name }) => /^General_Server_Info$/i.test(name));
    for (const [pattern, command] of isInside ? [...commands, ...shared] : commands) {
      const name = pattern.exec(path.file)?.[1];
      if (name === undefined) continue;
      const host = { name, by: "file name" } as const;
      const known = command === undefined ? {} : { command };
      return { collector: exchangeLogCollector.name, holdsCaptures: true, host, ...known };
    }
    return isInside ? { collector: exchangeLogCollector.name, holdsCaptures: true } : undefined;
  },
};
