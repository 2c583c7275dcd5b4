import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { analyze, type SourceReport } from "../../src/index.ts";
import { openInputs } from "../../src/web/opened-inputs.ts";
import { tarOf } from "../support/archives/tar-builder.ts";
import { zipOf } from "../support/archives/zip-builder.ts";

const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";
const ROW = "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded";
const NETSTAT = `Active Connections\r\n\r\n${HEADING}\r\n\r\n${ROW}\r\n`;

/** What the page makes of the bytes of a file: its sources, in few words. */
async function sourcesIn(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const inputs = [{ name, bytes: new Blob([new Uint8Array(bytes)]) }];
  const { sources } = await analyze(openInputs(inputs, () => undefined));
  return sources.map(inWords);
}

function inWords({ name, status, reason }: SourceReport): string {
  return `${name} ${status}${reason === null ? "" : `: ${reason}`}`;
}

describe("archives in the page", () => {
  it.each([
    ["stored", { method: 0 }],
    ["deflated", {}],
    ["with its sizes behind", { sizes: "behind" }],
    ["as for more than 4 GB", { format: "zip64" }],
  ] as const)("a member is read: %s", async (_, oddity) => {
    const bytes = zipOf([{ name: "netstat.txt", data: NETSTAT, ...oddity }]);
    expect(await sourcesIn("a.zip", bytes)).toEqual(["a.zip!netstat.txt ok"]);
  });

  it("an archive within an archive is opened, and one that comes again is not", async () => {
    const inner = zipOf([{ name: "netstat.txt", data: NETSTAT }]);
    const bytes = zipOf([
      { name: "inner.zip", data: inner },
      { name: "again.zip", data: inner },
    ]);
    expect(await sourcesIn("a.zip", bytes)).toEqual([
      "a.zip!inner.zip!netstat.txt ok",
      "a.zip!again.zip skipped: the same archive was opened before; not opened again",
    ]);
  });

  it("what is in a tar archive is read, packed or not", async () => {
    const tar = await tarOf([{ name: "netstat.txt", text: NETSTAT }]);
    expect(await sourcesIn("a.tar", tar)).toEqual(["a.tar!netstat.txt ok"]);
    expect(await sourcesIn("a.tar.gz", gzipSync(tar))).toEqual(["a.tar.gz!netstat.txt ok"]);
  });

  it("a packed text is read", async () => {
    expect(await sourcesIn("netstat.txt.gz", gzipSync(NETSTAT))).toEqual(["netstat.txt.gz!netstat.txt ok"]);
  });

  it("saved mail is opened, with an archive attached to it", async () => {
    const attached = zipOf([{ name: "netstat.txt", data: NETSTAT }]).toString("base64");
    const head = 'From: ana@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n';
    const text = `--x\r\nContent-Type: text/plain\r\n\r\n${NETSTAT}\r\n`;
    const zip = `--x\r\nContent-Type: application/zip; name="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--x--`;
    expect(await sourcesIn("a.eml", Buffer.from(head + text + zip))).toEqual([
      "a.eml!message.txt ok",
      "a.eml!a.zip!netstat.txt ok",
    ]);
  });

  it.each([
    ["encrypted", { flags: 1 }, "failed: encrypted;"],
    ["packed otherwise", { method: 12 }, "failed: packed with method 12"],
    ["with a wrong checksum", { checksum: 1 }, "failed: the checksum is wrong"],
    ["a link", { mode: 0o120777 }, "skipped: a link, not followed"],
    ["an event log", { name: "system.evtx" }, "skipped: an event log, passed over by its name"],
  ])("a member that can't be read is told: %s", async (_, oddity, said) => {
    const [source] = await sourcesIn("a.zip", zipOf([{ name: "netstat.txt", data: NETSTAT, ...oddity }]));
    expect(source).toContain(said);
  });

  it("a bomb goes off nowhere", async () => {
    const [source] = await sourcesIn("a.zip", zipOf([{ name: "netstat.txt", data: NETSTAT + " ".repeat(10_000_000) }]));
    expect(source).toContain("unpacks to more than 200 times its size");
  });

  it.each([
    [
      "a.bz2",
      [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
      "a bzip2 archive, which this page does not open",
    ],
  ] as const)("%s is told to be opened elsewhere", async (name, bytes, said) => {
    const [source] = await sourcesIn(name, Uint8Array.from(bytes));
    expect(source).toContain(`${name} skipped: ${said}`);
  });

  it("wherever a zip archive is cut off, it ends with a word about that", async () => {
    const bytes = zipOf([{ name: "netstat.txt", data: NETSTAT }]);
    for (let length = 4; length < bytes.length; length += 7) {
      const sources = await sourcesIn("a.zip", bytes.subarray(0, length));
      expect(sources.join("\n")).toMatch(/ (?:failed|partial|skipped): /);
    }
  });
});
