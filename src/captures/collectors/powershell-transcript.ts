import type { Collector } from "./collector.ts";
import { timeOf } from "./time-stamp.ts";

/** PowerShell_transcript.SRV01.pKr3xY_1.20240115102233.txt: computer, some characters, when it was begun. */
const transcript = /^PowerShell_transcript\.([^.]{1,63}(?:\.[^.]{1,63}){0,8})\.[\w+-]{8}\.(\d{14})\.txt$/i;

/** Start-Transcript of PowerShell, under the name that it gives its files. */
export const powershellTranscript: Collector = {
  name: "Start-Transcript",
  attribute({ file }) {
    const [, host, stamp = ""] = transcript.exec(file) ?? [];
    if (host === undefined) return undefined;
    const time = timeOf(stamp);
    return {
      collector: powershellTranscript.name,
      holdsCaptures: true,
      host: { name: host, by: "file name" },
      ...(time !== undefined && { time }),
    };
  },
};
