import type { Buffer } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { sep } from "node:path";
import type { UnreadSource } from "../text/index.ts";

/** What sources need of a file system: the promise functions of `node:fs`, so that tests can make them fail. */
export interface FileSystem extends Pick<typeof import("node:fs/promises"), "readdir" | "stat"> {
  open(path: string | Buffer, flags: "r"): Promise<OpenFile>;
}

/** A file that is being read; at `position` null it is read on from where it was. */
export interface OpenFile {
  read(
    buffer: Uint8Array,
    at: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesRead: number }>;
  stat(): Promise<Stats>;
  close(): Promise<void>;
}

/** A place in the file system: its path as the system wants it, and the name the report gives it. */
export interface Located {
  readonly path: string;
  readonly name: string;
}

/** Our words for the errors people meet; all others are told in the system's words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file or directory"],
  ["ENOTDIR", "no such file or directory (a part of the path is a file)"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EBUSY", "in use by another program"],
  ["EISDIR", "a directory"],
  ["ELOOP", "too many symbolic links"],
  ["ENAMETOOLONG", "the path is too long"],
  ["ENXIO", "not a file that can be read"],
  ["EMFILE", "too many open files"],
  ["ENOSPC", "no space left on the device"],
  ["EROFS", "the file system is read-only"],
  ["ERR_INVALID_ARG_VALUE", "not a path"],
]);

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

/** The error of a file system in a few words, without the absolute path that Node's message ends with. */
export function reasonOf(error: unknown): string {
  const known = REASONS.get(codeOf(error));
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  return message.split(",", 1)[0] ?? message;
}

/** The status of a place that could not be opened. */
export function unread(name: string, error: unknown): UnreadSource {
  const missing = codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
  return { name, status: "failed", code: missing ? "source-missing" : "source-unreadable", reason: reasonOf(error) };
}

/** The status of a place that is not for us. */
export function skipped(name: string, reason: string): UnreadSource {
  return { name, status: "skipped", code: "source-skipped", reason };
}

/** True for the error of a path at which there is nothing. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** The path with `/` between its parts, on every system. A backslash is part of a name where it separates nothing. */
export function slashed(path: string, separator: string = sep): string {
  return separator === "\\" ? path.replaceAll("\\", "/") : path;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function openedInPlace(file: number): OpenFile {
  return {
    read: async (buffer, at, length, position) => ({ bytesRead: readSync(file, buffer, at, length, position) }),
    stat: async () => fstatSync(file),
    close: async () => closeSync(file),
  };
}
