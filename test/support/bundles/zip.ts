import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import type { Pack } from "./bundle.ts";

/** The same bytes for the same files, whatever the version of Node, the clock and its time zone. */
const options = {
  // Node's own compression differs from version to version.
  useCompressionStream: false,
  useWebWorkers: false,
  extendedTimestamp: false,
  // Archives have local time, so it is a local one.
  lastModDate: new Date(2024, 1, 2, 19, 18, 40),
};

/** Packs files to a zip. */
export const zipped: Pack = async (files) => {
  configure({ useCompressionStream: false, useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const { path, bytes } of files) await writer.add(path, new Uint8ArrayReader(bytes));
  return writer.close();
};
