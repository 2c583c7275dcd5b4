import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { openSources } from "../../../src/sources/index.ts";
import { type Analysed, analysed } from "../../support/analysed.ts";
import { openedFile, openedInput, withFiles } from "../../support/archives/opened.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { quotedPrintableLines } from "../../support/wrappings/quoted-printable.ts";

const table = [
  "Aktive Verbindungen",
  "",
  "  Proto  Lokale Adresse         Remoteadresse          Status           Abladungsstatus",
  "",
  "  TCP    192.0.2.20:445         198.51.100.1:50000     HERGESTELLT     Offloaded   ",
  "  TCP    192.0.2.20:445         198.51.100.2:50001     ABHÖREN         InHost      ",
];
const lines = (...all: readonly string[]) => `${all.join("\r\n")}\r\n`;
const head = ["From: ana@example.com", "To: support@example.com", "Subject: chimney", "MIME-Version: 1.0"];
const TEXT = ["Content-Type: text/plain; charset=utf-8"];
const QUOTED = "Content-Transfer-Encoding: quoted-printable";
const quoted = (encoding: BufferEncoding) => table.flatMap((line) => quotedPrintableLines(line, encoding));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replaceAll(/.{76}/g, "$&\r\n");

const simple = lines(
  ...head,
  'Content-Type: text/plain; charset="iso-8859-1"',
  "Content-Transfer-Encoding: quoted-printable",
  "",
  ...quoted("latin1"),
);
const part = (type: string, content: readonly string[], ...fields: readonly string[]) => [
  "--part",
  `Content-Type: ${type}`,
  ...fields,
  "",
  ...content,
];
const multipart = (kind: string, ...parts: readonly (readonly string[])[]) =>
  lines(
    ...head,
    `Content-Type: multipart/${kind}; boundary="part"`,
    "",
    "A message in parts.",
    ...parts.flat(),
    "--part--",
  );
const attached = (name: string, bytes: Uint8Array) =>
  part(
    `application/octet-stream; name="${name}"`,
    [base64(bytes)],
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; filename="${name}"`,
  );
const page = `<html><body><pre>${table.join("\n")}</pre></body></html>`;

const mails: readonly (readonly [string, string, string])[] = [
  ["text of another code page", simple, "mail.eml!message.txt"],
  [
    "text and the same as HTML",
    multipart(
      "alternative",
      part("text/plain; charset=utf-8", quoted("utf8"), "Content-Transfer-Encoding: quoted-printable"),
      part("text/html; charset=utf-8", [page]),
    ),
    "mail.eml!message.txt",
  ],
  ["nothing but HTML", multipart("related", part("text/html; charset=utf-8", [page])), "mail.eml!message.html"],
  [
    "text in base64",
    lines(
      ...head,
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      base64(Buffer.from(lines(...table))),
    ),
    "mail.eml!message.txt",
  ],
  [
    "a file attached, in UTF-16",
    multipart(
      "mixed",
      part("text/plain", ["see the file"]),
      attached("out.txt", Buffer.from(`\ufeff${lines(...table)}`, "utf16le")),
    ),
    "mail.eml!out.txt",
  ],
  [
    "an archive attached",
    multipart(
      "mixed",
      part("text/plain", ["see the archive"]),
      attached("caps.zip", zipOf([{ name: "a/out.txt", data: Buffer.from(lines(...table)) }])),
    ),
    "mail.eml!caps.zip!a/out.txt",
  ],
  [
    "a mail attached",
    multipart("mixed", part("text/plain", ["forwarded"]), part("message/rfc822", simple.split("\r\n"))),
    "mail.eml!attachment-1.eml!message.txt",
  ],
  [
    "a text in 8 bits between words of others",
    multipart(
      "mixed",
      part("text/plain; charset=utf-8", ["Grüße, hier die Ausgabe:"], "Content-Transfer-Encoding: 8bit"),
      attached("photo.png", Buffer.alloc(300)),
      part("text/plain; charset=utf-8", table, "Content-Transfer-Encoding: 8bit"),
      part("text/plain", ["-- ", "a list that everybody reads"]),
    ),
    "mail.eml!message.txt",
  ],
  [
    "a file attached as it is",
    multipart(
      "mixed",
      part("text/plain", ["see the file"]),
      part("text/x-log; charset=utf-8", table, 'Content-Disposition: attachment; filename="out.log"'),
    ),
    "mail.eml!out.log",
  ],
  [
    "a file attached, in quoted-printable, its fields folded",
    multipart(
      "mixed",
      part("text/plain", ["see the file"]),
      part(
        "text/plain;\r\n\tcharset=windows-1252",
        quoted("latin1"),
        "Content-Transfer-Encoding:\r\n quoted-printable",
        'Content-Disposition: attachment;\r\n filename="out.log"',
      ),
    ),
    "mail.eml!out.log",
  ],
  [
    "what the way to us added",
    lines(
      "Return-Path: <ana@example.com>",
      ...Array.from(
        { length: 30 },
        (_, at) => `Received: from mx${at}.example.com\r\n\tby mx.example.net; Tue, 5 Mar 2024 08:15:33 +0100`,
      ),
    ) + simple,
    "mail.eml!message.txt",
  ],
];

/** Where rows stand in a mail; none in one of base64, whose lines are numbered by themselves. */
const rowsIn = (mail: string) => mail.split(/\r?\n/).flatMap((line, at) => (line.startsWith("  TCP") ? [at + 1] : []));

describe("saved mail", () => {
  it.each(mails)("with %s is read", async (_, mail, name) => {
    const plain = await analysed(lines(...table));
    expect(plain.connections).toHaveLength(2);
    const { report, connections } = await analysedFile("mail.eml", mail);
    const read = report.sources.filter(({ status }) => status === "ok");
    expect(read.map((source) => source.name)).toEqual([name]);
    expect(connections).toEqual(plain.connections.map((row, at) => ({ ...row, line: rowsIn(mail)[at] ?? row.line })));
    expect(report.diagnostics.filter(({ code }) => code.startsWith("undecodable"))).toEqual([]);
  });

  it("from standard input is read as well", async () => {
    expect((await openedInput(Buffer.from(simple))).map((line) => line.split(" = ")[0])).toEqual(["stdin!message.txt"]);
  });

  it.each([
    [
      "a mail as people copy it",
      lines("From: Ana", "Sent: Tuesday, March 5, 2024", "To: Support", "Subject: chimney", "", ...table),
    ],
    ["a list of settings", lines("Date: 2024-03-05", "Receive-Side Scaling State : enabled")],
    ["a host and a date", lines("From: srv01", "Date: 2024-03-05", "", ...table)],
  ])("is not %s", async (_, text) => {
    expect((await openedFile("note.txt", text)).map((line) => line.split(" = ")[0])).toEqual(["note.txt"]);
  });

  it("that is broken off is read as far as it goes", async () => {
    const [, mail] = mails[4] ?? [];
    const found = await openedFile("mail.eml", mail?.slice(0, -200) ?? "");
    expect(found.map((line) => line.split(" = ")[0])).toEqual(["mail.eml!message.txt", "mail.eml!out.txt"]);
  });

  it("with parts within parts without end is refused in plain words", async () => {
    const deep = Array.from(
      { length: 400 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    );
    const mail = lines(...head, "Content-Type: multipart/mixed; boundary=b0", "") + deep.join("");
    expect((await openedFile("mail.eml", mail)).join()).toMatch(
      /^mail\.eml: failed: archive-damaged: can't be read as mail/,
    );
  });

  it("keeps the column of what is odd behind a soft line break", async () => {
    const long = `TCP    192.0.2.20:445         198.51.100.1:50000     ESTABLISHED     InHost    =\r\n  ???`;
    const mail = lines(
      ...head,
      ...TEXT,
      QUOTED,
      "",
      "Proto  Local Address  Foreign Address  State  Offload State",
      long,
    );
    const { report } = await analysedFile("mail.eml", mail);
    expect(report.diagnostics.map(({ line, column }) => `${line}:${column}`)).toContain("10:3");
  });

  it("of code pages with two bytes a letter is read, whatever the second byte is", async () => {
    // The second byte of "表" is a backslash, that of "ソ" too.
    const word = "ソフトウェア表";
    const bytes = Uint8Array.of(0x83, 0x5c, 0x83, 0x74, 0x83, 0x67, 0x83, 0x45, 0x83, 0x46, 0x83, 0x41, 0x95, 0x5c);
    const coded = Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`,
    ).join("");
    const setting = "Receive-Side Scaling State          : enabled=20";
    const mail = lines(
      ...head,
      "Content-Type: text/plain; charset=shift_jis",
      QUOTED,
      "",
      "TCP Global Parameters",
      "-".repeat(46),
      setting,
      `${coded} : enabled=20`,
    );
    const { report } = await analysedFile("mail.eml", mail);
    expect(report.hosts.flatMap(({ settings }) => settings.map(({ line, label }) => `${line} ${label}`))).toEqual([
      "10 Receive-Side Scaling State",
      `11 ${word}`,
    ]);
  });

  it("with a report of this program in it does not have that read again", async () => {
    const { report } = await analysedFile("mail.eml", lines(...head, ...TEXT, "", "chimneysweep 0.1.0", "", ...table));
    expect(report.sources.map(({ name, status }) => `${name} ${status}`)).toEqual(["mail.eml!message.txt skipped"]);
  });

  it("is numbered by itself below more lines than are counted out", async () => {
    const photo = Array<string>(200_001).fill("AAAA");
    const mail = multipart(
      "mixed",
      part("image/png", photo, "Content-Transfer-Encoding: base64"),
      part("text/plain; charset=utf-8", table, "Content-Disposition: attachment; filename=out.txt"),
    );
    const { connections } = await analysedFile("mail.eml", mail);
    expect(connections.map(({ line }) => line)).toEqual([5, 6]);
  });
});

describe("a mailbox", () => {
  const first = lines("From ana@example.com Tue Mar  5 08:15:33 2024", ...head, ...TEXT, "", ...table, "");
  const second = lines(
    "From bob@example.com Tue Mar  5 09:15:33 2024",
    ...head,
    ...TEXT,
    "",
    "From 8 on:",
    "",
    ...table,
  );

  it("has a source for each message, with its own lines of the file", async () => {
    const { report, connections } = await analysedFile("caps.mbox", first + second);
    expect(report.sources.map(({ name }) => name)).toEqual([
      "caps.mbox!message-1.eml!message.txt",
      "caps.mbox!message-2.eml!message.txt",
    ]);
    expect(connections.map(({ line }) => line)).toEqual(rowsIn(first + second));
  });

  it("begins no message where somebody writes From", async () => {
    const { report } = await analysedFile("caps.mbox", second);
    expect(report.sources.map(({ name }) => name)).toEqual(["caps.mbox!message.txt"]);
  });
});

function analysedFile(name: string, bytes: string): Promise<Analysed> {
  return withFiles({ [name]: bytes }, (cwd) => {
    const stdin = (async function* () {})();
    return analysed(openSources([name], { cwd, stdin }));
  });
}
