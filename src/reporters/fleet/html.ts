import { counted } from "../../facts/in-words.ts";
import type { Rollup } from "../../fleet/index.ts";

/** A roll-up as a page of its own, in pieces: for a mail, readable without a network and without scripts. */
export async function fleetHtml(rollup: Rollup): Promise<Iterable<string>> {
  const { fleetParts, openPage, rendered } = await import("../html/parts.ts");
  const page = await openPage();
  const { tool, bundles } = rollup;
  return pieces();

  function* pieces(): Generator<string> {
    yield page.head({ title: `${counted(bundles.length, "bundle")}: TCP Chimney Offload`, version: tool.version });
    for (const part of fleetParts(rollup)) yield rendered(part);
    yield "\n</main>";
    yield page.foot;
  }
}
