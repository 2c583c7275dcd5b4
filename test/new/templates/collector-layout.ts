import type { Origin, TestBundle } from "../../support/bundles/bundle.ts";
import { lines, outputs } from "../../support/bundles/texts.ts";

/** What the collector leaves behind. Replace the files by those of a bundle that was seen. */
export function newName({ host, language }: Origin): TestBundle {
  const text = lines("C:\\>netstat -nato") + outputs.netstatNato(language);
  return { name: `new-name_${host}_20240115-102233`, files: [{ path: "netstat.txt", text, encoding: "utf-8" }] };
}
