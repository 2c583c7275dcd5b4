import type { Origin, TestBundle } from "./bundle.ts";
import { lines, outputs } from "./texts.ts";

/** What SQLCheck found out by itself; where it found nothing there is a blank. */
export interface Found {
  readonly chimney: string;
  readonly rss: string;
  readonly netDma: string;
}

export const inEnglish: Found = { chimney: "disabled", rss: "enabled", netDma: "disabled" };
export const inNoEnglish: Found = { chimney: "", rss: "", netDma: "" };

/** The folder of SQLTrace, with the report of SQLCheck in it. */
export function sqlTrace({ host, language }: Origin, found: Found = inEnglish): TestBundle {
  return {
    name: "SQLTrace_20210916_185948",
    files: [
      { path: "SQLCheck.log", text: report(host, found), encoding: "windows-1252" },
      { path: "NetStatAtStart.txt", text: outputs.netstatAnob(language), encoding: "utf-16le" },
      { path: "NetStatAtEnd.txt", text: outputs.netstatAnob(language), encoding: "utf-16le" },
    ],
  };
}

const fact = (label: string, value: string): string => `${`${label}:`.padEnd(28)}${value}`;

function report(host: string, { chimney, rss, netDma }: Found): string {
  return lines(
    "-".repeat(40),
    "",
    "SQL Server Connectivity Check v1.0.1160.0, run on 09/16/2021 06:59:48 PM",
    "",
    fact("NETBIOS Name", host),
    fact("FQDN", `${host}.example.com`),
    "",
    fact("Windows Name and Edition", "Windows Server 2016 Standard"),
    fact("Windows Version", "10.0.14393.4583"),
    fact("Windows Release ID", "1607"),
    "",
    fact("Computer Role", "Member Server"),
    "",
    fact("TCPMaxDataRetransmissions", ""),
    fact("TCPChimney", chimney),
    fact("RSS", rss),
    fact("TCPA", netDma),
    fact("Min Ephemeral Port", "49152"),
    "",
    fact("Name", "Example 10 Gbps Adapter"),
    fact("RSS", "Disabled (0)"),
    fact("NIC Teaming", "False"),
  );
}
