import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

const phases = ["before", "after"] as const;

/** What stands behind `client-before-` and `client-after-`, and what was run. */
const outputs: readonly (readonly [name: string, command: string])[] = [
  ["tcp-global", "netsh interface tcp show global"],
  ["tcp-heuristics", "netsh interface tcp show heuristics"],
  ["tcp-supplemental", "netsh interface tcp show supplemental"],
  ["interface", "netsh interface show interface"],
  ["ipv4-interfaces", "netsh interface ipv4 show interfaces"],
  ["ipv4-config", "netsh interface ipv4 show config"],
  ["ipv4-subinterfaces", "netsh interface ipv4 show subinterfaces"],
  ["ipv4-tcpstats", "netsh interface ipv4 show tcpstats"],
  ["nic-registry", "reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}"],
  ["tcp-registry", "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters"],
];

const files: readonly KnownFile[] = phases.flatMap((phase) =>
  outputs.map(([name, command]) => ({ name: new RegExp(`^client-${phase}-${name}\\.txt$`, "i"), command, phase })),
);

/**
 * A batch file that runs iperf3 and captures the settings before and after it. The registry among them names the host;
 * its folder is called as its user likes.
 */
export const iperfKit: Collector = {
  name: "iperf kit",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined ? undefined : attributed(iperfKit.name, { file });
  },
};
