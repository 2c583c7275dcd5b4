import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { run } from "./run.ts";

const capture = `C:\\Users\\jdoe>hostname\r\nSQLPROD-07\r\n\r\nC:\\Users\\jdoe>netstat -nt\r\n\r
Active Connections\r\n\r
  Proto  Local Address          Foreign Address        State           Offload State\r\n\r
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost\r
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     Offloaded\r\n\r
Kind regards, Jane of Initech\r\n`;
const secrets = /SQLPROD|jdoe|192\.0\.2\.10|198\.51\.100|Initech|Jane|Contoso/i;

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "redact-"));
  await mkdir(join(cwd, "Contoso"));
  await writeFile(join(cwd, "Contoso/SQLPROD-07.txt"), capture);
});
afterEach(() => rm(cwd, { recursive: true }));

const redact = (...argv: string[]) => run(["redact", ...argv], { cwd, analyze });
const filesIn = async (folder: string) =>
  (await readdir(join(cwd, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("redact", () => {
  it("hands on what says the same of nobody, and keeps the way back beside it", async () => {
    const { code, err } = await redact("Contoso", "-o", "out");
    expect(err).toContain("1 source written to out; findings, verdicts and counts are those of the originals");
    expect(code).toBe(0);
    const [file = ""] = await filesIn("out");
    expect(file.slice(cwd.length)).not.toMatch(secrets);
    const text = await readFile(file, "utf8");
    expect(text).not.toMatch(secrets);
    expect(text).toContain("(left out)");
    expect(await readFile(join(cwd, "out.mapping.csv"), "utf8")).toMatch(/^name,jdoe,[a-z]{4}\r$/m);
    expect(await readFile(join(cwd, "out.left-out.csv"), "utf8")).toContain("Contoso/SQLPROD-07.txt,1,");
    expect((await stat(join(cwd, "out.key"))).mode & 0o77).toBe(0);
    expect((await stat(join(cwd, "out.mapping.csv"))).mode & 0o77).toBe(0);
    expect(await readFile(join(cwd, "Contoso/SQLPROD-07.txt"), "utf8")).toBe(capture);
  });

  it("writes the same with the same key, and something else with another one", async () => {
    await redact("Contoso", "-o", "one", "--key", "the.key");
    await redact("Contoso", "-o", "two", "--key", "the.key");
    await redact("Contoso", "-o", "three");
    const texts = await Promise.all(
      ["one", "two", "three"].map(async (folder) => readFile((await filesIn(folder))[0] ?? "", "utf8")),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  it("writes archives anew, with those in them", async () => {
    const inner = zipSync({ "SQLPROD-07/netstat.txt": Buffer.from(capture), "notes.docx": Buffer.from("Initech") });
    await writeFile(join(cwd, "Contoso.zip"), zipSync({ "inner.zip": inner }));
    expect(await redact("Contoso.zip", "-o", "out")).toMatchObject({ code: 0 });
    const [file = ""] = await filesIn("out");
    const [[name = "", nested]] = Object.entries(unzipSync(await readFile(file))) as [[string, Uint8Array]];
    const members = Object.entries(unzipSync(nested));
    expect(`${file.slice(cwd.length)} ${name} ${members.map(([path]) => path)}`).not.toMatch(secrets);
    expect(members.map(([, bytes]) => strFromU8(bytes)).join("")).toMatch(/ESTABLISHED {5}Offloaded/);
    expect(members.map(([, bytes]) => strFromU8(bytes)).join("")).not.toMatch(secrets);
  });

  it("keeps lines that it does not know, without their names, where it is asked to", async () => {
    await redact("Contoso", "-o", "out", "--keep-unknown");
    const text = await readFile((await filesIn("out"))[0] ?? "", "utf8");
    expect(text).toMatch(
      /^Kind regards, [A-Z][a-z]{3} of [A-Z][a-z]{6}\r$|^[A-Z][a-z]+ [a-z]+, [A-Z][a-z]{3} of [A-Z][a-z]{6}\r$/m,
    );
    expect(text).not.toMatch(secrets);
  });

  it.each([
    [["redact"], "redact what?"],
    [["redact", "Contoso"], "redact where to?"],
    [["redact", "Contoso", "-o", "Contoso"], "is there already and not empty"],
    [["redact", "Contoso", "-o", "link"], "is a link"],
    [["redact", "Contoso", "-o", "out", "--format", "json"], "--format can't be used with redact"],
    [["redact", "Contoso", "-o", "out", "--key", "short.key"], "needs 16 at least"],
    [["Contoso", "--key", "a.key"], "--key only goes with redact"],
    [["batch", "Contoso", "-o", "out", "--redact"], "--redact can't be used with batch"],
  ])("%j is refused", async (argv, message) => {
    await writeFile(join(cwd, "short.key"), "secret");
    await mkdir(join(cwd, "target"));
    await symlink("target", join(cwd, "link"));
    const { code, err } = await run(argv, { cwd, analyze });
    expect({ code, said: err.includes(message) ? message : err }).toEqual({ code: 2, said: message });
  });

  it("says that nothing is handed on where nothing was recognised", async () => {
    await writeFile(join(cwd, "letter.txt"), "Dear Jane,\r\nthe contract of Initech is here.\r\n");
    const { code, err } = await redact("letter.txt", "-o", "out");
    expect({ code, err }).toEqual({ code: 3, err: "chimneysweep: nothing was recognised, so nothing is handed on\n" });
  });

  it("leaves no names in a report that is redacted, whatever its format", async () => {
    for (const format of ["text", "json", "csv", "markdown", "html"]) {
      const { code, out } = await run(["Contoso", "--redact", "--format", format], { cwd, analyze });
      expect(code).toBe(0);
      expect(out).toMatch(/offloaded/i);
      expect(out).not.toMatch(secrets);
    }
  });

  it("reads standard input once, and redacts it all the same", async () => {
    const { code, out } = await run(["-", "--redact"], { cwd, analyze, stdin: capture });
    expect(code).toBe(0);
    expect(out).not.toMatch(secrets);
  });
});
