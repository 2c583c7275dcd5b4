import { describe, expect, it } from "vitest";
import { isPreferred, widthOf } from "../../src/summary/headline.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table } from "./tables.ts";

const connection = "TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED inHost";
const listener = "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost";
const udp = "UDP 0.0.0.0:123 *:*";

function width(command: string | null, ...lines: readonly string[]): number {
  return readSnapshot(table(rows(...lines), { command }), {}).width;
}

describe("the wider of two tables", () => {
  it.each([
    ["has rows", width(null, connection), width(null)],
    ["has listeners", width(null, connection, listener), width(null, connection)],
    ["has UDP rows", width(null, connection, udp), width(null, connection)],
    ["is of all protocols", width("netstat -nat", connection), width("netstat -nat -p tcp", connection, listener)],
    ["is of all protocols, one word", width("netstat -nat", connection), width("netstat -natp TCP", connection)],
    ["is unfiltered", width("netstat -nat", connection), width("netstat -nat | findstr 445", connection, listener)],
    ["is unfiltered, PowerShell", width("netstat -nat", connection), width("netstat -nat|sls 445", connection)],
  ])("%s", (_, wider, narrower) => {
    expect(wider).toBeGreaterThan(narrower);
  });

  it.each([
    ["a file is not a filter", "netstat -nato > C:\\logs\\-p.txt"],
    ["showing it page by page is not a filter", "netstat -nato | more"],
    ["an unknown command counts as unfiltered", null],
    ["a dash made by a word processor", "netstat –nato"],
  ])("does not depend on how it was written: %s", (_, command) => {
    expect(width(command, connection, listener)).toBe(width("netstat -nato", connection, listener));
  });

  it("is always the one with the offload column", () => {
    const withoutColumn = readSnapshot(table(rows(connection.replace(" inHost", ""), listener, udp)), {}).snapshot;
    const { connections } = withoutColumn;
    const narrow = widthOf({ command: null }, { hasOffloadState: false, connections });
    expect(width("netstat -t -p tcp")).toBeGreaterThan(narrow);
  });

  it("looks at very long commands in no time", () => {
    expect(width(`netstat ${"| ".repeat(100_000)}`, connection)).toBe(width(null, connection));
  });
});

describe("of two tables", () => {
  it.each<[string, [number, string | null], [number, string | null], boolean]>([
    ["the wider, if it is the later", [3, null], [2, "2015-03-02T10:00:00"], true],
    ["the wider, if it is the earlier", [2, "2015-03-02T10:00:00"], [3, null], false],
    ["the later of two without a time", [3, null], [3, null], true],
    ["the newer, if it comes later", [3, "2015-03-02T10:00:00"], [3, "2015-03-02T09:00:00"], true],
    ["the newer, if it comes earlier", [3, "2015-03-02T09:00:00"], [3, "2015-03-02T10:00:00"], false],
    ["the one that has a time", [3, null], [3, "2015-03-02T10:00:00"], false],
  ])("%s is preferred", (_, [laterWidth, laterTime], [earlierWidth, earlierTime], expected) => {
    const later = { width: laterWidth, time: laterTime };
    expect(isPreferred(later, { width: earlierWidth, time: earlierTime })).toBe(expected);
  });
});
