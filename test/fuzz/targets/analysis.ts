import { grammars } from "../../../grammar/index.ts";
import { type AnalyzeOptions, type ClassifiedLine, features, osBands, supportedEncodings } from "../../../src/index.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import {
  addsUp,
  fitsSchema,
  mayHaveOtherEnds,
  noRuleFails,
  reportOf,
  sameWithCrLf,
  staysInSource,
  toldOnce,
} from "../oracles.ts";
import { expectSame, type Target } from "../target.ts";

/** Options to choose from; without any for half of the inputs. */
const choices: readonly AnalyzeOptions[] = [
  ...supportedEncodings.map((encoding) => ({ encoding })),
  ...grammars.map(({ kind }) => ({ as: kind })),
  ...osBands.map((os) => ({ os })),
  { host: "__proto__", computerName: "FILES01" },
  { context: features },
  { context: features.map((feature) => `no-${feature}`) },
];

/** Bytes to report, whole: everything between the two runs at its own pace and in its own order. */
export const analysis: Target = {
  name: "analysis",
  inputs: inputsOf(mutatedText),
  runs: 15,
  async check({ bytes, choice }, step) {
    const options = optionsFor(choice);
    step();
    const first = await reportOf(bytes, options);
    addsUp(first.report);
    staysInSource(first.report);
    noRuleFails(first.report);
    await fitsSchema(first.report);
    step();
    const lines: ClassifiedLine[] = [];
    const again = await reportOf(bytes, { ...options, onLines: (_, told) => lines.push(...told) });
    expectSame("the same again", first, again, "read twice");
    for (const source of again.report.sources) if (source.status !== "skipped") toldOnce(lines, source);
    step();
    if (mayHaveOtherEnds(bytes, first.report)) await sameWithCrLf(bytes, first, options);
    step();
    const cuts = Array.from({ length: 7 }, (_, at) => (at * (choice + 3) * 104_729) % (bytes.length + 1));
    expectSame("the same in other chunks", first, await reportOf(bytes, options, cuts), "in 8 chunks");
    step();
    const bytewise = bytes.length > 16_000 ? cuts : Array.from(bytes, (_, at) => at);
    expectSame("the same in other chunks", first, await reportOf(bytes, options, bytewise), "byte by byte");
  },
};

export function optionsFor(choice: number): AnalyzeOptions {
  return choice % 2 === 0 ? {} : (choices[(choice >> 1) % choices.length] ?? {});
}
