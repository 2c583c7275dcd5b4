import { REPORT_ELEMENT, type Report, withSharedFindings } from "../../report/index.ts";
import type { Reporter } from "../reporter.ts";
import { withShown } from "../shown.ts";

/** One file for a mail: readable without a network and without scripts; it carries the whole report and can be read back. */
export const html: Reporter = {
  name: "html",
  description: "one file to mail or print; it holds the whole report",
  endings: [".html", ".htm"],
  async open({ show }) {
    const { embedded, foldedHosts, openPage, packedBlock, partsOf, rendered, rowCollection } = await import(
      "./parts.ts"
    );
    const page = await openPage();
    const held = rowCollection();
    return {
      opening: "",
      connections(rows) {
        held.add(rows);
        return [];
      },
      *report(whole) {
        const report = withShown(whole, show);
        yield page.head({ title: titleOf(report), version: report.tool.version });
        for (const part of partsOf(report, held.rows())) yield rendered(part);
        for (const [at, hosts] of foldedHosts(report).entries()) yield* packedBlock(at, hosts);
        yield* embedded(REPORT_ELEMENT, withSharedFindings(report));
        yield page.foot;
      },
    };
  },
};

function titleOf({ hosts }: Report): string {
  const [first] = hosts;
  if (first === undefined) return "Nothing recognised";
  const name = first.host ?? "one host";
  return `${hosts.length > 1 ? `${hosts.length} hosts` : name}: TCP Chimney Offload`;
}
