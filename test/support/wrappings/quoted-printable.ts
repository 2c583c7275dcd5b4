import type { Wrapping } from "./wrapping.ts";

const WIDTH = 75;

/** The lines of quoted-printable that a line becomes. */
export function quotedPrintableLines(line: string, encoding: BufferEncoding): readonly string[] {
  const coded = [...Buffer.from(line, encoding)].map((byte, at, { length }) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d && !(byte === 0x20 && at === length - 1);
    return isPlain || byte === 0x09
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const lines: string[] = [""];
  for (const part of coded) {
    const last = lines.at(-1) ?? "";
    if (last.length + part.length <= WIDTH) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((one, at) => (at < lines.length - 1 ? `${one}=` : one));
}

function quotedPrintable(name: string, encoding: BufferEncoding, above: readonly string[], mark = ""): Wrapping {
  return {
    name,
    wrap: (lines) => {
      const coded = lines.map((line) => quotedPrintableLines(line, encoding));
      const before = (line: number) => coded.slice(0, line - 1).reduce((sum, { length }) => sum + length, above.length);
      return {
        text: [...above, ...coded.flat().map((line) => mark + line)].join("\r\n"),
        lineOf: (line) => before(line) + 1,
      };
    },
  };
}

/** The body of a mail as it was sent. */
export const quotedPrintableWrappings: readonly Wrapping[] = [
  quotedPrintable("quoted-printable", "utf8", []),
  quotedPrintable("quoted-printable that was quoted", "utf8", [], "> "),
  quotedPrintable("quoted-printable of Windows", "latin1", ["Gr=FC=DFe aus M=FCnchen, hier die Ausgabe=20"]),
  quotedPrintable("quoted-printable below its headers", "latin1", [
    "Subject: Chimney",
    "and I pasted the source of the mail",
    'Content-Type: text/plain; charset="iso-8859-1"',
    "Content-Transfer-Encoding: quoted-printable",
    "",
  ]),
];
