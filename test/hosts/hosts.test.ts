import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";

const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n";
const setting = "Chimney Offload State               : automatic\n";

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** How many hosts there are of captures that name none, in sources of these names. */
async function hostsOf(names: readonly string[]): Promise<number> {
  const sources = names.map((name, at) => ({ name, bytes: bytesOf(at === 0 ? row : setting) }));
  return (await analyze(sources)).hosts.length;
}

describe("captures without the name of a host", () => {
  it("are all kept where they begin on one line", async () => {
    const session = [setting, row, "\nActive Connections\n", row.replaceAll("192.0.2.1", "192.0.2.2")].join("");
    const text = JSON.stringify({ output: session });
    const { hosts } = await analyze([{ name: "a.json", bytes: bytesOf(`${text}\n`) }]);
    const kinds = hosts.flatMap(({ captures }) => captures.map(({ kind }) => kind));
    expect(kinds).toEqual(["tcpGlobal", "netstat", "netstat"]);
  });

  it.each([
    ["files of one folder", ["a/netstat.txt", "a/global.txt"], 1],
    ["files of two folders", ["a/netstat.txt", "b/global.txt"], 2],
    ["files of no folder", ["netstat.txt", "global.txt"], 1],
    ["members of one archive", ["a.zip!netstat.txt", "a.zip!global.txt"], 1],
    ["members of two archives in one folder", ["x/a.zip!netstat.txt", "x/b.zip!global.txt"], 2],
    ["an archive and a file beside it", ["x/a.zip!netstat.txt", "x/global.txt"], 2],
    ["members of one folder of an archive", ["a.zip!x/netstat.txt", "a.zip!x/global.txt"], 1],
    ["members of two folders of an archive", ["a.zip!x/netstat.txt", "a.zip!y/global.txt"], 2],
    ["members of an archive in an archive", ["a.zip!b.zip!netstat.txt", "a.zip!b.zip!global.txt"], 1],
    ["members of two archives in an archive", ["a.zip!b.zip!netstat.txt", "a.zip!c.zip!global.txt"], 2],
  ])("of %s", async (_, names, hosts) => {
    expect(await hostsOf(names)).toBe(hosts);
  });
});
