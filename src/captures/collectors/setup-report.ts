import type { Attribution, Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { hostBefore } from "./file-prefix.ts";
import { otherHost } from "./other-host.ts";

/** What its files are called behind the name of the host. */
const files =
  /_NETWORK_(?:TCPIP_(?:info|OFFLOAD|netsh_info|reg_output)|NetworkAdapters_reg_output|Firewall_netsh|IPsec_(?:netsh_dynamic|netsh_static|reg_)|HyperVNetworking_reg_)\.txt$/i;

/** What its commands said of their errors, without the commands: nothing tells which of them was meant. */
const aboutItself = /_(?:Errorout|MiscInfo)\.txt$/i;

/** Setup_Report_SRV01_Fri02262021: the order of the date is the computer's, so it is no time for us. */
const folder = /^Setup_Report_(.{1,63})_[^_\d]{0,9}\d{6,8}[^_\d]{0,9}$/i;

/** TSS writes files of the same names with a heading over each command. */
const headings = /^\s{0,20}={38}\r?\n\d{8} /;

/** Microsoft's SetupReport.cmd: outputs one behind the other in the code page of the console, without any heading. */
export const setupReport: Collector = {
  name: "Setup_Report",
  attribute: (path, head): Attribution | undefined => {
    if (headings.test(head)) return undefined;
    const own = hostBefore(path.file, files);
    const container = containerLike(path, folder);
    const around = container === undefined ? undefined : { name: container.found[1] ?? "", by: container.by };
    const host = own === undefined ? around : { name: own, by: "file name" as const };
    if (host === undefined) return undefined;
    const holdsCaptures = own !== undefined || !aboutItself.test(path.file);
    return { collector: setupReport.name, holdsCaptures, host, ...otherHost(host.name, around) };
  },
};
