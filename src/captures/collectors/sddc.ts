import type { Attribution, Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { timeOf } from "./time-stamp.ts";

//  HealthTest-CLU1-20240115-1022; the beginning can be chosen
const healthTest = /^.{1,100}-(\d{8}-\d{4})$/;

const nodeFolder = /^Node_(.{1,63})$/i;

//  SystemInfo.TXT     GetNetOffloadGlobalSetting.txt
const nodeFile = /^(?:SystemInfo\.TXT|Get(Net\w{1,40}|HotFix)\.(?:txt|xml)|Get\w{1,60}\.(?:txt|xml))$/i;

/**
 * Microsoft's PrivateCloud.DiagnosticInfo, a report on a whole cluster: a folder for each node, with one file for each
 * command and no headings. What Get-NetView collected on a node lies in an archive inside and has its own collector.
 */
export const sddc: Collector = {
  name: "SDDC",
  attribute(path) {
    const node = containerLike(path, nodeFolder);
    const test = containerLike(path, healthTest);
    const file = nodeFile.exec(path.file);
    if (node === undefined ? !/^HealthTest-/i.test(test?.name ?? "") : test === undefined && file === null) {
      return undefined;
    }
    const time = timeOf(test?.found[1] ?? "");
    return {
      collector: sddc.name,
      holdsCaptures: true,
      ...(node === undefined ? {} : { host: { name: node.found[1] ?? "", by: node.by } }),
      ...commandOf(file),
      ...(time === undefined ? {} : { time }),
    };
  },
};

function commandOf(file: RegExpExecArray | null): Pick<Attribution, "command"> {
  if (file === null) return {};
  if (/^SystemInfo/i.test(file[0])) return { command: "systeminfo" };
  return file[1] === undefined ? {} : { command: `Get-${file[1]}` };
}
