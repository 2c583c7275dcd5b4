import {
  type Comparison,
  capturedSide,
  compareMomentsOf,
  compareSides,
  reportedSide,
  validated,
} from "../../../src/index.ts";
import { reading } from "../../support/comparisons.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { sourceOf } from "../oracles.ts";
import { expectSame, Fault, type Target } from "../target.ts";

/** Captures compared with themselves, with a part of themselves, and one moment of them with another. */
export const comparing: Target = {
  name: "comparison",
  inputs: inputsOf(mutatedText),
  runs: 10,
  async check({ bytes, choice }, step) {
    const open = sourceOf("a.txt", bytes);
    const read = reading(() => [open()]);
    step();
    const [whole, again] = [await capturedSide("before", read), await capturedSide("after", read)];
    const same = compareSides(whole, again, "asNamed");
    saysNothing(same, "captures and themselves");
    await fits(same);
    step();
    const reported = compareSides(reportedSide("before", whole.report), reportedSide("after", whole.report), "asNamed");
    saysNothing(reported, "a report and itself");
    await fits(reported);
    step();
    const part = sourceOf("a.txt", bytes.subarray(0, (bytes.length * (choice % 100)) / 100));
    const other = await capturedSide(
      "after",
      reading(() => [part()]),
    );
    await fits(compareSides(whole, other, choice % 2 === 0 ? "asNamed" : "soleHosts"));
    await fits(compareSides(other, whole, choice % 2 === 0 ? "asNamed" : "soleHosts"));
    step();
    await fits(await compareMomentsOf("a.txt", read));
  },
};

/** What is compared with itself has no changes, and no host without a match. */
function saysNothing({ hosts, onlyBefore, onlyAfter }: Comparison, what: string): void {
  const changed = hosts.find(({ unchanged }) => !unchanged);
  if (changed !== undefined) throw new Fault("the same again", `${what}: ${JSON.stringify(changed).slice(0, 2000)}`);
  expectSame("the same again", [onlyBefore, onlyAfter], [[], []], `${what}: hosts without a match`);
}

async function fits(comparison: Comparison): Promise<void> {
  const validation = await validated("comparison", JSON.parse(JSON.stringify(comparison)));
  if (!validation.ok) throw new Fault("as its schema has it", validation.faults.join("; "));
}
