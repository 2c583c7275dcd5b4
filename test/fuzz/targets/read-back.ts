import fc from "fast-check";
import { rollupFiles } from "../../../src/batch/renderings.ts";
import { main } from "../../../src/cli/main.ts";
import { mergeRollups, validated } from "../../../src/index.ts";
import { comparisonFormats, defaultCsvOptions, reporterNames } from "../../../src/reporters/index.ts";
import { rollup } from "../../schemas/sample-rollup.ts";
import { reports } from "../corpus.ts";
import { memoryTerminal } from "../memory-terminal.ts";
import { inputsOf } from "../mutations/index.ts";
import { mutatedJson } from "../mutations/values.ts";
import { withoutControlsIn } from "../oracles.ts";
import { expectSame, type Target } from "../target.ts";
import { checkEnd } from "./command.ts";

const documents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...reports).map(({ bytes }) => Buffer.from(bytes).toString()) },
  { weight: 1, arbitrary: fc.constant(JSON.stringify(rollup)) },
);

/** Reports and roll-ups that somebody edited: refused, or read and printed like any other. */
export const readingBack: Target = {
  name: "readback",
  inputs: inputsOf(mutatedJson(documents)),
  runs: 12,
  async check({ bytes, choice }, step) {
    step();
    await printRollup(bytes);
    const format = reporterNames[choice % reporterNames.length] ?? "text";
    const beside = comparisonFormats[choice % comparisonFormats.length] ?? "text";
    for (const argv of [
      ["a.json", "--format", format, "--show", "all"],
      ["compare", "a.json", "b.json", "--format", beside, "--assume-same-host"],
      ["compare", "b.json", "a.json", "--format", beside],
    ]) {
      step();
      const files = new Map([
        ["a.json", bytes],
        ["b.json", reports[choice % reports.length]?.bytes ?? bytes],
      ]);
      const { terminal, out, err } = memoryTerminal({ files, stdin: nothing() });
      checkEnd(await main(argv, terminal), err.join(""), argv);
      withoutControlsIn(out.join(""), argv.join(" "), argv.includes("csv") ? "programs" : "people");
    }
  },
};

async function printRollup(bytes: Uint8Array): Promise<void> {
  const validation = await validated("rollup", parsed(bytes));
  if (!validation.ok) return;
  const merged = mergeRollups([validation.value]);
  expectSame("the same in another order", merged, mergeRollups([merged, validation.value]), "merged with itself");
  const look = { csv: defaultCsvOptions };
  for await (const [name, text] of rollupFiles(merged, look)) {
    withoutControlsIn(text, name, name === "bundles.csv" ? "programs" : "people");
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
