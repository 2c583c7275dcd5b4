import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import { lines, outputs } from "./texts.ts";

const RULE = `${"=".repeat(82)} `;

/** When the collector began, and how the clock of its Windows reads a bit later. */
export interface Run {
  readonly stamp: string;
  readonly clocks: readonly [netstat: string, global: string, heuristics: string];
}

export const morning: Run = { stamp: "20240115_102233", clocks: ["10:22:41.07", "10:22:42.90", "10:22:43.30"] };

/** A blank before the hour, a comma before the hundredths; midnight passes between the first two commands. */
export const overNight: Run = { stamp: "20240229_235950", clocks: ["23:59:58,12", " 0:00:04,90", " 0:00:05,01"] };

/** What mDCT++ leaves: every file begins with a line that names the computer. */
export function mdct({ host, language }: Origin, { stamp, clocks }: Run = morning): TestBundle {
  const folder = `${host}_${stamp}`;
  const own = (file: string, text: string): TextFile => ({
    path: `_Network/${file}`,
    text: opening(host, `C:\\mDCT\\${folder}\\_Network\\${file}`) + text,
    encoding: "cp437",
  });
  const [netstat, global, heuristics] = clocks;
  return {
    name: folder,
    files: [
      own("netstat-nato.txt", headed(netstat, "netstat -nato", outputs.netstatNato(language))),
      own(
        "netsh.output.txt",
        headed(global, "netsh int tcp show global", outputs.tcpGlobal(language)) +
          headed(heuristics, "netsh int tcp show heuristics", outputs.tcpHeuristics()) +
          headed(heuristics, "netsh int ipv4 show offload", outputs.ipOffload()),
      ),
    ],
  };
}

/** What version 1.05 leaves: the first heading at once, in a folder called otherwise. Nothing in the files names the host. */
export function mdct105({ host, language }: Origin, { stamp, clocks }: Run = morning): TestBundle {
  const own = (file: string, clock: string, command: string, output: string): TextFile => ({
    path: `Network/${file}`,
    text: lines("") + headed(clock, command, output),
    encoding: "cp437",
  });
  const [netstat, global, heuristics] = clocks;
  return {
    name: `${host}_${stamp}`,
    files: [
      own("netstat-nato.txt", netstat, "netstat -nato", outputs.netstatNato(language)),
      own("netsh.tcp.global.txt", global, "netsh int tcp show global", outputs.tcpGlobal(language)),
      own("netsh.heuristics.txt", heuristics, "netsh int tcp show heuristics", outputs.tcpHeuristics()),
    ],
  };
}

const opening = (host: string, file: string): string =>
  lines(
    `Mon 01/15/2024 10:22:40.12 . INITIALIZE file ${file} by admin on ${host} in Domain CONTOSO `,
    "mDCT++ [v1.17] (Example Site) ",
    "",
  );

/** Every line that `echo` wrote has a blank behind it. */
function headed(clock: string, command: string, output: string): string {
  return lines(RULE, `===== ${clock} : ${command} `, RULE) + output + lines("");
}
