import { describe, expect, it } from "vitest";
import { looksLikeReport, type Report, readReport } from "../../src/index.ts";
import { sample } from "../reporters/sample-report.ts";
import { pageOf, withPacked } from "../support/pages.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const json = (report: Report = sample) => JSON.stringify(report, null, 2);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
const page = await pageOf(sample);
const plainPage = withPacked(page, (text) => text, "plain");

describe("a report that is read back", () => {
  it.each([
    ["JSON", bytesOf(json())],
    ["JSON on one line", bytesOf(JSON.stringify(sample))],
    ["JSON with a byte order mark", bytesOf(`\ufeff${json()}`)],
    ["JSON as PowerShell redirects it", utf16(json())],
    ["a page", bytesOf(page)],
    ["an earlier page, whose data is not packed", bytesOf(plainPage)],
    ["a page with other line ends", bytesOf(page.replaceAll("\n", "\r\n"))],
    ["a page as a browser saves it", bytesOf(page.replace("<!DOCTYPE html>\n", "<!DOCTYPE html>"))],
  ])("is the report that was written: %s", async (_, bytes) => {
    expect(await readReport(bytes)).toEqual({ ok: true, value: sample });
  });

  it.each([
    ["JSON", bytesOf(json()), true],
    ["JSON in UTF-16", utf16(json()), true],
    ["a page", bytesOf(page), true],
    ["a page with other line ends", bytesOf(page.replaceAll("\n", "\r\n")), true],
    ["the beginning of a page", bytesOf(page.slice(0, 2000)), true],
    ["another page", bytesOf('<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>chimneysweep</title>'), false],
    ["other JSON", bytesOf('{"schemaVersion": 1, "tool": {"name": "sweep"}, "sources": []}'), false],
    [
      "another output of ours",
      bytesOf('{"schemaVersion":1,"tool":{"name":"chimneysweep","version":"0.1.0"},"rules":[]}'),
      false,
    ],
    ["a capture", bytesOf("C:\\>netstat -nt\r\n"), false],
    ["nothing", new Uint8Array(), false],
  ])("is known by its beginning: %s", (_, bytes, is) => {
    expect(looksLikeReport(bytes)).toBe(is);
  });
});

describe("a report that can't be read back says why", () => {
  it.each([
    [
      "a page that is cut off before its data",
      page.slice(0, page.indexOf("chimneysweep-report")),
      /cut off, or no report/,
    ],
    [
      "a page that is cut off within its data",
      page.slice(0, page.indexOf("chimneysweep-report") + 200),
      /the report in it is cut off/,
    ],
    [
      "a page whose data is damaged",
      withPacked(page, (text) => text.replace('"schemaVersion":', '"schemaVersion"')),
      /the report in it is damaged: .*JSON/,
    ],
    [
      "a page whose data was changed",
      withPacked(page, (text) => text.replace('"kind":"fail"', '"kind":"bad"')),
      /damaged: .*findings\[0\].*is "bad"/,
    ],
    [
      "a page whose packed data is damaged",
      page.replace(/(id="chimneysweep-report">.{400}).{8}/, "$1AAAAAAAA"),
      /be unpacked/,
    ],
    [
      "a page whose packed data is none",
      page.replace(/(id="chimneysweep-report">)[^<]*/, "$1nothing of ours"),
      /be unpacked/,
    ],
    ["JSON that is cut off", json().slice(0, -20), /JSON/],
    ["JSON without its hosts", JSON.stringify({ ...sample, hosts: undefined }), /has no "hosts"/],
    ["no object", "null", /the whole/],
    [
      "a later report",
      JSON.stringify({ ...sample, schemaVersion: 2 }),
      /version 2 of the report; this program knows version 1/,
    ],
    [
      "another version's",
      json({ ...sample, tool: { ...sample.tool, version: "9.9.9" }, hosts: null } as unknown as Report),
      /written by version 9\.9\.9/,
    ],
  ])("%s", async (_, text, why) => {
    const result = await readReport(bytesOf(text));
    expect(result.ok ? "read" : result.faults.join("; ")).toMatch(why);
  });

  it("when its encoding was changed", async () => {
    const named = { ...sample, hosts: sample.hosts.map((host) => ({ ...host, host: "SÜD-01" })) };
    const result = await readReport(new Uint8Array(Buffer.from(json(named), "latin1")));
    expect(result).toEqual({ ok: false, faults: ["it is not in the encoding in which it was written"] });
  });
});
