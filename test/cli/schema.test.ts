import { describe, expect, it } from "vitest";
import { schemas } from "../../src/index.ts";
import { run } from "./run.ts";

describe("schema", () => {
  it("lists what there is", async () => {
    const { code, out, err } = await run(["schema"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const { description } of Object.values(schemas)) expect(out).toContain(`  ${description}\n`);
  });

  it.each(Object.entries(schemas))("prints the one of %s", async (name, schema) => {
    const { code, out } = await run(["schema", name]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it.each([
    [["schema", "repot"], "there is no schema repot; did you mean report?"],
    [["schema", "something"], `there is no schema something; there are ${Object.keys(schemas).join(", ")}`],
    [["schema", "report", "rules"], "there is no schema report rules"],
    [["schema", "__proto__"], "there is no schema __proto__"],
    [["schema", "--format", "json"], "--format can't be used with schema, which takes --output"],
    [
      ["schema", "report", "-o", "report.txt"],
      "--output report.txt: text can't be written here; end the name in .json",
    ],
    [["schem"], "did you mean schema?"],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
