import { Buffer } from "node:buffer";
import type { ArchiveFormat, ArchiveInput, Limits, Member } from "../../../src/sources/archives/archive.ts";
import { defaultLimits } from "../../../src/sources/archives/index.ts";
import { SourceFault } from "../../../src/text/source.ts";

/** How the bytes of an archive come, and which of its members are read. */
export interface Reading {
  readonly file?: string;
  readonly limits?: Limits;
  /** Bytes that come at a time. */
  readonly step?: number;
  /** True for members that are read; the others are passed over. */
  readonly wanted?: (member: Member) => boolean;
}

/** What a format finds in an archive, a line each: `name = text`, a member that is not read, or what is amiss. */
export async function listed(format: ArchiveFormat, bytes: Uint8Array, reading: Reading = {}): Promise<string[]> {
  const { limits = defaultLimits, wanted = () => true } = reading;
  const lines: string[] = [];
  try {
    for await (const found of format.members(inputOf(bytes, reading), limits)) {
      if ("status" in found) lines.push(`${found.status}: ${found.code}: ${found.reason}`);
      else if (found.refusal) lines.push(`${found.name}: ${found.refusal.code}: ${found.refusal.reason}`);
      else if (found.kind !== "file") lines.push(`${found.name}: ${found.kind}`);
      else if (wanted(found)) lines.push(`${found.name} = ${await textOf(found)}`);
      else lines.push(`${found.name}: passed over`);
    }
  } catch (error) {
    lines.push(`thrown: ${faultOf(error)}`);
  }
  return lines;
}

/** An archive on the way to be read, from bytes in memory. */
export function inputOf(bytes: Uint8Array, { file = "file", step = 64 * 1024 }: Reading = {}): ArchiveInput {
  return {
    file,
    stream: () => inSteps(bytes, step),
    volume: async () => ({ size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) }),
    carry: (carried) => carried,
  };
}

async function* inSteps(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function textOf(member: Member): Promise<string> {
  const chunks: Uint8Array[] = [];
  let fault = "";
  try {
    for await (const chunk of member.bytes()) chunks.push(chunk);
  } catch (error) {
    fault = ` … ${faultOf(error)}`;
  }
  const text = Buffer.concat(chunks).toString();
  return `${text.length > 80 ? `${text.length} characters` : text}${fault}`;
}

function faultOf(error: unknown): string {
  if (!(error instanceof SourceFault)) throw error;
  return `${error.code}: ${error.message}`;
}
