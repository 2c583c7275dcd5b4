import { Buffer } from "node:buffer";
import * as nodeFiles from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { analyze, type Report } from "../../../src/index.ts";
import { type FileSystem, openSources, type SourceOptions } from "../../../src/sources/index.ts";
import { withFiles } from "../../support/archives/opened.ts";
import { type ZipMember, type ZipOddities, zipOf } from "../../support/archives/zip-builder.ts";
import { table } from "../../support/workplace.ts";

const capture = (name: string, lie: Partial<ZipMember> = {}): ZipMember => ({ name, data: table, ...lie });
const good = capture("good/netstat.txt");
const utf16 = Buffer.from(`\ufeff${table}`, "utf16le");

async function reportOn(zip: Uint8Array, options: Partial<SourceOptions> = {}): Promise<Report> {
  return withFiles({ "z.zip": zip }, (cwd) => analyze(openSources(["z.zip"], { cwd, stdin: nothing(), ...options })));
}

/** How many captures came out, and the codes of what was said, each once. */
function outcome({ hosts, diagnostics }: Report): { captures: number; codes: string[] } {
  const captures = hosts.reduce((sum, host) => sum + host.captures.length, 0);
  return { captures, codes: [...new Set(diagnostics.map(({ code }) => code))].sort() };
}

/** An archive that holds an archive that holds … the same one: as near as one comes without its checksum. */
function endless(): Buffer {
  const same = zipOf([capture("netstat.txt")]);
  return zipOf([
    {
      name: "1.zip",
      data: zipOf([
        { name: "2.zip", data: same },
        { name: "3.zip", data: same },
      ]),
    },
    { name: "4.zip", data: same },
  ]);
}

describe("a hostile or broken bundle", () => {
  const many = Array.from({ length: 1000 }, (_, at) => capture(`${at}.txt`, { sameAs: 0 }));
  it.each<[string, readonly ZipMember[], ZipOddities, number, readonly string[]]>([
    ["nothing wrong", [good], {}, 1, []],
    ["a text of UTF-16", [{ name: "netstat.txt", data: utf16 }], {}, 1, []],
    ["a text that packs well", [{ name: "netstat.txt", data: table + "\r\n".repeat(400_000) }], {}, 1, []],
    ["a bomb", [{ name: "bomb", data: Buffer.alloc(20_000_000, "x") }, good], {}, 1, ["member-limit"]],
    ["a bomb of one member under many names", [capture("a.txt"), ...many], {}, 1, ["archive-overlap"]],
    [
      "names that lead elsewhere",
      [capture("../../a.txt"), capture("/etc/b.txt"), capture("C:\\c.txt")],
      {},
      3,
      ["member-name"],
    ],
    [
      "names of Windows' devices and streams",
      [capture("CON.txt"), capture("a.txt:b"), capture("c. ")],
      {},
      3,
      ["member-name"],
    ],
    ["an escape sequence in a name", [capture("\u001b]0;pwned\u0007.txt")], {}, 1, ["member-name"]],
    ["names of JavaScript's own", [capture("__proto__/a"), capture("constructor/a"), capture("toString")], {}, 3, []],
    [
      "links and devices",
      [capture("l", { mode: 0o120777 }), capture("d", { mode: 0o20666 }), good],
      {},
      1,
      ["member-link"],
    ],
    ["one name twice", [good, good, capture("GOOD/NETSTAT.TXT")], {}, 3, ["member-duplicate"]],
    ["an encrypted member", [capture("e.txt", { flags: 1 }), good], {}, 1, ["member-encrypted"]],
    ["a method that is not known", [capture("m.txt", { method: 6 }), good], {}, 1, ["member-method"]],
    ["a wrong checksum", [capture("c.txt", { checksum: 7 }), good], {}, 2, ["member-checksum"]],
    ["a lying size", [capture("s.txt", { size: 100 }), good], {}, 2, ["member-size"]],
    ["something in front", [good], { prefix: Buffer.from("PK\x03\x04 and no more") }, 1, ["archive-ambiguous"]],
    ["a part missing", [good], { disk: 3 }, 0, ["archive-multi-part"]],
    ["a member without bytes", [good, { name: "empty.txt", data: "" }], {}, 1, []],
    ["what a Mac adds", [good, capture("__MACOSX/good/._netstat.txt")], {}, 1, []],
    ["the dump of a computer's memory", [{ name: "MEMORY.DMP", data: "PAGEDU64" }, good], {}, 1, []],
    ["binary data under a name of text", [{ name: "data.txt", data: Buffer.alloc(9000) }, good], {}, 1, []],
    ["too many archives in one another", [{ name: "1", data: nested(5) }, good], {}, 1, ["archive-limit"]],
    ["nothing at all", [], {}, 0, ["source-empty"]],
  ])("with %s", async (_, members, oddities, captures, codes) => {
    expect(outcome(await reportOn(zipOf(members, oddities)))).toEqual({ captures, codes });
  });

  it("with itself inside comes to an end", async () => {
    expect(outcome(await reportOn(endless()))).toEqual({ captures: 1, codes: ["archive-repeats"] });
  });

  it("with thousands of members comes to an end, and gives the same report every time", async () => {
    const members = Array.from({ length: 3000 }, (_, at) => ({ name: `${at}/notes.txt`, data: `note ${at}` }));
    const [one, two] = [await reportOn(zipOf([...members, good])), await reportOn(zipOf([...members, good]))];
    expect(one.sources).toHaveLength(3001);
    expect(outcome(one).captures).toBe(1);
    expect(two).toEqual(one);
  });

  it("costs no more than is read of it", async () => {
    let bytes = 0;
    const files: FileSystem = {
      ...nodeFiles,
      async open(...args: Parameters<FileSystem["open"]>) {
        const handle = await nodeFiles.open(...args);
        const read = handle.read.bind(handle);
        return Object.assign(handle, {
          read: async (...how: Parameters<typeof read>) => {
            const result = await read(...how);
            bytes += result.bytesRead;
            return result;
          },
        });
      },
    };
    const zip = zipOf([
      { name: "core", data: Buffer.alloc(20_000_000), method: 0 },
      { name: "m.dmp", data: Buffer.alloc(9_000_000), method: 0 },
      good,
    ]);
    expect(outcome(await reportOn(zip, { files })).captures).toBe(1);
    expect(bytes).toBeLessThan(1_000_000);
  });
});

function nested(depth: number): Buffer {
  let zip = zipOf([capture("netstat.txt")]);
  for (let level = 1; level < depth; level += 1) zip = zipOf([{ name: `${level}.zip`, data: zip }]);
  return zip;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
