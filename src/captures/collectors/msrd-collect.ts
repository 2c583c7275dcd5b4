import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  MSRD-Results-SRV01-20240115_102233, and MSRD-Results-SRV01 within a bundle of TSS
const results = /^MSRD-Results-(?<host>.{1,63}?)(?:-(?<time>\d{8}_\d{6}))?$/i;

//  SRV01_Networking
const room = /^.{1,63}_(?:Networking|SystemInfo)$/i;

/** Later versions print a heading above each output; in earlier ones that of `udp show global` follows that of TCP. */
const files: readonly KnownFile[] = [
  { name: /^(?<host>.{1,63})_NetshInterfaceGlobal\.txt$/i, command: "netsh interface tcp show global" },
  { name: /^(?<host>.{1,63})_Netstat\.txt$/i, command: "netstat -anobq" },
  { name: /^(?<host>.{1,63})_Ipconfig\.txt$/i, command: "ipconfig /all" },
  { name: /^(?<host>.{1,63})_(?:Hotfixes|Msinfo32|NetIPInterface|NetConnectionProfile)\.\w{1,5}$/i },
  { name: /^(?<host>.{1,63})_MSRD-Collect-(?:Log|Error|Warning|CommandError)\.txt$/i, isLog: true },
];

/** Microsoft's MSRD-Collect for remote desktops, alone or started by TSS. Its stamp is in local time. */
export const msrdCollect: Collector = {
  name: "MSRD-Collect",
  attribute(path) {
    const run = containerLike(path, results);
    const file = fileAmong(files, path.file);
    const isOwn = run !== undefined || (file !== undefined && isInFolder(path, room));
    return isOwn ? attributed(msrdCollect.name, { run, clock: "local", file }) : undefined;
  },
};
