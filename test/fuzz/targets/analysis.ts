import { grammars } from "../../../grammar/index.ts";
import {
  type AnalyzeOptions,
  type ClassifiedLine,
  type DeclaredFeature,
  features,
  osBands,
  supportedEncodings,
} from "../../../src/index.ts";
import { collected } from "../collected.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import {
  addsUp,
  fitsSchema,
  mayHaveOtherEnds,
  noRuleFails,
  reportOf,
  type Subject,
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
  { context: features.map((feature): DeclaredFeature => `no-${feature}`) },
];

/** Bytes to report, whole: everything between the two runs at its own pace and in its own order. */
export const analysis: Target = {
  name: "analysis",
  inputs: inputsOf(mutatedText),
  runs: 15,
  async check({ bytes, choice }, step) {
    const subject: Subject = { bytes, from: fromFor(choice), options: optionsFor(choice) };
    step();
    const first = await reportOf(subject);
    addsUp(first.report);
    staysInSource(first.report);
    noRuleFails(first.report);
    await fitsSchema(first.report);
    step();
    const lines: ClassifiedLine[] = [];
    const onLines = (_: string, told: readonly ClassifiedLine[]) => void lines.push(...told);
    const again = await reportOf({ ...subject, options: { ...subject.options, onLines } });
    expectSame("the same again", first, again, "read twice");
    for (const source of again.report.sources) if (source.status !== "skipped") toldOnce(lines, source);
    step();
    if (mayHaveOtherEnds(bytes, first.report)) await sameWithCrLf(subject, first);
    step();
    const cuts = Array.from({ length: 7 }, (_, at) => (at * (choice + 3) * 104_729) % (bytes.length + 1));
    expectSame("the same in other chunks", first, await reportOf(subject, cuts), "in 8 chunks");
    step();
    const bytewise = bytes.length > 16_000 ? cuts : Array.from(bytes, (_, at) => at);
    expectSame("the same in other chunks", first, await reportOf(subject, bytewise), "byte by byte");
  },
};

/** A paste, or a file of a collector, by whose name and place more is known. */
function fromFor(choice: number): Subject["from"] {
  const file = choice % 3 === 0 ? collected[choice % collected.length] : undefined;
  return file === undefined ? { name: "paste" } : { name: file.path, isOneOfMany: true };
}

export function optionsFor(choice: number): AnalyzeOptions {
  return choice % 2 === 0 ? {} : (choices[(choice >> 1) % choices.length] ?? {});
}
