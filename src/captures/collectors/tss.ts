import type { Attribution, Collector, SourcePath } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { otherHost } from "./other-host.ts";
import { timeOf } from "./time-stamp.ts";

//  TSS_SRV01_240115-102233_NET_General
const run = /^TSS_(.{1,63})_\d{6}-\d{6}_/;

//  SRV01_240115-102233_NetStat_Info_Start_.txt
const stem = /^(.{1,63})_(\d{6}-\d{6})_(.{1,200})$/;

//  SRV01_NETWORK_TCPIP_info.txt     SRV01_interface-tcp-show-global.txt     SRV01_Get-NetOffloadGlobalSetting.txt
const stemless = /^(.{1,63})_(?:NETWORK_.{1,60}|interface-tcp-show-global|Get-Net[A-Za-z]{1,40})\.txt$/i;

//  BasicLog-2024-01-15.1022.33-Before-Repro     Setup_Report-2024-01-15.1022.33     support-2024-01-15.1022.33
const step =
  /^(?:BasicLog(?:_Mini)?|Setup_Report|support)-(\d{4})-(\d\d)-(\d\d)\.(\d{4})\.(\d\d)(?:-((?:Before|After)-Repro))?$/i;

//  _Start_.txt
const phased = /_(Start|Stop|Collect|Diag)_\.\w{1,5}$/i;

/** What it does and what went wrong with it: names commands, shows no output. */
const log = /^_?(?:Log-|Command-Error)/i;

/** Files whose first command overwrote its own heading, and that command. */
const unheaded: readonly (readonly [file: RegExp, command: string])[] = [
  [/interface-tcp-show-global\.txt$/i, "netsh interface tcp show global"],
  [/OS_TCPIP-Info-netsh\.txt$/i, "netsh int tcp show global"],
  [/OS_TCPIP-Info-netstat\.txt$/i, "netstat -nato -p tcp"],
];

/**
 * Microsoft's TroubleShootingScript: `<COMP>_<stamp>_<what>_<phase>_.txt`, and folders with stamps of their own. Headings
 * tell the time of each command. The stamp of the run is that of its first phase only: what stops it may come hours later.
 */
export const tss: Collector = {
  name: "TSS",
  attribute(path): Attribution | undefined {
    const inRun = containerLike(path, run);
    const inStep = containerLike(path, step)?.found;
    const [, stemHost, stamp = "", rest = ""] = stem.exec(path.file) ?? [];
    const isOwn = phased.test(rest) || log.test(rest) || /^OS_TCPIP-Info-/i.test(rest);
    const host = stemHost ?? stemless.exec(path.file)?.[1];
    if (inRun === undefined && !isOwn && (inStep === undefined || host === undefined)) return undefined;
    const phase = (phased.exec(rest)?.[1] ?? inStep?.[6])?.toLowerCase();
    const time = timeOfStep(inStep) ?? (phase === "start" ? timeOf(stamp) : undefined);
    return {
      collector: tss.name,
      holdsCaptures: !log.test(rest),
      ...(host === undefined
        ? hostOfRun(path)
        : { host: { name: host, by: "file name" }, ...otherHost(host, hostOfRun(path).host) }),
      ...commandOf(path.file),
      ...(time === undefined ? {} : { time }),
      ...(phase === undefined ? {} : { phase }),
    };
  },
};

/** The host of the run around a file, also where another collector ran within it. */
export function hostOfRun(path: SourcePath): Pick<Attribution, "host"> {
  const inRun = containerLike(path, run);
  return inRun === undefined ? {} : { host: { name: inRun.found[1] ?? "", by: inRun.by } };
}

function commandOf(file: string): Pick<Attribution, "command"> {
  const overwritten = unheaded.find(([pattern]) => pattern.test(file))?.[1];
  const command = overwritten ?? /_(Get-Net[A-Za-z]{1,40})\.txt$/.exec(file)?.[1];
  return command === undefined ? {} : { command };
}

/** The stamp of a folder within the run, which is that of its own beginning. */
function timeOfStep(found: RegExpExecArray | undefined): string | undefined {
  const [, year, month, day, hoursAndMinutes, seconds] = found ?? [];
  return timeOf(`${year}${month}${day}-${hoursAndMinutes}${seconds}`);
}
