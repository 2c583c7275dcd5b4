import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../grammar/contract/diagnostic.ts";
import { type DecodeOptions, decode, type TextBlock } from "../../../src/text/encodings/index.ts";
import { examples } from "../../support/soak.ts";

interface Decoded {
  readonly blocks: readonly TextBlock[];
  readonly text: string;
  readonly encodings: readonly string[];
  readonly bytes: number;
  /** With lines counted from the start of the source. */
  readonly diagnostics: readonly Diagnostic[];
}

async function* chunked(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

async function decoded(source: AsyncIterable<Uint8Array>, options: DecodeOptions = {}): Promise<Decoded> {
  const blocks: TextBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  let lines = 0;
  for await (const block of decode(source, options)) {
    blocks.push(block);
    for (const one of block.diagnostics) diagnostics.push({ ...one, line: one.line + lines });
    lines += block.text.split("\n").length - 1;
  }
  return {
    blocks,
    text: blocks.map(({ text }) => text).join(""),
    encodings: [...new Set(blocks.flatMap(({ encodings }) => encodings))],
    bytes: blocks.reduce((sum, { bytes }) => sum + bytes, 0),
    diagnostics,
  };
}

/** What is decoded of the parts one after the other: text is taken as Latin-1, in which \x escapes are bytes. */
function reads(parts: string | readonly (string | Uint8Array)[], options?: DecodeOptions): Promise<Decoded> {
  const list = typeof parts === "string" ? [parts] : parts;
  const bytes = Buffer.concat(list.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  return decoded(chunked(bytes, []), options);
}

function codes({ diagnostics }: Decoded): string[] {
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

const row = "  TCP    192.0.2.10:49152       198.51.100.20:443      ESTABLISHED     InHost\r\n";
const plainRow = row.replace("\r", "");

/** Tables in a language that uses the encoding; where no words of Windows are known, a remark between rows. */
const tables: readonly (readonly [encoding: string, table: string])[] = [
  [
    "cp850",
    "Aktive Verbindungen\r\n\r\n  Proto  Lokale Adresse  Remoteadresse  Status  Abladungsstatus\r\n  TCP  192.0.2.1:80  srv:0  ABHÖREN  InHost\r\n",
  ],
  ["windows-1252", "Maximale SYN-Neuübertragungen : 2\r\nRTO (anfänglich) : 3000\r\n"],
  ["cp852", `${row}przepływ danych: część żądań\r\n`],
  ["windows-1250", `${row}příliš žluťoučký kůň\r\n`],
  ["cp866", "Состояние масштабирования на стороне приема : enabled \r\nМощность ECN : disabled \r\n"],
  ["windows-1251", "Уровень автонастройки окна получения : normal \r\nНачальное RTO : 3000 \r\n"],
  [
    "shift_jis",
    "アクティブ状態を照会しています...\r\n\r\nTCP グローバル パラメーター\r\n-----\r\nECN 機能 : disabled \r\n",
  ],
  ["gbk", "活动连接\r\n\r\n  协议  本地地址          外部地址        状态           卸载状态\r\n"],
  ["euc-kr", `${row}현재 연결 오프로드 상태 표시\r\n`],
  ["big5", `${row}網路介面卡目前的狀態\r\n`],
];

describe("line ends", () => {
  it.each([
    ["LF", "a\nb\n", "a\nb\n"],
    ["CR LF", "a\r\nb\r\n", "a\nb\n"],
    ["CR CR LF", "a\r\r\n\r\r\nb", "a\n\nb"],
    ["CR", "a\rb\r\rc\r", "a\nb\n\nc\n"],
    ["all of them", "a\r\n\rb\n\r\nc\r", "a\n\nb\n\nc\n"],
    ["none", "a", "a"],
    ["nothing at all", "", ""],
  ])("are one LF: %s", async (_, text, expected) => {
    expect((await reads(text)).text).toBe(expected);
    expect((await reads([Buffer.from(text, "utf16le")], { encoding: "utf-16le" })).text).toBe(expected);
    const marked = await reads([Buffer.from(`\ufeffx${text}`, "utf16le").swap16()]);
    expect(marked.text).toBe(`x${expected}`);
  });

  it("stay one across runs of different encodings", async () => {
    expect((await reads([`${row}\r`, Buffer.from(`\ufeff\n${row}`, "utf16le")])).text).toBe(`${plainRow}\n${plainRow}`);
  });
});

describe("encodings", () => {
  it("leave UTF-8 and ASCII as they are", async () => {
    const german = Buffer.from("Übertragung\r\n");
    expect(await reads([german])).toMatchObject({ text: "Übertragung\n", encodings: ["utf-8"], diagnostics: [] });
    expect(await reads(["\xef\xbb\xbf", german])).toMatchObject({ text: "Übertragung\n", encodings: ["utf-8"] });
    expect(await reads(row)).toMatchObject({ text: plainRow, encodings: ["utf-8"], diagnostics: [] });
  });

  it.each(tables)("are guessed: %s", async (encoding, table) => {
    const read = await reads([row, iconv.encode(table, encoding), row]);
    expect(read.text).toBe(`${row}${table}${row}`.replaceAll("\r", ""));
    expect(read.encodings).toEqual([encoding]);
    expect(read.diagnostics.map(({ code }) => code)).toEqual(["encoding-guessed"]);
    expect(read.diagnostics[0]?.message).toContain(encoding);
    expect(read.diagnostics[0]?.message).toContain("--encoding");
  });

  it.each(tables)("are taken from the user: %s", async (encoding, table) => {
    const read = await reads([row, iconv.encode(table, encoding)], { encoding });
    expect(read).toMatchObject({ text: `${row}${table}`.replaceAll("\r", ""), encodings: [encoding], diagnostics: [] });
  });

  it.each(tables)("are found in UTF-16 without a mark: the table for %s", async (_, table) => {
    for (const whole of [table, `${row}${table}${row}`]) {
      const text = whole.replaceAll("\r", "");
      const little = Buffer.from(whole, "utf16le");
      expect(await reads([little])).toMatchObject({ text, encodings: ["utf-16le"], diagnostics: [] });
      expect(await reads([little.swap16()])).toMatchObject({ text, encodings: ["utf-16be"], diagnostics: [] });
    }
  });

  it("are taken from the user against appearances", async () => {
    const word = iconv.encode("тан\r\n", "cp866");
    expect((await reads([word])).encodings).toEqual(["utf-8"]);
    expect(await reads([word], { encoding: "IBM866" })).toMatchObject({ text: "тан\n", encodings: ["cp866"] });
    expect(await reads("a\xfc\n", { encoding: "utf-8" })).toMatchObject({ text: "a\ufffd\n", encodings: ["utf-8"] });
    expect((await reads("ab", { encoding: "utf-16be" })).text).toBe("\u6162");
    expect((await reads("\xfc\n", { encoding: "no such thing" })).encodings).toEqual(["cp850"]);
  });

  it("keep UTF-16 when the user names a code page", async () => {
    const read = await reads([Buffer.from(`\ufeff${row}`, "utf16le"), iconv.encode("ABHÖREN\r\n", "cp850")], {
      encoding: "850",
    });
    expect(read).toMatchObject({ text: `${plainRow}ABHÖREN\n`, encodings: ["utf-16le", "cp850"] });
  });

  it("differ from line to line: UTF-8 beside a code page", async () => {
    const read = await reads([
      Buffer.from("Größe\r\n"),
      row,
      iconv.encode("ABHÖREN\r\n", "cp850"),
      Buffer.from("Menü\r\n"),
    ]);
    expect(read).toMatchObject({ text: `Größe\n${plainRow}ABHÖREN\nMenü\n`, encodings: ["utf-8", "cp850"] });
  });

  it("survive damage to UTF-8", async () => {
    const read = await reads([Buffer.from("活动连接"), "\xe6\xb4 x\n"]);
    expect(read).toMatchObject({ text: "活动连接\ufffd x\n", encodings: ["utf-8"] });
    expect(codes(read)).toEqual(["undecodable-bytes 1:5"]);
    expect(await reads([Buffer.from("Größe\nMen"), "\xc3"])).toMatchObject({
      text: "Größe\nMen\ufffd",
      encodings: ["utf-8"],
    });
  });
});

describe("encodings in one source", () => {
  const parts = tables.flatMap(([encoding, table]) =>
    ["", "x\r\n", `${row}C:\\>`].map((before) => [encoding, before, table] as const),
  );

  it.each(parts)("%s lines and UTF-16LE around them, behind %j", async (encoding, before, table) => {
    const oem = iconv.encode(table, encoding);
    for (const mark of ["", "\ufeff"]) {
      const wide = Buffer.from(`${mark}${row}${table}`, "utf16le");
      const read = await reads([before, wide, oem, row, wide, oem]);
      const both = `${row}${table}${table}`;
      expect(read.text).toBe(`${before}${both}${row}${both}`.replaceAll("\r", ""));
      expect([...read.encodings].sort()).toEqual([encoding, "utf-16le"].sort());
    }
  });

  it("is said once, where it is seen first", async () => {
    const wide = Buffer.from(row, "utf16le");
    expect(codes(await reads([row, row, wide, row]))).toEqual(["encoding-changes 3:1"]);
    expect(codes(await reads([wide, row, wide]))).toEqual(["encoding-changes 2:1"]);
    expect(codes(await reads([`${row}C:\\>`, wide]))).toEqual(["encoding-changes 2:5"]);
  });
});

describe("damage", () => {
  it("keeps NULs and says so once", async () => {
    const inside = await reads(`${row}a\0b\r\nc\0d\r\n`);
    expect(inside.text).toBe(`${plainRow}a\0b\nc\0d\n`);
    expect(codes(inside)).toEqual(["nul-characters 2:2"]);
    const padding = "\0".repeat(500);
    expect((await reads(`${row}${padding}`)).text).toBe(`${plainRow}${padding}`);
    expect((await reads([Buffer.from(`${row}${padding}`, "utf16le")])).text).toBe(`${plainRow}${padding}`);
  });

  it("leaves out half a UTF-16 unit at the end", async () => {
    const read = await reads([Buffer.from(`${row}  TCP`, "utf16le").subarray(0, -1)]);
    expect(read).toMatchObject({ text: `${plainRow}  TC`, encodings: ["utf-16le"] });
    expect(codes(read)).toEqual(["truncated-utf16 2:4"]);
    expect((await reads([Buffer.from(row, "utf16le").subarray(0, -1)])).text).toBe(plainRow);
  });

  it("shows lone surrogates as U+FFFD", async () => {
    const read = await reads([Buffer.from(`${row}a\ud800b\r\n`, "utf16le")]);
    expect(read.text).toBe(`${plainRow}a\ufffdb\n`);
    expect(codes(read)).toEqual(["undecodable-bytes 2:2"]);
  });

  it("shows bytes a code page leaves undefined as U+FFFD, with a limit to what is said", async () => {
    const read = await reads("a\x81b\n".repeat(15), { encoding: "windows-1252" });
    expect(read.text).toBe("a\ufffdb\n".repeat(15));
    expect(codes(read)).toEqual(Array.from({ length: 10 }, (_, index) => `undecodable-bytes ${index + 1}:2`));
  });

  it("does not report U+FFFD that was in the source", async () => {
    expect((await reads([Buffer.from("a\ufffdb\n")])).diagnostics).toEqual([]);
    expect((await reads([Buffer.from(`\ufeff${row}a\ufffdb\n`, "utf16le")])).diagnostics).toEqual([]);
  });

  it("drops marks where files were joined, and only there", async () => {
    const joinedFiles = Buffer.from(`\ufeff${row}\ufeff${row}a\ufeffb\r\n`, "utf16le");
    expect((await reads([joinedFiles])).text).toBe(`${plainRow}${plainRow}a\ufeffb\n`);
    expect((await reads(["a\n", "\xef\xbb\xbfb\n"])).text).toBe("a\nb\n");
    expect(await reads("\xff\xfe")).toMatchObject({ text: "", bytes: 2, encodings: ["utf-16le"] });
  });
});

describe("long lines", () => {
  const limit = 1_048_576;

  it.each([
    ["ASCII", (length: number) => Buffer.alloc(length, "x"), "x"],
    ["UTF-16", (length: number) => Buffer.alloc(2 * length, "x\0"), "x"],
    ["a code page", (length: number) => Buffer.alloc(length, 0x81), "ü"],
  ])("of %s are cut", async (_, line, letter) => {
    const end = letter === "x" && line(1).length === 2 ? Buffer.from("\n", "utf16le") : Buffer.from("\n");
    const options = letter === "ü" ? { encoding: "850" } : {};
    const read = await reads([line(limit), end, line(limit + 1), end, line(3), end], options);
    expect(read.text.split("\n").map(({ length }) => length)).toEqual([limit, limit, 3, 0]);
    expect(new Set(read.text)).toEqual(new Set([letter, "\n"]));
    expect(codes(read)).toEqual([`line-too-long 2:${limit + 1}`]);
  });

  it("take no more memory than short ones", async () => {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("first\n");
      for (let chunk = 0; chunk < 300; chunk++) yield Buffer.alloc(65_536, "x");
      yield Buffer.from("\nlast");
    }
    const read = await decoded(source());
    expect(read.text.length).toBe("first\n\nlast".length + limit);
    expect(read.bytes).toBe("first\n\nlast".length + 300 * 65_536);
  });

  it("do not split a pair of surrogates", async () => {
    const read = await reads([Buffer.alloc(limit - 1, "x"), Buffer.from("🙂🙂\n")]);
    expect(read.text).toBe(`${"x".repeat(limit - 1)}\n`);
  });
});

describe("blocks", () => {
  it("hold whole lines of a big source, and their diagnostics count lines from the block's start", async () => {
    const lines = `${row.repeat(9000)}`;
    const { blocks, text } = await reads([lines, "a\0b\r\n", lines]);
    expect(text).toBe(`${lines}a\0b\n${lines}`.replaceAll("\r\n", "\n"));
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.text.endsWith("\n")).toBe(true);
    const [holder] = blocks.filter(({ diagnostics }) => diagnostics.length > 0);
    const place = holder?.diagnostics[0];
    expect(holder?.text.split("\n")[(place?.line ?? 0) - 1]).toBe("a\0b");
  });

  it("put a diagnostic of an unfinished line into the block that holds the line", async () => {
    const { blocks } = await reads(["a\n".repeat(131_070), "b\0", "c".repeat(200_000), "\nd\n"]);
    const places = blocks.flatMap(({ diagnostics, text }) =>
      diagnostics.map(({ line }) => text.split("\n")[line - 1]?.[0]),
    );
    expect(places).toEqual(["b"]);
  });

  it("cross the places where the source is cut for reading", async () => {
    for (const [encoding, table] of tables) {
      for (const into of [encoding, "utf-8", "utf-16le"]) {
        for (const shift of [0, 1, 2, 3, 5, 8, 13, 21, 34]) {
          const filler = row.repeat(Math.floor(262_144 / row.length / (into === "utf-16le" ? 2 : 1)));
          const whole = `${filler}${"-".repeat(shift)}\r\n${table.repeat(4)}`;
          const read = await reads([iconv.encode(whole, into)]);
          expect(read.text === whole.replaceAll("\r", ""), `${table} in ${into} after ${shift}`).toBe(true);
        }
      }
    }
  });
});

describe("many changes", () => {
  it("from line to line are read one by one", async () => {
    const pair = Buffer.concat([Buffer.from("ü\n"), iconv.encode("ü\n", "cp850")]);
    const read = await reads(Array<Uint8Array>(60_000).fill(pair));
    expect(read.text).toBe("ü\nü\n".repeat(60_000));
    expect(read.encodings).toEqual(["utf-8", "cp850"]);
  });

  it("within a line too", async () => {
    const pair = Buffer.concat([Buffer.from("now in single bytes, then "), Buffer.from("in two ", "utf16le")]);
    const read = await reads(Array<Uint8Array>(20_000).fill(pair));
    expect(read.text).toBe("now in single bytes, then in two ".repeat(20_000));
  });
});

const hostile = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom("\r", "\n", "\r\n", "\0", "\ufeff", row, "ABHÖREN\r\n").map((text) => Buffer.from(text)),
      fc.constantFrom("\ufeff", row, "\r\n", "活动连接\r\n", "\ud83d").map((text) => Buffer.from(text, "utf16le")),
      fc.constantFrom("活动连接\r\n", "本地地址").map((text) => iconv.encode(text, "gbk")),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));

describe("any bytes", () => {
  it("are read alike in whatever chunks they come", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.array(fc.nat(30), { maxLength: 12 }), async (bytes, lengths) => {
        const whole = await decoded(chunked(bytes, []));
        expect(await decoded(chunked(bytes, lengths))).toEqual(whole);
        expect(whole.bytes).toBe(bytes.length);
        expect(whole.text).not.toContain("\r");
      }),
      { numRuns: examples(300) },
    );
  });

  it("have places that exist", async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom(undefined, "850", "932", "utf-16le", "utf-8"),
        async (bytes, encoding) => {
          const read = await decoded(chunked(bytes, []), encoding === undefined ? {} : { encoding });
          const lines = read.text.split("\n");
          for (const { line, column } of read.diagnostics) {
            expect(column).toBeGreaterThan(0);
            expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
          }
        },
      ),
      { numRuns: examples(300) },
    );
  });

  it("of one encoding come back as they were", async () => {
    const line = fc.array(fc.constantFrom(..."Aktive Verbindungen: 0-9/[ABHÖREN]größe".split("")), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.constantFrom("utf-16le", "utf-16be", "cp850", "utf-8"),
        async (letters, encoding) => {
          const text = ["Größe ABHÖREN", ...letters.map((one) => one.join("")), ""].join("\r\n");
          const mark = encoding.startsWith("utf-16") ? "\ufeff" : "";
          const read = await reads([iconv.encode(mark + text, encoding)]);
          expect(read.text).toBe(text.replaceAll("\r", ""));
          expect(read.encodings).toEqual([encoding]);
        },
      ),
    );
  });
});
