import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDoneList } from "../../src/batch/journal.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "done-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(["../victim.rows", "/etc/hostname", "1.rows/../../2.rows", "lock", 7])(
  "has no part in a file %j",
  async (file) => {
    const part = { file, start: 0, lengths: [3], checksum: 0 };
    const bundle = { name: "a.zip", key: "1" };
    await writeFile(join(folder, "done.ndjson"), `${JSON.stringify({ ...bundle, ...part })}\n`);
    const list = await openDoneList(folder);
    expect(list.part({ ...bundle, members: [], bytes: 3 })).toBeUndefined();
    await list.close();
  },
);

it("gives back the room of parts that do not count", async () => {
  await writeFile(join(folder, "done.ndjson"), "");
  await writeFile(join(folder, "1.rows"), "not counted");
  await (await openDoneList(folder)).close();
  expect(await readFile(join(folder, "1.rows"), "utf8")).toBe("");
});
