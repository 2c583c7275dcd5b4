import type { HostComparison } from "../../compare/index.ts";
import { chaptersOf } from "./chapters.ts";
import type { ComparisonReporter } from "./comparison-reporter.ts";

/** The element that holds the comparison as data. */
const COMPARISON_ELEMENT = "chimneysweep-comparison";

/** One file for a mail, as the report is: readable without a network and without scripts, the comparison in it as data. */
export const html: ComparisonReporter = {
  name: "html",
  async *render(comparison) {
    const [{ embedded, Explained, openPage, rendered }, { ChapterView, explainedNames }] = await Promise.all([
      import("../html/parts.ts"),
      import("./chapter-view.tsx"),
    ]);
    const page = await openPage();
    yield page.head({ title: titleOf(comparison.hosts), version: comparison.tool.version });
    const chapters = chaptersOf(comparison);
    for (const [at, chapter] of chapters.entries()) {
      yield rendered(<ChapterView chapter={chapter} id={`compared-${at}`} />);
    }
    yield rendered(<Explained names={explainedNames(chapters)} />);
    yield* embedded(COMPARISON_ELEMENT, comparison);
    yield page.foot;
  },
};

function titleOf(hosts: readonly HostComparison[]): string {
  const [first] = hosts;
  if (first === undefined) return "Nothing to compare";
  return `Before and after: ${hosts.length > 1 ? `${hosts.length} hosts` : (first.host ?? "one host")}`;
}
