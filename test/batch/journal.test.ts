import { Buffer } from "node:buffer";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDoneList } from "../../src/batch/done-list.ts";
import { RefusedRun } from "../../src/batch/faults.ts";
import { openJournal } from "../../src/batch/journal.ts";

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
    const line = JSON.stringify({ is: "done", ...bundle, ...part });
    await writeFile(join(folder, "done.ndjson"), `${line} ${crc32(line)}\n`);
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

const bundleOf = (name: string) => ({ name, key: `key of ${name}`, members: [name], bytes: 1 });
const part = { file: "1.rows", start: 0, lengths: [1], checksum: 7 };

it("knows which bundles a run was killed over, and which of them alone", async () => {
  await writeFile(join(folder, "done.ndjson"), "");
  const [done, fatal, patient] = [bundleOf("done.zip"), bundleOf("fatal.zip"), bundleOf("patient.zip")];
  /** A run that begins the bundles and is killed. */
  const killedOver = async (...bundles: readonly ReturnType<typeof bundleOf>[]) => {
    const list = await openDoneList(folder);
    for (const bundle of bundles) list.begin(bundle);
    if (bundles.includes(done)) await list.add(done, part);
    await list.close();
    const next = await openDoneList(folder);
    await next.end();
    await next.close();
    return [done, fatal, patient].map((bundle) => (next.isSuspect(bundle) ? next.killed(bundle) : null));
  };
  expect(await killedOver(fatal, patient)).toEqual([null, 0, 0]);
  expect(await killedOver(done, fatal)).toEqual([null, 1, 0]);
  expect(await killedOver(fatal)).toEqual([null, 2, 0]);
  const changed = await openDoneList(folder);
  expect(changed.isSuspect({ ...fatal, key: "changed" })).toBe(false);
  changed.begin(patient);
  await changed.end();
  await changed.close();
  expect(await killedOver()).toEqual([null, 2, 0]);
});

it("takes no damaged line for one of its own, and counts it", async () => {
  const path = join(folder, "done.ndjson");
  await writeFile(path, "");
  const list = await openDoneList(folder);
  await list.add(bundleOf("a.zip"), part);
  await list.end();
  await list.close();
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 3) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x04;
    await writeFile(path, changed);
    const found = await openDoneList(folder);
    const isThere = found.part(bundleOf("a.zip")) !== undefined;
    expect([at, found.damaged > 0 || (isThere && at === whole.length - 1)]).toEqual([at, true]);
    expect(found.names().filter((name) => name !== "a.zip")).toEqual([]);
    await found.close();
  }
});

it.each([
  ["other inputs", '{"version":"1","manner":{}}\n', ["b.zip"], "unfinished run over other inputs, a.zip among them"],
  ["other options", '{"version":"1","manner":{"x":1}}\n', ["a.zip"], "with other options or of another version"],
  ["damage", '{"vers#on', ["a.zip"], "is damaged; use --force to start over"],
])("asks before the work of an unfinished run is thrown away: %s", async (_, run, names, message) => {
  const home = await mkdtemp(join(folder, "out-"));
  const output = { path: home, name: "out" };
  const first = await openJournal(output, '{"version":"1","manner":{}}\n', "resume", [bundleOf("a.zip")]);
  await first.commit(bundleOf("a.zip"), part);
  await first.release();
  if (message.includes("damaged")) await writeFile(join(first.folder, "run.json"), run);
  const again = (start: "resume" | "afresh") =>
    openJournal(output, '{"version":"1","manner":{}}\n', start, names.map(bundleOf));
  const other = message.includes("options") ? openJournal(output, run, "resume", []) : again("resume");
  const refused = await other.catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RefusedRun);
  expect(String(refused)).toContain(message);
  const forced = await again("afresh");
  expect(await forced.isDone(bundleOf("a.zip"))).toBe(false);
  await forced.remove();
});
