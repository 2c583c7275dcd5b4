import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { openSources } from "../../../src/sources/index.ts";
import { analysed } from "../../support/analysed.ts";
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

describe("saved mail", () => {
  it.each(mails)("with %s is read", async (_, mail, name) => {
    const plain = await analysed(lines(...table));
    expect(plain.connections).toHaveLength(2);
    await withFiles({ "mail.eml": mail }, async (cwd) => {
      const stdin = (async function* () {})();
      const { report, connections } = await analysed(openSources(["mail.eml"], { cwd, stdin }));
      const read = report.sources.filter(({ status }) => status === "ok");
      expect(read.map((source) => source.name)).toEqual([name]);
      const first = connections[0]?.line ?? 0;
      expect(connections.map((row) => ({ ...row, line: row.line - first }))).toEqual(
        plain.connections.map((row) => ({ ...row, line: row.line - 5 })),
      );
      expect(report.diagnostics.filter(({ code }) => code.startsWith("undecodable"))).toEqual([]);
    });
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
});
