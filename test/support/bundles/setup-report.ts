import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";
import { errors, hostOutputs, type Language, lines, outputs } from "./texts.ts";

/** The code page of the console of each language. */
const consoles: { readonly [L in Language]: Encoding } = { "en-US": "cp437", "de-DE": "cp850", "ja-JP": "cp932" };

/** The date as each language's `%DATE%` leaves it without its signs. */
const dates: { readonly [L in Language]: string } = {
  "en-US": "Fri02262021",
  "de-DE": "26022021",
  "ja-JP": "20210226",
};

/** The folder of SetupReport.cmd. */
export function setupReport({ host, language }: Origin): TestBundle {
  const own = (what: string, text: string): TextFile => ({
    path: `${host}_${what}`,
    text,
    encoding: consoles[language],
  });
  return {
    name: `Setup_Report_${host}_${dates[language]}`,
    files: [
      own("NETWORK_TCPIP_info.TXT", info({ host, language })),
      own(
        "NETWORK_TCPIP_OFFLOAD.TXT",
        outputs.tcpGlobal(language) + outputs.ipOffload() + outputs.netstatNatoTcp(language),
      ),
      own("NETWORK_TCPIP_netsh_info.TXT", outputs.ipOffload()),
      own("Errorout.txt", errors.elevation(language)),
      own("MiscInfo.txt", lines("SetupReport Version is 1.24")),
    ],
  };
}

const info = ({ host, language }: Origin): string =>
  hostOutputs.ipConfig(host) +
  outputs.routes() +
  outputs.arp() +
  outputs.netstatNato(language) +
  outputs.netstatAnob(language) +
  outputs.statistics();
