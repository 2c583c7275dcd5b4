import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSources } from "../../../src/sources/index.ts";
import { asArchive, asFolder, type Origin, srv01, type TestBundle } from "../../support/bundles/bundle.ts";
import { type Captured, captured, capturedFrom } from "../../support/bundles/captured.ts";
import { layouts } from "../../support/bundles/layouts.ts";
import { psSdp } from "../../support/bundles/ps-sdp.ts";
import { tss } from "../../support/bundles/tss.ts";
import { zipped } from "../../support/bundles/zip.ts";

let parent = "";
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "bundles-"));
});
afterAll(() => rm(parent, { recursive: true }));

/** A new folder for one test. */
const place = () => mkdtemp(join(parent, "cases-"));

async function zip(folder: string, bundle: TestBundle, separator?: "\\"): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${bundle.name}.zip`), await asArchive(bundle, zipped, separator));
}

const opened = (cwd: string): Promise<Captured> => capturedFrom(openSources(["."], { cwd, stdin: nothing() }));

async function* nothing(): AsyncGenerator<Uint8Array> {}

describe.each(layouts)("a bundle of %s", (_, layout) => {
  const expected = (origin: Origin) => captured("archive", layout(origin));

  it("as a zip has what its files have", async () => {
    const cwd = await place();
    await zip(cwd, layout(srv01));
    const found = await opened(cwd);
    const { captures, marks } = await expected(srv01);
    expect(found.captures).toEqual(captures);
    expect(found.marks).toEqual(marks);
    expect(found.report.sources.filter(({ status }) => status === "failed")).toEqual([]);
  });

  it("as a zip in a folder, with backslashes in its names, is the same", async () => {
    const cwd = await place();
    const { name, files } = layout(srv01);
    const inFolder = files.map((file) => ({ ...file, path: `pack/${file.path}` }));
    await zip(cwd, { name, files: inFolder }, "\\");
    const found = await opened(cwd);
    const { captures, marks } = await expected(srv01);
    expect(found.captures).toEqual(captures);
    expect(found.marks).toEqual(marks);
  });

  it("unpacked by hand is the same, by the names of its files", async () => {
    const cwd = await place();
    await asFolder(layout(srv01), cwd, zipped);
    const found = await opened(cwd);
    const { captures, marks } = await expected(srv01);
    expect(Object.keys(found.captures)).toEqual(["SRV01"]);
    expect(found.captures["SRV01"]?.toSorted()).toEqual(captures["SRV01"]?.toSorted());
    expect(found.marks["SRV01"]?.toSorted()).toEqual(marks["SRV01"]?.toSorted());
  });

  it("twice in one folder, and once of another host, is two hosts", async () => {
    const cwd = await place();
    const other: Origin = { host: "SRV_02", language: "en-US" };
    await zip(join(cwd, "monday"), layout(srv01));
    await zip(join(cwd, "tuesday"), layout(srv01));
    await zip(cwd, layout(other));
    const { captures } = await opened(cwd);
    expect(Object.keys(captures).toSorted()).toEqual(["SRV01", "SRV_02"]);
    const once = (await expected(srv01)).captures["SRV01"] ?? [];
    expect(captures["SRV01"]).toEqual([...once, ...once]);
  });
});

describe("a pack of psSDP in a bundle of TSS", () => {
  it("has its own collector and time, and the bundle around it its own", async () => {
    const cwd = await place();
    const around = tss(srv01);
    // In German, because an archive that is in the bundle already is not opened a second time.
    const inner = psSdp({ ...srv01, language: "de-DE" });
    const path = `SDP_Net/${inner.name}.zip`;
    await zip(cwd, { ...around, files: [...around.files, { path, inner }] });
    const { marks } = await opened(cwd);
    const own = await captured("archive", around);
    expect(marks).toEqual({ SRV01: [...(own.marks["SRV01"] ?? []), "psSDP 2024-02-02T19:18:40Z"] });
  });
});
