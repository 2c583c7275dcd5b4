import type { Attribution, Collector, SourcePath } from "./collector.ts";
import { packAround, type SdpPack, sdpAttribution, sdpHost } from "./sdp-pack.ts";

/** Headings of the version that PowerShell scripts of today still run; the one before had none like it. */
const heading = /^={52}\r?\n/;

/** Its own log, the transcript of its console and what it noted of its errors: commands by name, without outputs. */
const ownLog = /^_psSDP(?:-DiagLog|-ErrorVariable|_[A-Za-z0-9]{1,20}_Transcript)[^/]{0,100}\.(?:txt|log)$/i;

/** How every command stands in stdout.log, a name that other programs give to other things. */
const echoes = /^\[RunCMD\] Running Command:/m;

/** The settings without a heading; hints about the commands stand below them. */
const autotuning = /_Netsh_Autotuning\.txt$/i;

/** Microsoft's SDP as PowerShell runs it since 2014, alone or within TSS: the one collector of `show chimneystats`. */
export const psSdp: Collector = {
  name: "psSDP",
  attribute: (path, head): Attribution | undefined => {
    const pack = packAround(path);
    if (ownLog.test(path.file) || (echoes.test(head) && /^stdout\.log$/i.test(path.file))) {
      return { collector: psSdp.name, holdsCaptures: false };
    }
    const host = sdpHost(path.file);
    if (host === undefined) return pack === undefined ? undefined : otherFile(path, pack);
    if (pack === undefined && !heading.test(head) && !autotuning.test(path.file)) return undefined;
    const known = sdpAttribution(psSdp.name, path, host);
    return autotuning.test(path.file) ? { ...known, command: "netsh interface tcp show global" } : known;
  },
};

/** A file of another name is of the computer it begins with; of whom the others are is not known. */
function otherFile({ file }: SourcePath, { host, time }: SdpPack): Attribution {
  const isOfIt = host !== undefined && file.toUpperCase().startsWith(`${host.name.toUpperCase()}_`);
  return {
    collector: psSdp.name,
    holdsCaptures: true,
    ...(isOfIt ? { host } : {}),
    ...(time === undefined ? {} : { time }),
  };
}
