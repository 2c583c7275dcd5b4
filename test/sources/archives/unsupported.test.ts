import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { formatOf } from "../../../src/sources/archives/index.ts";
import { listed } from "../../support/archives/listed.ts";
import { openedFile } from "../../support/archives/opened.ts";

const rest = Buffer.alloc(64, 0x55);

it.each([
  ["a RAR archive", Buffer.from("Rar!\x1a\x07\x00", "latin1")],
  ["a RAR archive", Buffer.from("Rar!\x1a\x07\x01\x00", "latin1")],
  ["an xz archive", Buffer.from("\xfd7zXZ\0", "latin1")],
  ["a bzip2 archive", Buffer.from("BZh91AY&SY", "latin1")],
  ["a bzip2 archive", Buffer.from("BZh9\x17rE8P\x90", "latin1")],
  ["a Zstandard archive", Buffer.from("\x28\xb5\x2f\xfd", "latin1")],
])("says of %s what to do with it", async (name, start) => {
  const bytes = Buffer.concat([start, rest]);
  const format = formatOf(bytes);
  expect(format?.name).toBe(name);
  const told = `skipped: archive-unsupported: ${name}, a format that is not read; unpack it and pass the folder`;
  expect(format && (await listed(format, bytes))).toEqual([told]);
  expect(await openedFile("bundle.zip", bytes)).toEqual([`bundle.zip: ${told}`]);
});

it.each(["BZh9 is how it begins", "Rar!", "MSCF", "7z", "ustar", ""])("takes %j for a text", (text) => {
  expect(formatOf(Buffer.from(text))).toBeUndefined();
});
