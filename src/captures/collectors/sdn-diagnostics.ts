import { attributed } from "./attributed.ts";
import type { Collector, SourcePath } from "./collector.ts";
import { containerLike } from "./containers.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

//  SdnDataCollection_20240115-092233
const collection = /^SdnDataCollection_(?<time>\d{8}-\d{6})$/i;

/** A file for each cmdlet; those of other tools there are called by other names. */
const files: readonly KnownFile[] = [{ name: /^Get-[A-Za-z]{3,40}\.(?:txt|csv|json)$/i }];

/**
 * Microsoft's SdnDiagnostics: a folder for each node, its name above `ConfigState`, and in it a file for each cmdlet. The
 * stamp of the collection is in UTC.
 */
export const sdnDiagnostics: Collector = {
  name: "SdnDiagnostics",
  attribute(path) {
    const run = containerLike(path, collection);
    const file = fileAmong(files, path.file);
    const node = nodeOf(path);
    if (run === undefined && (file === undefined || node === undefined)) return undefined;
    return {
      ...attributed(sdnDiagnostics.name, { run, clock: "utc", file }),
      ...(node === undefined ? {} : { host: { name: node, by: "folder" } }),
      ...(file === undefined ? {} : { command: path.file.replace(/\.\w{1,5}$/, "") }),
    };
  },
};

/** The folder that `ConfigState` lies in. */
function nodeOf({ folders }: SourcePath): string | undefined {
  const at = folders.findLastIndex((folder) => /^ConfigState$/i.test(folder));
  const node = at < 1 ? undefined : folders[at - 1];
  return node === undefined || collection.test(node) ? undefined : node;
}
