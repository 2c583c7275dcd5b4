import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { withoutSignature } from "../../src/builds/portable-executable.ts";

const HEADER = 0x80;
const TABLE = HEADER + 24 + 112 + 32;

/** A program as short as one can be: its headers, what it does, and a signature at the end where it has one. */
function program(signature: string, kind = 0x20b): Buffer {
  const bytes = Buffer.alloc(0x200 + signature.length);
  bytes.writeUInt32LE(HEADER, 0x3c);
  bytes.write("PE", HEADER);
  bytes.writeUInt16LE(kind, HEADER + 24);
  bytes.write("code", 0x1f0);
  bytes.write(signature, 0x200);
  if (signature === "") return bytes;
  bytes.writeUInt32LE(0x200, TABLE);
  bytes.writeUInt32LE(signature.length, TABLE + 4);
  return bytes;
}

describe("a program of Windows without its signature", () => {
  it("ends before the signature and names none", () => {
    expect(withoutSignature(program("signed by somebody"))).toEqual(program(""));
  });

  it("stays as it is where nobody signed it, and the program that was given stays too", () => {
    const signed = program("signed");
    withoutSignature(signed);
    expect(signed).toEqual(program("signed"));
    expect(withoutSignature(program(""))).toEqual(program(""));
  });

  it("is refused where it is of another kind", () => {
    expect(() => withoutSignature(program("", 0x10b))).toThrow("no 64-bit program");
    expect(() => withoutSignature(Buffer.alloc(0x200))).toThrow("no 64-bit program");
  });
});
