import { describe, expect, it } from "vitest";
import { bundleEntry } from "../../src/fleet/index.ts";
import { analyze, type Source, type UnreadSource } from "../../src/index.ts";

const about = { name: "b.zip", fingerprint: "f", bytes: 9 };
const global = "TCP Global Parameters\r\n---\r\nChimney Offload State : disabled\r\n";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const source = (name: string, text: string): Source => ({ name: `b.zip!${name}`, bytes: once(text) });
const unread = (name: string, status: UnreadSource["status"], reason: string): UnreadSource => ({
  name: name === "" ? "b.zip" : `b.zip!${name}`,
  status,
  code: status === "skipped" ? null : "member-encrypted",
  reason,
});

describe("the status of a bundle", () => {
  it.each<[string, readonly (Source | UnreadSource)[], string, string | null]>([
    ["all read", [source("SRV01.txt", global)], "ok", null],
    [
      "captures, and files that are not for us",
      [source("SRV01.txt", global), unread("a.evtx", "skipped", "an event log")],
      "ok",
      null,
    ],
    [
      "captures, and a file that can't be read",
      [source("SRV01.txt", global), unread("x/b.txt", "failed", "encrypted")],
      "partial",
      "1 of 2 files are incomplete: b.txt (encrypted)",
    ],
    ["no captures", [source("a.txt", "hello\n"), source("b.txt", "world\n")], "skipped", "no capture recognised"],
    ["a file that is not for us", [unread("", "skipped", "a web page")], "skipped", "a web page"],
    ["an archive that can't be opened", [unread("", "failed", "not a zip")], "failed", "not a zip"],
    [
      "nothing read of two",
      [unread("a", "failed", "encrypted"), unread("b", "failed", "encrypted")],
      "failed",
      "2 of 2 files are incomplete, the first of them a (encrypted)",
    ],
    ["nothing in it", [], "skipped", "no capture recognised"],
  ])("is told of one with %s", async (_, sources, status, reason) => {
    const entry = bundleEntry(await analyze(sources), about, new Map());
    expect([entry.status, entry.reason]).toEqual([status, reason]);
  });

  it("has digests for its tables", async () => {
    const table =
      "  Proto  Local Address  Foreign Address  State  Offload State\r\n  TCP  192.0.2.1:445  198.51.100.1:50000  ESTABLISHED  InHost\r\n";
    const entry = bundleEntry(await analyze([source("t.txt", table)]), about, new Map([["b.zip!t.txt:1", "abc"]]));
    expect(entry.hosts[0]?.tables[0]?.digest).toBe("abc");
  });
});
