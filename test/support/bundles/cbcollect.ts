import type { Origin, TestBundle } from "./bundle.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

const RULE = "=".repeat(78);

/** What cbcollect_info packs; the name of the node is not that of the computer. Headings have bare line feeds. */
export function cbcollect({ host, language }: Origin): TestBundle {
  const folder = "cbcollect_info_ns_1@192.0.2.20_20240115-092233";
  const text =
    section("OS Information", "systeminfo", hostOutputs.systemInfo(host)) +
    section("Computer system", "wmic computersystem", outputs.other()) +
    section("Network status", "netstat -anotb", outputs.netstatAnotb(language));
  return {
    name: "collected",
    files: [
      { path: `${folder}/couchbase.log`, text, encoding: "cp850" },
      { path: `${folder}/ns_server.debug.log`, text: lines("netstat -anotb") + text, encoding: "cp850" },
    ],
  };
}

const section = (title: string, command: string, output: string): string =>
  [RULE, title, command, RULE, ""].join("\n") + output;
