import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";
import { hostOfRun } from "./tss.ts";

const result = /^MDEClientAnalyzerResult$/i;

const files: readonly KnownFile[] = [
  { name: /^NetStatOutputAtStart\.txt$/i, command: "netstat -anob", phase: "start" },
  { name: /^NetStatOutputAtStop\.txt$/i, command: "netstat -anob", phase: "stop" },
];

/**
 * Microsoft's client analyzer of Defender for Endpoint, alone or within a bundle of TSS, which then names the host. The
 * time of each table stands in a line below it.
 */
export const mdeClientAnalyzer: Collector = {
  name: "MDE Client Analyzer",
  attribute(path) {
    const run = containerLike(path, result);
    const file = fileAmong(files, path.file);
    if (run === undefined && file === undefined) return undefined;
    return { ...attributed(mdeClientAnalyzer.name, { run, file }), ...hostOfRun(path) };
  },
};
