import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { analyze, openContents } from "../../src/node.ts";

const capture =
  "Active Connections\n\n  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded\n";

describe("files in memory", () => {
  it("are opened as those on a disk are, with what is in archives", async () => {
    const inner = zipSync({ "netstat.txt": Buffer.from(capture) });
    const files = [
      { name: "a.txt", content: [capture.slice(0, 40), capture.slice(40)] },
      { name: "b.zip", content: zipSync({ "c.zip": inner }).slice().buffer },
    ];
    const { sources } = await analyze(openContents(files));
    expect(sources.map(({ name, status }) => `${name} ${status}`)).toEqual(["a.txt ok", "b.zip!c.zip!netstat.txt ok"]);
  });
});
