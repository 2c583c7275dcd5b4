import { Buffer } from "node:buffer";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openedPaths } from "../support/archives/opened.ts";
import { table, workplace } from "../support/workplace.ts";

const { cwd, run } = workplace();

/** A name as an archive of Windows leaves it on Linux: bytes of its code page. */
const odd = (name: string) => Buffer.from(name, "latin1");
const path = (...names: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(names.flatMap((name, at) => (at === 0 ? [Buffer.from(name)] : [Buffer.from("/"), Buffer.from(name)])));

describe.skipIf(process.platform !== "linux")("names that are no UTF-8", () => {
  it("are read, each as another one", async () => {
    const folder = path(join(cwd(), "all"), odd("b\xfcro"));
    await mkdir(folder, { recursive: true });
    await writeFile(join(cwd(), "all/plain.txt"), "p");
    await writeFile(join(cwd(), "all/k\u00f6ln.txt"), "utf-8");
    await writeFile(path(folder, odd("\xe4.txt")), "one");
    await writeFile(path(folder, odd("\xf6.txt")), "two");
    expect(await openedPaths(["all"], { cwd: cwd() })).toEqual([
      "all/b\xfcro/\xe4.txt = one",
      "all/b\xfcro/\xf6.txt = two",
      "all/k\u00f6ln.txt = utf-8",
      "all/plain.txt = p",
    ]);
    expect(await openedPaths(["all/b\xfcro/\xe4.txt"], { cwd: cwd() })).toEqual(["all/b\xfcro/\xe4.txt = one"]);
  });

  it("are read by batch as well", async () => {
    await mkdir(path(join(cwd(), "in"), odd("b\xfcro")), { recursive: true });
    await writeFile(path(join(cwd(), "in"), odd("b\xfcro"), odd("\xe4.txt")), table);
    const { code, out } = await run(["batch", "in", "-o", "out", "--no-progress"]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("1 bundle: 1 read") });
  });
});
