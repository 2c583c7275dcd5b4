import type { HostComparison, HostMoment } from "../../compare/index.ts";
import { counted } from "../figures.ts";
import { ranks } from "../markdown/blocks.ts";
import { connectionCountWords } from "./connections.ts";
import type { Part } from "./part.ts";

/** What is different about a host, in one sentence, and of when either side is. */
export function summaryPart(host: HostComparison, remarks: readonly string[]): Part {
  return {
    title: null,
    rank: ranks.verdict,
    sentences: [...momentText(host), ...remarks, host.unchanged ? "No change." : `${changesText(host)}.`],
  };
}

/** The differences by their numbers. */
export function changesText(host: HostComparison): string {
  const { settings, features, os, verdict, ratio, connections, findings, captures } = host;
  const gone = captures.filter(({ after }) => after === 0).length;
  const byChange = (change: (typeof findings)[number]["change"]) => {
    const some = findings.filter((one) => one.change === change);
    // What is new or fixed was in order on one side; of what is in order, it does not matter who can see it.
    if (change === "new" || change === "fixed") return some.length;
    return some.filter(({ before, after }) => after?.kind !== "pass" && before?.kind !== "pass").length;
  };
  const isOther = ratio.difference !== null && ratio.difference !== 0;
  const paired = ratio.method === "mcnemar" ? "the share" : "the share (within noise)";
  const share = ratio.outcome === "moreThanNoise" ? "the share (more than noise)" : paired;
  const words = [
    ...(verdict.before?.code === verdict.after?.code ? [] : ["the verdict"]),
    ...(os.before === os.after ? [] : ["the version of Windows that is known"]),
    ...(isOther ? [share] : []),
    ...some(settings.filter(({ change }) => change === "changed").length, "setting"),
    ...some(
      settings.filter(({ change }) => change !== "changed").length,
      "setting captured on one side only",
      "settings captured on one side only",
    ),
    ...some(features.length, "feature"),
    ...(connections === null ? [] : connectionCountWords(connections)),
    ...some(byChange("new"), "new finding"),
    ...some(byChange("fixed"), "finding fixed", "findings fixed"),
    ...some(byChange("changed"), "finding with new details", "findings with new details"),
    ...some(byChange("visibilityLost"), "finding out of sight", "findings out of sight"),
    ...some(byChange("visibilityGained"), "finding newly checkable", "findings newly checkable"),
    ...some(gone, "kind of capture missing", "kinds of captures missing"),
  ];
  return words.length === 0 ? "Only details changed" : `Changed: ${words.join(", ")}`;
}

function some(number: number, one: string, many?: string): readonly string[] {
  return number === 0 ? [] : [counted(number, one, many)];
}

function momentText({ moments: { before, after } }: HostComparison): readonly string[] {
  const [one, other] = [whenText(before), whenText(after)];
  return one === "" || other === "" ? [] : [`From ${one} to ${other}.`];
}

function whenText({ time, phase }: HostMoment): string {
  return [phase === null ? null : `phase ${phase}`, time].filter((part) => part !== null).join(", ");
}
