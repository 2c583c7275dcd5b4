import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** What ExchangeLogCollector packs of a server on the 11th of January, or on the 1st of November. */
export function exchangeLogCollector(origin: Origin): TestBundle {
  return {
    name: `${origin.host}-111`,
    files: [
      { path: "General_Server_Info.zip", inner: { name: "General_Server_Info", files: generalServerInfo(origin) } },
    ],
  };
}

/** The same, unpacked by hand. */
export function exchangeFolder(origin: Origin): TestBundle {
  const files = generalServerInfo(origin).map((file) => ({
    ...file,
    path: `${origin.host}/General_Server_Info/${file.path}`,
  }));
  return { name: "2024111", files };
}

function generalServerInfo({ host, language }: Origin): readonly TextFile[] {
  const own = (what: string, text: string): TextFile => ({ path: `${host}_${what}`, text, encoding: "utf-16le" });
  return [
    own("Netstat_NATO.txt", outputs.netstatNato(language)),
    own("NetStat_ANOB.txt", outputs.netstatAnob(language)),
    own("Netstat_ES.txt", outputs.other()),
    own("IPConfiguration.txt", hostOutputs.ipConfig(host)),
    own("IPsec_netsh_dynamic.txt", outputs.other()),
    { path: `${host}_Services_Information.xml`, text: lines("<Objs><Obj/></Objs>"), encoding: "utf-8" },
  ];
}
