import { describe, expect, it } from "vitest";
import { openedFile } from "../../support/archives/opened.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";

const part = "failed: archive-multi-part: one part of an archive that was split; join the parts first";

describe("a later part of an archive that was split", () => {
  it.each(["b.7z.002", "b.zip.010", "b.z01", "b.part2.rar"])("called %s is told, whatever is in it", async (name) => {
    expect(await openedFile(name, "alpha")).toEqual([`${name}: ${part}`]);
    expect(await openedFile("z.zip", zipOf([{ name, data: "alpha" }]))).toEqual([`z.zip!${name}: ${part}`]);
  });

  it.each(["zip.002.txt", "netstat.002", "b.z1", "part2.txt"])("is not taken for what is called %s", async (name) => {
    expect(await openedFile(name, "alpha")).toEqual([`${name} = alpha`]);
  });
});
