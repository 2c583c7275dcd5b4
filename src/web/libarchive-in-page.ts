import { libarchiveWasm } from "libarchive-wasm";
import type { LoadLibarchive } from "../sources/archives/libarchive-package.ts";
import { unpacked } from "./packed.ts";

let packed: string | undefined;

/** Notes the program of the library, which the page carries: WebAssembly, deflated, in base64. */
export function keepLibarchive(program: string): void {
  packed = program;
}

/** The library with memory of its own, as on the command line; its program is unpacked when an archive needs it. */
export const loadInWorker: LoadLibarchive = async () => {
  if (packed === undefined) return undefined;
  return libarchiveWasm({ wasmBinary: await unpacked(packed), print: silent, printErr: silent });
};

function silent(): void {}
