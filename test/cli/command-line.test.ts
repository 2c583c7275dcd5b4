import { describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/command-line.ts";
import { nearest } from "../../src/cli/suggest.ts";
import { run } from "./run.ts";

const read = (argv: readonly string[]) => readCommandLine(argv);

describe("paths and options", () => {
  it.each([
    [[], [], {}],
    [["a.txt", "-"], ["a.txt", "-"], {}],
    [["analyze", "a.txt"], ["a.txt"], {}],
    [["a.txt", "analyze"], ["a.txt", "analyze"], {}],
    [["--", "analyze", "-q", "--nope", "--"], ["analyze", "-q", "--nope", "--"], {}],
    [["a", "--", "-b"], ["a", "-b"], {}],
    [["007", "1e3", "-5"], ["007", "1e3", "-5"], {}],
    [["--format=json", "a"], ["a"], { format: "json" }],
    [["--format", "json", "a", "--format", "csv"], ["a"], { format: "csv" }],
    [["-qo", "out.txt", "a"], ["a"], { quiet: true, output: "out.txt" }],
    [["-o", "-"], [], { output: "-" }],
    [["--no-color", "a"], ["a"], { "no-color": true }],
    [["--host", "007", "--min-coverage", "0.5"], [], { host: "007", "min-coverage": "0.5" }],
  ])("%j", async (argv, paths, options) => {
    expect(await read(argv)).toEqual({ kind: "analyze", words: paths, options: new Map(Object.entries(options)) });
  });

  it.each([
    [["rules"], "rules", []],
    [["rules", "--format", "json"], "rules", []],
    [["explain", "rss-disabled"], "explain", ["rss-disabled"]],
    [["explain", "--", "direct", "cache"], "explain", ["direct", "cache"]],
    [["--", "rules"], "analyze", ["rules"]],
    [["./rules"], "analyze", ["./rules"]],
  ])("%j is %s", async (argv, kind, words) => {
    expect(await read(argv)).toMatchObject({ kind, words });
  });

  it.each([
    [["--fromat", "json"], "there is no option --fromat; did you mean --format?"],
    [["--ouput=x"], "there is no option --ouput; did you mean --output?"],
    [["--zzz"], "there is no option --zzz"],
    [["--toString"], "there is no option --toString"],
    [["--constructor=3", "a"], "there is no option --constructor"],
    [["-x"], "Unknown argument: x"],
    [["--format"], "Not enough arguments following: format"],
    [["--output="], "--output needs a value"],
    [["-oq", "file"], "--output needs a value"],
  ])("%j is refused", async (argv, message) => {
    await expect(read(argv)).rejects.toThrow(message);
  });
});

describe("version", () => {
  it.each([["--version"], ["-V"]])("%s shows the version", async (option) => {
    expect(await run([option])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^chimneysweep \d+\.\d+\.\d+( \(build [0-9a-f]{8}\))?\n$/),
    });
  });
});

describe("what somebody means", () => {
  it.each([
    ["--json", "--format json"],
    ["--junit", "--format junit"],
    ["--verbose", "--full"],
    ["--out", "--output"],
    ["--hostname=x", "--host"],
    ["--silent", "--quiet"],
    ["--threads=4", "--workers"],
    ["--overwrite", "--force"],
    ["--anonymize", "--redact"],
    ["--fromat", "--format"],
    ["--colour", "--color"],
  ])("%s is %s", async (option, meant) => {
    await expect(read([option])).rejects.toThrow(`did you mean ${meant}?`);
  });

  it.each([
    ["diff", "compare"],
    ["parse", "analyze"],
    ["fleet", "batch"],
    ["why", "explain"],
    ["web", "serve"],
    ["anonymize", "redact"],
    ["list", "rules"],
    ["version", "--version"],
    ["analyse", "analyze"],
    ["comparre", "compare"],
  ])("the command %s is %s", async (word, meant) => {
    const { code, err } = await run([word]);
    expect(code).toBe(2);
    expect(err).toContain(`there is no command or file ${word}; did you mean ${meant}?`);
  });
});

describe("nearest", () => {
  it.each([
    ["analyse", "analyze"],
    ["ANALYZE", "analyze"],
    ["anaylze", "analyze"],
    ["jsno", "json"],
    ["txt", "text"],
    ["netstat", undefined],
    ["a", undefined],
    ["", undefined],
  ])("%s is meant to be %s", (word, meant) => expect(nearest(word, ["analyze", "json", "text"])).toBe(meant));
});
