import P from "parsimmon";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, diagnostic, diagnosticCodes } from "../../../grammar/contract/diagnostic.ts";
import { blankLine, line, otherLine, readWhole } from "../../../grammar/contract/lines.ts";
import { lineNumbers, placeInLine, placeOf } from "../../../grammar/contract/place.ts";
import { notRecognised, recognised, refusedLines, sheetOf, unknownLines } from "../../../grammar/contract/sheet.ts";

describe("a diagnostic", () => {
  it("has the severity of its code, and an excerpt of 160 characters at most", () => {
    const place = { line: 3, column: 7 };
    expect(diagnostic("unknown-row", "What?", place, "x".repeat(160))).toEqual({
      ...{ code: "unknown-row", severity: "warning", message: "What?", line: 3, column: 7, excerpt: "x".repeat(160) },
    });
    expect(diagnostic("trailing-text", "m".repeat(500), place, "x".repeat(161))).toMatchObject({
      ...{ severity: "info", message: "m".repeat(500), excerpt: `${"x".repeat(160)}…` },
    });
    expect(diagnostic("rule-failed", "", place).excerpt).toBe("");
  });

  it.each<[string, string]>([
    [
      "error",
      "archive-damaged archive-limit archive-multi-part archive-needs-package archive-overlap archive-truncated " +
        "archive-unsupported member-encrypted member-limit member-method member-size nothing-recognised rule-failed " +
        "source-binary source-missing source-page source-unreadable",
    ],
    [
      "info",
      "chimneystats-unverified encoding-changes encoding-guessed member-link no-offload-column other-output " +
        "source-own-report source-skipped sources-joined table-without-rows too-many trailing-text unknown-language",
    ],
  ])("is an %s for what could not be read at all, or a mere note", (severity, codes) => {
    const found = Object.entries(diagnosticCodes).filter(([, own]) => own === severity);
    const known = codes.split(" ");
    expect(
      found
        .map(([code]) => code)
        .filter((code) => known.includes(code))
        .sort(),
    ).toEqual(known);
    expect(known.map((code) => diagnostic(code as DiagnosticCode, "", { line: 1, column: 1 }).severity)).toEqual(
      known.map(() => severity),
    );
  });
});

const pieces = [
  { at: 0, line: 5, column: 3 },
  { at: 4, line: 6, column: 1 },
  { at: 9, line: 8, column: 10 },
] as const;

describe("a place in the source", () => {
  it.each([
    [-1, 5, 3],
    [0, 5, 3],
    [3, 5, 6],
    [4, 6, 1],
    [8, 6, 5],
    [9, 8, 10],
    [12, 8, 13],
  ])("of index %i of a mended line is %i:%i", (index, at, column) => {
    expect(placeInLine(pieces, index)).toEqual({ line: at, column });
  });

  const runs = [
    { ordinal: 0, line: 10 },
    { ordinal: 3, line: 20, pieces },
    { ordinal: 4, line: 30 },
    { ordinal: 6, line: 40 },
  ];
  it.each([
    [0, 0, 10, 1],
    [2, 5, 12, 6],
    [3, 0, 5, 3],
    [3, 5, 6, 2],
    [4, 0, 30, 1],
    [5, 1, 31, 2],
    [6, 0, 40, 1],
    [9, 0, 43, 1],
  ])("of line %i, index %i is %i:%i", (ordinal, index, at, column) => {
    expect(placeOf(runs, ordinal, index)).toEqual({ line: at, column });
    if (index === 0) expect(placeOf(runs, ordinal)).toEqual({ line: at, column });
  });

  it("is the first line where there are no runs", () => {
    expect(placeOf([], 4, 2)).toEqual({ line: 1, column: 3 });
    expect(lineNumbers([])(4)).toBe(1);
  });

  it.each([[[0, 1, 2, 3, 4, 5, 6, 7]], [[7, 0, 6, 3, 4, 2, 5, 1]]])("is found in any order: %j", (ordinals) => {
    const lineOf = lineNumbers(runs);
    const expected = [10, 11, 12, 20, 30, 31, 40, 41];
    expect(ordinals.map(lineOf)).toEqual(ordinals.map((ordinal) => expected[ordinal]));
  });
});

describe("a sheet", () => {
  const segment = { text: "one\n\nthree", runs: [{ ordinal: 0, line: 7 }] };
  const sheet = sheetOf(segment);

  it("ends each line", () => {
    expect([sheet.text, sheetOf({ text: "a\n", runs: [] }).text, sheetOf({ text: "", runs: [] }).text]).toEqual([
      ...["one\n\nthree\n", "a\n", ""],
    ]);
  });

  it.each([
    [0, 0, "one"],
    [3, 0, "one"],
    [4, 1, ""],
    [5, 2, "three"],
    [10, 2, "three"],
    [99, 2, "three"],
  ])("knows the line of offset %i: %i, %j", (offset, ordinal, text) => {
    expect([sheet.ordinalAt(offset), sheet.lineAt(offset)]).toEqual([ordinal, text]);
  });

  it("knows where lines begin", () => {
    expect([0, 1, 2, 3].map(sheet.offsetOf)).toEqual([0, 4, 5, 11]);
    expect(sheetOf({ text: "", runs: [] }).lineAt(0)).toBe("");
  });

  it("says where in the source something stands", () => {
    expect(sheet.remark({ code: "unknown-line", message: "What?", at: 7 })).toMatchObject({
      ...{ code: "unknown-line", line: 9, column: 3, excerpt: "three" },
    });
  });

  const lines = readWhole(
    P.alt(line("number", "record", P.regexp(/\d+/).desc("a number")), blankLine, otherLine).many(),
    "a\nb\n\n1\nc\n",
  );

  it("puts a reading together, with the lines of the source and remarks in order", () => {
    const traits = { whole: true };
    const remarks = [
      { code: "unknown-value", message: "second", at: 5 },
      { code: "unknown-line", message: "first", at: 0 },
    ] as const;
    const records = [{ from: 5, value: 3 }];
    const found = { lines, records, remarks, locale: "de-DE", traits };
    const reading = recognised<{ readonly line: number; readonly value: number }, object>(segment, sheet, found);
    expect(reading).toMatchObject({ locale: "de-DE", traits, recognised: true, records: [{ line: 9, value: 3 }] });
    expect(reading.classes).toEqual(["unknown", "unknown", "blank", "record", "unknown"]);
    expect(reading.diagnostics.map(({ message, line: at }) => [message, at])).toEqual([
      ["first", 7],
      ["second", 9],
    ]);
    expect(Object.keys(reading)).not.toContain("host");
    expect(Object.keys(reading)).not.toContain("shares");
    expect(reading.records[0]).not.toHaveProperty("from");
    const host = { name: "SRV01", from: 4 } as never;
    const shared = recognised(segment, sheet, {
      ...found,
      host,
      shares: [
        { host: undefined, records, traits },
        { host, records: [], traits },
      ],
    });
    expect(shared.host).toEqual({ name: "SRV01", line: 8 });
    expect(shared.shares).toEqual([
      { host: undefined, records: [{ line: 9, value: 3 }], traits },
      { host: { name: "SRV01", line: 8 }, records: [], traits },
    ]);
  });

  it("takes a text that is something else for unrelated lines", () => {
    expect(notRecognised(lines, { whole: false })).toEqual({
      ...{ records: [], diagnostics: [], locale: null, traits: { whole: false }, recognised: false },
      classes: ["unrelated", "unrelated", "blank", "unrelated", "unrelated"],
    });
  });

  it("has a remark for each stretch of unknown lines, with what was expected where it is known", () => {
    const text = sheetOf({ text: "a\nb\n\n1\nc\n", runs: [] });
    const [first, second] = [
      { code: "unknown-line", message: "What?", at: 0 },
      { code: "unknown-line", message: "What?", at: 7 },
    ];
    expect(unknownLines(lines, "What?")).toEqual([first, second]);
    const expected = P.seq(P.regexp(/\w/).desc("a letter"), P.regexp(/\d/).desc("a digit"));
    expect(refusedLines(text, lines, "What?", expected)).toEqual([
      { ...first, message: "What?; expected a digit", at: 1 },
      { ...second, message: "What?; expected a digit", at: 8 },
    ]);
    expect(refusedLines(text, lines, "What?", P.regexp(/!/))).toEqual([first, second]);
    expect(refusedLines(text, lines, "What?", P.all)).toEqual([first, second]);
  });
});
