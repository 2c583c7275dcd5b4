import type { Attribution, SourcePath } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { hostBefore } from "./file-prefix.ts";
import { otherHost } from "./other-host.ts";
import { utcTimeOf } from "./time-stamp.ts";

/**
 * What the files of the Support Diagnostic Platform are called behind the name of the host, as far as they hold outputs
 * of commands or tell something of the host. Both versions of its networking part use the same names.
 */
const files =
  /_(?:TCPIP_(?:info|OFFLOAD|netsh_info|info_pscmdlets_net|reg_output|ServicesFile)|BasicSystemInfo|msinfo32|Hotfixes|NetworkAdapters_(?:info_pscmdlets|reg_output)|NetworkLBFO_info|NLB_(?:info|reg)|HyperVNetworking_(?:info_pscmdlets|reg_output)|IPsec_(?:netsh_dynamic|netsh_static|reg_output)|Firewall_(?:netsh_advfirewall|netsh_firewall)|SC_Services_Output|OS_TCPIP-Info|TcpIp-Info|_NET_Summary|Netsh_Autotuning)\.(?:txt|csv|nfo|htm)$/i;

/** Setup_Report has files of the same names, with a word more in front of them. */
const ofSetupReport = /_NETWORK$/i;

/** A copy of drivers\etc\services: ports by name, not the services of Windows. */
const listOfPorts = /_TCPIP_ServicesFile\.txt$/i;

// tss_240202-191840_2022-FDC1-F_psSDP_Dom          Results_Dom_240202-191840
const pack = /^(?:tss_(\d{6}-\d{6})_(.{1,63})_psSDP_[A-Za-z0-9]{1,20}|Results_[A-Za-z0-9]{1,20}_(\d{6}-\d{6}))$/i;

/** The pack that a file lies in, as its archive or its folder names it. */
export interface SdpPack {
  /** The computer that the collector ran on, and what names it; packs of clusters hold files of others too. */
  readonly host?: NonNullable<Attribution["host"]>;
  /** ISO 8601, UTC. */
  readonly time?: string;
  /** True for the packs that ask other computers as well. */
  readonly isOfMany: boolean;
}

const ofMany = /_(?:Cluster|HyperV|S2D|All)$/i;

/** The pack around a file; undefined where neither an archive nor a folder is named as one. */
export function packAround(path: SourcePath): SdpPack | undefined {
  const container = containerLike(path, pack);
  if (container === undefined) return undefined;
  const [, started, name, ended] = container.found;
  const time = utcTimeOf(started ?? ended ?? "");
  return {
    isOfMany: ofMany.test(container.name),
    ...(name === undefined ? {} : { host: { name, by: container.by } }),
    ...(time === undefined ? {} : { time }),
  };
}

/** The host in front of the name of a file that belongs to such a pack; undefined for all other files. */
export function sdpHost(file: string): string | undefined {
  const host = hostBefore(file, files);
  return host === undefined || ofSetupReport.test(host) ? undefined : host;
}

/** What is known of such a file, whatever version of the collector wrote it. */
export function sdpAttribution(collector: string, path: SourcePath, host: string): Attribution {
  const around = packAround(path);
  const time = around?.time;
  return {
    collector,
    holdsCaptures: !listOfPorts.test(path.file),
    host: { name: host, by: "file name" },
    ...(around?.isOfMany === false ? otherHost(host, around.host) : {}),
    ...(time === undefined ? {} : { time }),
  };
}
