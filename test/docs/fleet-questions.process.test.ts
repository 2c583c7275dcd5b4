import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, runBuilt } from "../support/built.ts";
import { askedByPython, hasPython } from "../support/read-tables.ts";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "questions-"));
});
afterAll(() => rm(home, { recursive: true }));

describe.skipIf(!hasPython)("the questions of the manual (needs python3)", () => {
  it("are answered by the database of a fleet", { timeout: 120_000 }, async () => {
    const manual = await readFile(join(root, "src/cli/README.md"), "utf8");
    const asked = [...manual.matchAll(/^(.*\?)\n\n```sql\n([^`]*)```/gm)].map(
      ([, question = "", sql = ""]) => [question, sql] as const,
    );
    expect(asked).toHaveLength(6);
    const path = join(home, "fleet.sqlite");
    await runBuilt(["batch", "samples/bundles", "samples/hosts", "-o", path, "-q"], { cwd: root });
    const answers = await askedByPython(
      path,
      asked.map(([, sql]) => sql),
    );
    const told = asked.map(([question, sql]) => {
      const rows = (answers[sql] ?? []).map((row) => row.map((cell) => `${cell ?? ""}`).join(" | "));
      expect(rows.length, question).toBeGreaterThan(0);
      return `${question}\n${rows.map((row) => `  ${row}\n`).join("")}`;
    });
    await expect(told.join("\n")).toMatchFileSnapshot("./fleet-questions.txt");
  });
});
