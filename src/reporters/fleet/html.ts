import { counted } from "../../facts/in-words.ts";
import type { Rollup } from "../../fleet/index.ts";
import type { LinkOf } from "../html/link-of.ts";

/**
 * A roll-up as a page of its own, in pieces: for a mail, readable without a network and without scripts. Hosts are links to
 * the reports of their bundles where those are written, and else to their part of the page.
 */
export async function fleetHtml(rollup: Rollup, linkOf?: LinkOf): Promise<Iterable<string>> {
  const { fleetParts, openPage, rendered } = await import("../html/parts.ts");
  const page = await openPage();
  const { tool, bundles } = rollup;
  return pieces();

  function* pieces(): Generator<string> {
    yield page.head({ title: `${counted(bundles.length, "bundle")}: TCP Chimney Offload`, version: tool.version });
    for (const part of fleetParts(rollup, linkOf)) yield rendered(part);
    yield "\n</main>";
    yield page.foot;
  }
}
