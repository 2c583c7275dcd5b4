import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike, isInFolder } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  rancher_SRV01_20240115T0922331234Z
const log = /^rancher_(?<host>.{1,63})_(?<time>\d{8}T\d{6})\d{0,7}Z$/i;

/** The folder that the archive is packed from. */
const room = /^log-collector$/i;

/** Most of its files have no ending. */
const files: readonly KnownFile[] = [
  { name: /^netstatall$/i, command: "netstat -qb" },
  { name: /^netstatstats$/i, command: "netstat -es" },
  { name: /^netstatroute$/i, command: "netstat -r" },
  { name: /^ipconfigall\.txt$/i, command: "ipconfig /allcompartments /all" },
  { name: /^networkadapter$/i, command: "Get-NetAdapter" },
  { name: /^systeminfo$/i, command: "systeminfo" },
  { name: /^services$/i, command: "Get-Service" },
];

/** Rancher's log collector for Windows: an archive by host and UTC time. */
export const rancher: Collector = {
  name: "Rancher log collector",
  attribute(path) {
    const run = containerLike(path, log);
    const file = fileAmong(files, path.file);
    const isOwn = run !== undefined || (file !== undefined && isInFolder(path, room));
    return isOwn ? attributed(rancher.name, { run, clock: "utc", file }) : undefined;
  },
};
