import * as nodeFiles from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSources } from "../../src/sources/index.ts";
import { openedFile, openedPaths, withFiles } from "../support/archives/opened.ts";
import { zipOf } from "../support/archives/zip-builder.ts";

const zip = zipOf([
  { name: "a.txt", data: "alpha" },
  { name: "b.txt", data: "beta" },
]);

describe("a file", () => {
  it("that is an archive is named with what is in it", async () => {
    await withFiles({ "cases/one.zip": zip, "cases/two.txt": "two" }, async (cwd) => {
      const inside = ["cases/one.zip!a.txt = alpha", "cases/one.zip!b.txt = beta"];
      expect(await openedPaths(["cases"], { cwd })).toEqual([...inside, "cases/two.txt = two"]);
      expect(await openedPaths(["cases/*.zip", "cases/one.zip"], { cwd })).toEqual(inside);
    });
  });

  it.each([["<!DOCTYPE html>\r\n<title>Sign in</title>"], ["\ufeff  <html lang='en'>"], ["<!-- saved --><HTML>"]])(
    "that is called an archive and is the Web page %j is told as such",
    async (page) => {
      const told =
        "failed: source-page: a Web page and no archive, probably an error of the portal that it was downloaded from";
      for (const name of ["case.zip", "CASE.CAB", "case.7z", "case.tar.gz", "case.zip.001"]) {
        expect(await openedFile(name, page)).toEqual([`${name}: ${told}`]);
      }
      expect(await openedFile("case.html", page)).toEqual([`case.html = ${page}`]);
    },
  );

  it("that is called an archive and is a text is read as a text", async () => {
    expect(await openedFile("netstat.zip", "TCP <html>")).toEqual(["netstat.zip = TCP <html>"]);
  });

  it("that changes while it is read is told, when it is an archive", async () => {
    await withFiles({ "one.zip": zip, "log.txt": "log" }, async (cwd) => {
      const lines: string[] = [];
      for await (const source of openSources(["one.zip", "log.txt"], { cwd, stdin: nothing() })) {
        lines.push("status" in source ? `${source.name}: ${source.status}: ${source.code}` : source.name);
        for (const name of ["one.zip", "log.txt"]) await nodeFiles.appendFile(join(cwd, name), "more");
      }
      expect(lines).toEqual(["one.zip!a.txt", "one.zip!b.txt", "one.zip: partial: source-changed", "log.txt"]);
    });
  });

  it("that is taken away while it is read is read all the same", async () => {
    await withFiles({ "one.zip": zip }, async (cwd) => {
      const lines: string[] = [];
      for await (const { name } of openSources(["one.zip"], { cwd, stdin: nothing() })) {
        lines.push(name);
        if (lines.length === 1) await nodeFiles.rename(join(cwd, "one.zip"), join(cwd, "two.zip"));
      }
      expect(lines).toEqual(["one.zip!a.txt", "one.zip!b.txt"]);
    });
  });
});

describe("the files of a bundle that was unpacked", () => {
  const files = { "case/SRV01_info.TXT": "text", "case/m.dmp": "dump", "case/inner.zip": zip };

  it("are chosen by their names, as those of an archive are", async () => {
    await withFiles(files, async (cwd) => {
      expect(await openedPaths(["case"], { cwd, choice: "captures" })).toEqual([
        "case/SRV01_info.TXT = text",
        "case/inner.zip!a.txt = alpha",
        "case/inner.zip!b.txt = beta",
        "case/m.dmp: skipped: null: a memory dump, passed over by its name",
      ]);
    });
  });

  it("are each one of many, which files that were named are not", async () => {
    await withFiles({ "a.txt": "a" }, async (cwd) => {
      const flags: unknown[] = [];
      for (const choice of ["captures", "everything"] as const) {
        for await (const source of openSources(["a.txt"], { cwd, stdin: nothing(), choice })) {
          flags.push("bytes" in source && source.isOneOfMany);
        }
      }
      expect(flags).toEqual([true, undefined]);
    });
  });
});

async function* nothing(): AsyncGenerator<Uint8Array> {}
