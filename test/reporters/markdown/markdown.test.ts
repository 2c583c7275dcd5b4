import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze, type Report } from "../../../src/index.ts";
import { defaultCsvOptions, plain, reporters } from "../../../src/reporters/index.ts";
import { inline } from "../../../src/reporters/markdown/escape.ts";
import { analyzed, listSamples } from "../../support/samples.ts";
import { sample } from "../sample-report.ts";

const capture = `C:\\>ver
Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : automatic

C:\\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50015     ESTABLISHED     Offloaded
`;

async function markdownOf(report: Report, mostLines?: number): Promise<string> {
  const usual = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const { report: print } = await reporters.markdown.open({ ...usual, ...(mostLines !== undefined && { mostLines }) });
  return [...print(report)].join("");
}

/** The lines outside of fences; a fence that is left open would swallow what follows. */
function prose(text: string): { readonly lines: readonly string[]; readonly open: string | undefined } {
  const lines: string[] = [];
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const marks = /^(`{3,})/.exec(line)?.[1];
    if (open === undefined && marks !== undefined) open = marks;
    else if (open !== undefined && line === open) open = undefined;
    else if (open === undefined) lines.push(line);
  }
  return { lines, open };
}

/** What is left of a line when its code spans are taken out. */
const unquoted = (line: string) => line.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");

describe("a report in Markdown", () => {
  it("says the verdict, the ratio and the worst findings first", async () => {
    const text = await markdownOf(await analyze(capture));
    expect(text).toMatch(/^## Host not named/);
    expect(text).toContain("| Eligible | 1 | 3 | 0 | 4 | 25 % |");
    expect(text).toContain("**warning**: Receive-Side Scaling is disabled in Windows");
    expect(text).toContain("1. `netsh int tcp set global rss=enabled`\\\n   (`rss-disabled`)");
    expect(text).toContain("```text\n7  Receive-Side Scaling State          : disabled\n```");
  });

  it.each([1, 5, 12, 20, 45])("fits into %i lines, worst findings kept", async (mostLines) => {
    const text = await markdownOf(await analyze(capture), mostLines);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(mostLines);
    expect(text).toContain("Left out for length");
    expect(prose(text).open).toBeUndefined();
    if (mostLines >= 20) expect(text).toContain("Receive-Side Scaling is disabled");
  });

  it.each([8, 15, 60])("keeps the table of hosts longest in %i lines", async (mostLines) => {
    const [host] = sample.hosts;
    const hosts = Array.from({ length: 30 }, (_, at) => ({ ...host, host: `SRV${at}` }) as Report["hosts"][number]);
    const text = await markdownOf({ ...sample, hosts }, mostLines);
    expect(text.startsWith("| Host | Windows | Chimney | Offloaded | Verdict | Worst finding |")).toBe(true);
    expect(text.split("\n").filter((line) => line.startsWith("| SRV")).length).toBe(Math.min(30, mostLines - 6));
    expect(text).toMatch(/\*Left out for length: .*30 verdicts|\*Left out for length: .*quotations/);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(mostLines);
  });

  it("is whole where it fits", async () => {
    const report = await analyze(capture);
    expect(await markdownOf(report, 10_000)).toBe(await markdownOf(report));
  });

  it("closes its fences and holds no HTML, whatever sample", async () => {
    for (const sample of (await listSamples()).captures) {
      const { lines, open } = prose(await markdownOf(await analyzed([sample])));
      expect(open, sample).toBeUndefined();
      expect(
        lines.filter((line) => /(?<!\\)[<>]/.test(unquoted(line))),
        sample,
      ).toEqual([]);
    }
  });

  it("keeps hosts, processes and files with hostile names text", async () => {
    const hostile = "[`SRV`]: PS C:\\> ";
    const report = await analyze(`\\\\<b>@all</b>:\n${hostile}netstat -nt\n${capture}`, {
      host: "](http://x) @all <img src=x>",
    });
    const { lines } = prose(await markdownOf(report));
    expect(lines.filter((line) => /(?<!\\)<|@|:\/\//.test(unquoted(line)))).toEqual([]);
  });
});

describe("captured text in a sentence", () => {
  it.each([
    ["a*b_c", "a\\*b\\_c"],
    ["@team see http://x.example #12", "`@team` see `http://x.example` `#12`"],
    ["1. not a list", "1\\. not a list"],
    ["<script>", "\\<script\\>"],
    ["a``b @x`", "a\\`\\`b ``@x` ``".replace("``@x` ``", "`` @x` ``")],
    [":smile: www.x.example", "`:smile:` `www.x.example`"],
    ["(www.x.example) see !12", "`(www.x.example)` see `!12`"],
    ["\u001b[31m", "\\\\x1b\\[31m"],
  ])("%j is written %j", (text, written) => {
    expect(inline(text)).toBe(written);
  });

  it("has no mention or link outside of code, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(unquoted(inline(text))).not.toMatch(/@|:\/\/|(?<!\\)[<>*[\]]/);
      }),
    );
  });
});
