import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodingRuns, type Layout } from "../../../src/text/encodings/runs.ts";

type Part = readonly [layout: Layout, text: string];

const encoders: Readonly<Record<Layout, (text: string) => Buffer>> = {
  bytes: (text) => Buffer.from(text, "latin1"),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
};

function encoded(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map(([layout, text]) => encoders[layout](text)));
}

/** The layouts and lengths in bytes of the runs. */
function runsOf(bytes: Uint8Array): (readonly [Layout, number])[] {
  return encodingRuns(bytes, { layout: null, lineStart: true }).map(({ layout, start, end }) => [layout, end - start]);
}

const row = "  TCP    192.0.2.10:49152       198.51.100.20:443      ESTABLISHED     InHost\r\n";
const title = "\r\nActive Connections\r\n\r\n";

describe("encodingRuns", () => {
  it.each<[string, readonly Part[]]>([
    ["single-byte text", [["bytes", title + row]]],
    ["UTF-16LE", [["utf-16le", title + row]]],
    ["UTF-16BE", [["utf-16be", title + row]]],
    ["UTF-16LE in Cyrillic", [["utf-16le", "Состояние масштабирования\r\n"]]],
    ["UTF-16LE in Chinese", [["utf-16le", "活动连接\r\n"]]],
    ["UTF-16BE in Chinese", [["utf-16be", "活动连接\r\n"]]],
    ["UTF-16LE in Korean", [["utf-16le", "현재 연결 오프로드 상태 표시\r\n"]]],
    [
      "UTF-16LE behind single-byte text",
      [
        ["bytes", row],
        ["utf-16le", row],
      ],
    ],
    [
      "the same at an odd offset",
      [
        ["bytes", `x${row}`],
        ["utf-16le", row],
      ],
    ],
    [
      "the same with a mark",
      [
        ["bytes", `x${row}`],
        ["utf-16le", `\ufeff${row}`],
      ],
    ],
    [
      "the same in mid-line",
      [
        ["bytes", `${row}C:\\>`],
        ["utf-16le", `netstat -t\r\n${row}`],
      ],
    ],
    [
      "single-byte text behind UTF-16LE",
      [
        ["utf-16le", row],
        ["bytes", row],
      ],
    ],
    [
      "the same in mid-line",
      [
        ["utf-16le", `${row}C:\\>`],
        ["bytes", `netstat -t\r\n${row}`],
      ],
    ],
    [
      "single lines in turn",
      [
        ["utf-16le", row],
        ["bytes", "done\r\n"],
        ["utf-16le", "ok\r\n"],
        ["bytes", row],
      ],
    ],
    [
      "an empty single-byte line",
      [
        ["utf-16le", row],
        ["bytes", "\r\n"],
        ["utf-16le", row],
      ],
    ],
    [
      "a Chinese line between",
      [
        ["bytes", row],
        ["utf-16le", "活动连接\r\n"],
        ["bytes", row],
      ],
    ],
    ["a stray NUL", [["bytes", `${row}a\0b${row}`]]],
    ["NULs as padding", [["bytes", `${row}${"\0".repeat(33)}`]]],
    ["NULs as padding behind LF", [["bytes", `a\n\n${"\0".repeat(6)}`]]],
    ["UTF-16LE with padding", [["utf-16le", `${row}${"\0".repeat(33)}`]]],
  ])("finds %s", (_, parts) => {
    expect(runsOf(encoded(parts))).toEqual(parts.map(([layout, text]) => [layout, encoders[layout](text).length]));
  });

  it("leaves half a unit at the end to UTF-16", () => {
    const bytes = encoded([["utf-16le", row]]).subarray(0, -1);
    expect(runsOf(bytes)).toEqual([["utf-16le", bytes.length]]);
  });

  it("does not take Japanese or Chinese code pages for UTF-16", () => {
    const shiftJis = Buffer.from("8341834e8365834283758fd491d482f08fc689ef82b582c482a282dc82b72e2e2e0d0a", "hex");
    const gbk = Buffer.from("bbeeb6afc1acbdd30d0a", "hex");
    for (const line of [shiftJis, gbk]) {
      const header = encoded([["utf-16le", row]]);
      expect(runsOf(Buffer.concat([header, line, line]))).toEqual([
        ["utf-16le", header.length],
        ["bytes", 2 * line.length],
      ]);
    }
  });

  it("covers any bytes without gaps", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.constantFrom(0, 10, 13, 65, 254, 255)).map((codes) => Uint8Array.from(codes)),
    );
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom<Layout | null>(null, "bytes", "utf-16le", "utf-16be"),
        fc.boolean(),
        (input, layout, lineStart) => {
          const runs = encodingRuns(input, { layout, lineStart });
          let at = 0;
          for (const [index, run] of runs.entries()) {
            expect(run.start).toBe(at);
            expect(run.end).toBeGreaterThan(run.start);
            if (run.layout !== "bytes" && index < runs.length - 1) expect((run.end - run.start) % 2).toBe(0);
            expect(run.layout).not.toBe(runs[index - 1]?.layout === "bytes" ? "bytes" : undefined);
            at = run.end;
          }
          expect(at).toBe(input.length);
        },
      ),
    );
  });
});
