import type { FindingChange, FindingSide, HostComparison } from "../../compare/index.ts";
import { counted } from "../figures.ts";
import { ranks } from "../markdown/blocks.ts";
import type { Part, PartItem } from "./part.ts";

/** What a change of a finding is called. */
export const findingWords: { readonly [K in FindingChange["change"]]: string } = {
  new: "new",
  visibilityGained: "visible now",
  visibilityLost: "visibility lost",
  changed: "changed",
  fixed: "fixed",
};

/** Changes listed; JSON and CSV have all. */
const MOST_LISTED = 60;

/** What is explained where it occurs: words that are easily taken for more than they say. */
const remarks: readonly (readonly [FindingChange["change"], string])[] = [
  ["visibilityGained", "Visible now: could not be checked before, so it may have been so already."],
  ["visibilityLost", "Visibility lost: was checked before and can't be now, so it may be so still."],
];

/** What the rules say otherwise than before; none where they say the same. */
export function findingParts({ findings }: HostComparison): readonly Part[] {
  if (findings.length === 0) return [];
  const told = findings.filter(isWorthALine);
  const quiet = findings.length - told.length;
  const occurring = new Set(told.map(({ change }) => change));
  const more = told.length - MOST_LISTED;
  return [
    {
      title: "Findings",
      rank: ranks.warning,
      sentences: [
        ...remarks.flatMap(([change, words]) => (occurring.has(change) ? [words] : [])),
        ...(quiet > 0 ? [quietText(findings.filter((one) => !isWorthALine(one)))] : []),
        ...(more > 0 ? [`${counted(more, "more change")} of findings not listed here; --format json has all.`] : []),
      ],
      items: told.slice(0, MOST_LISTED).map(itemOf),
    },
  ];
}

/** Whether a rule that found nothing could be asked is a number, not a line each. */
function isWorthALine({ before, after }: FindingChange): boolean {
  return [before, after].some((side) => side?.kind === "fail" || side?.kind === "review");
}

function quietText(quiet: readonly FindingChange[]): string {
  const lost = quiet.filter(({ change }) => change === "visibilityLost");
  const gained = quiet.length - lost.length;
  const parts = [
    ...(lost.length === 0 ? [] : [`${counted(lost.length, "rule")} in order before can't be checked now`]),
    ...(gained === 0
      ? []
      : [`${counted(gained, "rule")} not checked before ${gained === 1 ? "is" : "are"} in order now`]),
  ];
  const commands = [...new Set(lost.flatMap(({ supply }) => supply))].slice(0, 3);
  const supplied = commands.length === 0 ? "" : ` To find out, run: ${commands.join(" or ")}.`;
  return `${parts.join("; ")}.${supplied}`;
}

function itemOf({ change, rule, before, after }: FindingChange): PartItem {
  const [side, other] = change === "fixed" || change === "visibilityLost" ? [before, after] : [after, before];
  const was = change === "changed" && other !== null && other.message !== side?.message;
  return {
    mark: [findingWords[change], severityOf(side)].filter((word) => word !== "").join(", "),
    text: side?.message ?? "",
    name: rule,
    remark: was ? `Before: ${other.message}` : "",
  };
}

function severityOf(side: FindingSide | null): string {
  if (side === null) return "";
  if (side.kind === "review") return "review";
  return side.severity;
}
