import { Buffer } from "node:buffer";
import { type Header, pack } from "tar-stream";

/** A member of a tar archive to build. */
export interface TarMember {
  readonly name: string;
  readonly text?: string;
  /** Its content where that is no text. */
  readonly bytes?: Uint8Array;
  readonly type?: Header["type"];
  readonly linkname?: string;
  /** Extended headers, as POSIX has them. */
  readonly pax?: { readonly [key: string]: string };
}

/** The bytes of a tar archive, with the mark at its end. */
export async function tarOf(members: readonly TarMember[]): Promise<Buffer> {
  const archive = pack();
  for (const { text = "", bytes, ...header } of members)
    archive.entry(header, bytes === undefined ? text : Buffer.from(bytes));
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a header made by hand says. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** The letter of the type; "0" is a file. */
  readonly type?: string;
  readonly checksum?: number;
}

/** A block that describes a member, in GNU's dialect and true or not. */
export function tarHeader({ name, size, type = "0", checksum }: TarHeader): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write("0000644\0", 100);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("        ", 148);
  block.write(type, 156);
  block.write("ustar  \0", 257);
  const sum = checksum ?? block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

/** The bytes, filled up with zeros to whole blocks. */
export function blocksOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** The mark at the end of a tar archive. */
export const tarEnd = Buffer.alloc(1024);
