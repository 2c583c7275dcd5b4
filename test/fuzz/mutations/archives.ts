import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { cabinetOf } from "../../support/archives/cabinet-builder.ts";
import { sevenZipOf } from "../../support/archives/seven-zip-builder.ts";
import { tarEnd, tarHeader } from "../../support/archives/tar-builder.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { archives } from "../corpus.ts";
import { byteMutations } from "./bytes.ts";
import { mutated, mutatedText } from "./index.ts";

/** A file on the way into an archive. */
interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
}

type Packer = (members: readonly Packed[]) => Buffer;

const names = [
  ...[
    "netstat.txt",
    "a/b/WEB01_TcpIp-Info.txt",
    "SQL02_Netsh_Autotuning.txt",
    "../../escape.txt",
    "/etc/passwd",
    "C:\\a.txt",
  ],
  ...[
    "__proto__",
    "constructor",
    "",
    ".",
    "a//b",
    "CON",
    "netstat.txt",
    "a.zip",
    "b.tar",
    "c.gz",
    "d.7z",
    "x.log",
    "y.evtx",
  ],
  ...[
    "\u202egnp.txt",
    "a\u0000b.txt",
    "a\u001b[31m.txt",
    "a\nb.txt",
    "é.txt",
    "名.txt",
    `${"d/".repeat(200)}x.txt`,
    "n".repeat(300),
  ],
];

const odd = fc.constantFrom(
  ...[{}, {}, {}, { method: 0 }, { method: 12 }, { flags: 1 }, { sizes: "behind" }, { format: "zip64" }, { size: 7 }],
  ...[
    { size: 4_000_000_000 },
    { checksum: 1 },
    { ownName: "other.txt" },
    { mode: 0o120777 },
    { header: 3 },
    { sameAs: 0 },
  ],
) as fc.Arbitrary<object>;

const packers: fc.Arbitrary<Packer> = fc.oneof(
  { weight: 4, arbitrary: fc.array(odd, { minLength: 4, maxLength: 4 }).map((oddities) => zipper(oddities)) },
  { weight: 2, arbitrary: fc.constantFrom<Packer>(tarred) },
  { weight: 2, arbitrary: fc.constantFrom<Packer>((members) => gzipSync(tarred(members))) },
  { weight: 2, arbitrary: fc.constantFrom<Packer>(([first]) => gzipSync(first?.bytes ?? "")) },
  { weight: 1, arbitrary: fc.constantFrom<Packer>((members) => sevenZipOf(members.map(asText))) },
  { weight: 1, arbitrary: fc.constantFrom<Packer>((members) => cabinetOf(members.map(asText), { method: "MSZIP" })) },
);

const member: fc.Arbitrary<Packed> = fc.record({
  name: fc.constantFrom(...names),
  bytes: fc.oneof(
    { weight: 6, arbitrary: mutatedText.map((bytes) => Buffer.from(bytes.subarray(0, 8000))) },
    { weight: 1, arbitrary: fc.nat(200_000).map((size) => Buffer.alloc(size, "TCP 192.0.2.1:445 \n")) },
  ),
});

const sound: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...archives).map(({ bytes }) => Buffer.from(bytes)) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(member, { maxLength: 4 }), packers, fc.array(fc.tuple(packers, member), { maxLength: 3 }))
      .map(([members, pack, around]) =>
        around.reduce((inner, [outer, beside]) => {
          return outer([{ name: "inner.bin", bytes: inner }, beside]);
        }, pack(members)),
      ),
  },
);

/** Archives as they were made, in one another, and damaged. */
export const archiveBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 1, arbitrary: sound },
  { weight: 3, arbitrary: mutated(sound, byteMutations) },
);

function zipper(oddities: readonly object[]): Packer {
  return (members) =>
    zipOf(
      members.map(({ name, bytes }, at) => {
        // The first member has nobody before it to be the same as.
        const { sameAs, ...odd }: { readonly sameAs?: number } = oddities[at] ?? {};
        return { name, data: bytes, ...odd, ...(sameAs !== undefined && at > 0 && { sameAs }) };
      }),
    );
}

function tarred(members: readonly Packed[]): Buffer {
  const blocks = members.map(({ name, bytes }) =>
    Buffer.concat([
      tarHeader({ name: name.slice(0, 90), size: bytes.length }),
      bytes,
      Buffer.alloc((512 - (bytes.length % 512)) % 512),
    ]),
  );
  return Buffer.concat([...blocks, tarEnd]);
}

function asText({ name, bytes }: Packed): { readonly name: string; readonly text: string } {
  // The builder of 7-Zip archives makes no empty members.
  return { name, text: bytes.length === 0 ? " " : bytes.toString("utf8") };
}
