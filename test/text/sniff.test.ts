import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { sniff } from "../../src/text/sniff.ts";

/** Bytes from text in Latin-1, in which \x escapes are bytes. */
function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

/** Pseudo-random bytes, the same ones in every run. */
function noise(length: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >> 16;
  });
}

const rows = "  TCP    192.0.2.10:49152       198.51.100.20:443      ESTABLISHED     InHost\r\n".repeat(60);

describe("sniff", () => {
  it.each([
    ["a zip archive", latin("PK\x03\x04\x14\0\0\0")],
    ["a gzip archive", latin("\x1f\x8b\x08\0")],
    ["a cabinet archive", latin("MSCF\0\0\0\0")],
    ["a 7-Zip archive", latin("7z\xbc\xaf\x27\x1c")],
    ["a RAR archive", latin("Rar!\x1a\x07\x01\0")],
    ["a tar archive", latin(`${"host.txt".padEnd(257, "\0")}ustar\x0000`)],
    ["a Windows program", latin(`MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff${"\0\x01".repeat(40)}`)],
    ["an event log", latin("ElfFile\0\0\0")],
    ["an ETL trace", latin(`${"\0\x10\0\0".padEnd(0x48, "\x01")}\x02\0\x02\xc0`)],
    ["a memory dump", latin("MDMP\x93\xa7")],
    ["a memory dump", latin(`PAGEDU64\x0f\0\0\0${"\x01\0\x02\x03".repeat(20)}`)],
    ["a network trace", latin("\x0a\x0d\x0d\x0a\x1c\0\0\0\x4d\x3c\x2b\x1a")],
    ["a PDF document", latin("%PDF-1.7\n")],
    ["an image", latin("\x89PNG\r\n\x1a\n")],
    ["an image", latin("\xff\xd8\xff\xe0")],
    ["an image", latin("GIF89a")],
    ["binary data", noise(4096)],
    ["binary data", noise(600)],
    ["binary data", new Uint8Array(100)],
    ["binary data", latin("\x01\x02\x03\x04\x05\x06\x0e\x0f".repeat(8))],
  ])("tells %s", (format, bytes) => {
    expect(sniff(bytes)).toBe(format);
  });

  it.each([
    ["no bytes at all", latin("")],
    ["a single NUL-padded word", latin(`ok\r\n${"\0".repeat(4000)}`)],
    ["words that formats begin with", latin("MZ and BM and regf are words\r\n")],
    ["the letters PK", latin("PKI is on\r\n")],
    ["colours", latin("\x1b[31mTCP\x1b[0m\r\n".repeat(30))],
    ["the end of a DOS file", latin("netstat -t\r\n\x1a")],
    ["form feeds", latin("\f\r\n".repeat(30))],
    ["a few stray control characters", latin(`\x01\x02 \0${rows}`)],
    ["a UTF-8 mark alone", latin("\xef\xbb\xbf")],
    ["a UTF-16 mark and anything", latin("\xff\xfe\x01\x02\x03\x04\x05\x06\x07\x08")],
  ])("takes %s for text", (_, bytes) => {
    expect(sniff(bytes)).toBeNull();
  });

  it.each([
    ["Aktive Verbindungen: ABHÖREN", ["utf8", "utf-16le", "utf-16be", "cp437", "cp850", "cp1252", "cp1250"]],
    ["Состояние масштабирования на стороне приема", ["utf8", "utf-16le", "utf-16be", "cp866", "cp1251"]],
    ["TCP グローバル パラメーター", ["utf8", "utf-16le", "utf-16be", "cp932"]],
    ["活动连接", ["utf8", "utf-16le", "utf-16be", "cp936"]],
    ["현재 연결 오프로드 상태 표시", ["utf8", "utf-16le", "utf-16be", "cp949"]],
    ["網路介面卡目前的狀態", ["utf8", "utf-16le", "utf-16be", "cp950"]],
    ["część żądań", ["utf-16le", "cp852", "cp1250"]],
  ])("takes %j for text in every encoding", (text, encodings) => {
    for (const encoding of encodings) {
      for (const whole of [`${text}\r\n`, `${text}\r\n`.repeat(300), `${rows}${text}\r\n${"\0".repeat(64)}`]) {
        expect(sniff(iconv.encode(whole, encoding)), encoding).toBeNull();
      }
    }
  });

  it("takes text whose encoding changes for text", () => {
    const wide = iconv.encode("  活动连接\r\n  TCP\r\n", "utf-16le");
    expect(sniff(Buffer.concat([wide, Buffer.from("C:\\>"), wide, Buffer.from("x"), wide]))).toBeNull();
  });

  it("looks at 4 KB and never fails", () => {
    expect(sniff(Buffer.concat([Buffer.alloc(4096, "a"), noise(4096)]))).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => sniff(bytes) === null || sniff(bytes) !== ""));
  });
});
