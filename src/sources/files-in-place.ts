import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import type { FileSystem, OpenFile } from "./file-system.ts";

/**
 * The file system for a thread that has nothing to do meanwhile: it waits for each read where it is asked for, which
 * takes a fraction of the time that it would take to be told. What is no file may never answer, and is read as usual.
 */
export const filesInPlace: FileSystem = {
  readdir: nodeFiles.readdir,
  // Its forms are those of the function it calls, which the compiler can't follow.
  stat: (async (path, options) => statSync(path, options)) as FileSystem["stat"],
  open: async (path, flags) =>
    statSync(path).isFile() ? openedInPlace(openSync(path, flags)) : nodeFiles.open(path, flags),
};

function openedInPlace(file: number): OpenFile {
  return {
    read: async (buffer, at, length, position) => ({ bytesRead: readSync(file, buffer, at, length, position) }),
    stat: async () => fstatSync(file),
    close: async () => closeSync(file),
  };
}
