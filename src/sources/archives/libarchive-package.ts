import { MissingPackage, optionalPackage } from "../../optional-package.ts";

/** What is used of the package libarchive-wasm, by its own names. Places in its memory are numbers. */
export interface Libarchive {
  readonly module: {
    /** Another array after every call that may have made the memory grow. */
    readonly HEAP8: Int8Array;
    readonly _malloc: (size: number) => number;
  };
  readonly read_new_memory: (at: number, size: number) => number;
  /** 0 at the end and where something is amiss; only `error_string` tells these apart. */
  readonly read_next_entry: (archive: number) => number;
  readonly read_has_encrypted_entries: (archive: number) => number;
  readonly read_data: (archive: number, at: number, size: number) => number;
  readonly error_string: (archive: number) => string;
  readonly entry_pathname: (entry: number) => string;
  readonly entry_filetype: (entry: number) => number;
  readonly entry_hardlink: (entry: number) => string;
  readonly entry_is_encrypted: (entry: number) => number;
}

/** A fresh library with memory of its own; undefined where the package, which is optional, is not installed. */
export type LoadLibarchive = () => Promise<Libarchive | undefined>;

export const LIBARCHIVE: readonly string[] = ["libarchive-wasm"];

/** Loaded when the first archive needs it, because it is larger than the rest of the program. */
export const loadLibarchive: LoadLibarchive = async () => {
  const loading = optionalPackage("The archive", LIBARCHIVE, () => import("libarchive-wasm"));
  const exported = await loading.catch((error: unknown) => {
    if (error instanceof MissingPackage) return undefined;
    throw error;
  });
  // What it prints of its own accord is told by its errors as well.
  return exported?.default.libarchiveWasm({ print: silent, printErr: silent });
};

function silent(): void {}
