import { Buffer } from "node:buffer";

/** Bytes that can't be packed, always the same ones. */
export function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return (state >> 16) & 0xff;
    }),
  );
}
