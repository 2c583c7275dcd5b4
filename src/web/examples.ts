import type { HandedIn } from "./tabs.ts";

/** Something to try the page with, whose captures are made up. */
export interface TryOut {
  readonly title: string;
  /** True where its inputs are best seen beside each other. */
  readonly isCompared?: boolean;
  readonly inputs: readonly HandedIn[];
}

const VERSION = `C:\\>ver

Microsoft Windows [Version 6.1.7601]
`;

const settingsWith = (rss: string, chimney: string) => `C:\\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${rss}
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
Receive Window Auto-Tuning Level    : normal
`;

/** A table in which so many of the six connections of clients are offloaded. */
function tableWith(offloaded: number): string {
  const rows = Array.from({ length: 6 }, (_, at) => {
    const foreign = `198.51.100.${at + 7}:${50_012 + at}`;
    return `  TCP    192.0.2.10:445         ${foreign.padEnd(22)} ESTABLISHED     ${at < offloaded ? "Offloaded" : "InHost"}`;
  });
  return `C:\\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    127.0.0.1:52613        127.0.0.1:52614        ESTABLISHED     InHost
${rows.join("\n")}
  TCP    192.0.2.10:3389        203.0.113.5:50016      TIME_WAIT       InHost
`;
}

const CHIMNEY = `C:\\>netsh int tcp show chimneystats

Your System Administrator or network adapter does not support TCP Chimney.
`;

const quoted = (text: string) => text.replace(/^/gm, "> ");
const text = (name: string, content: string): HandedIn => ({ name, content: { is: "text", text: content } });
const file = (name: string, content: string) => ({ name, bytes: new Blob([content]) });

const MAIL = `Hello,

this is what our file server prints. Why is nothing offloaded?

${quoted([VERSION, settingsWith("disabled", "automatic"), tableWith(0)].join("\n"))}
Thank you
Ana
`;

/** Three of what people have: a mail, the same server before and after a change, and the files of a collector. */
export const tryOuts: readonly TryOut[] = [
  { title: "a mail", inputs: [text("mail", MAIL)] },
  {
    title: "before and after",
    isCompared: true,
    inputs: [
      text("before", [VERSION, settingsWith("disabled", "disabled"), tableWith(0)].join("\n")),
      text("after", [VERSION, settingsWith("enabled", "enabled"), tableWith(4)].join("\n")),
    ],
  },
  {
    title: "a bundle",
    inputs: [
      {
        name: "SRV01",
        content: {
          is: "folder",
          files: [
            file("chimneystats.txt", CHIMNEY),
            file("netsh.txt", settingsWith("enabled", "enabled")),
            file("netstat.txt", tableWith(0)),
            file("ver.txt", VERSION),
          ],
        },
      },
    ],
  },
];
