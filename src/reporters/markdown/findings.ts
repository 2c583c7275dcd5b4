import {
  type Action,
  type EvidencePlace,
  type Finding,
  type FindingKind,
  type HostReport,
  type ReportPlace,
  undoOf,
} from "../../report/index.ts";
import { counted, placeText } from "../figures.ts";
import { explainedLines, ownFindings } from "../folded.ts";
import { scriptHint } from "../script-hint.ts";
import { stepPieces } from "../steps.ts";
import { commandsOf, findingTitles } from "../words.ts";
import { type Block, ranks } from "./blocks.ts";
import { codeSpan, fence, inline } from "./escape.ts";

/** Findings of a kind; a ticket with more is not read. */
const MOST_FINDINGS = 50;

/** Lines quoted of one finding. */
const MOST_QUOTED = 5;

/** Commands listed; those that supply most come first. */
const MOST_COMMANDS = 8;

/** The end of a line that stays one. */
const BREAK = "\\\n";

type PlaceText = (place: ReportPlace) => string;

/** What the rules found, worst first: each kind that is to be shown under its title. */
export function findingBlocks(
  all: readonly Finding[],
  show: readonly FindingKind[],
  actions?: readonly Action[],
  gutter: PlaceText = placeText,
): readonly Block[] {
  // Where there is a list of what to do, each step stands there and not with its finding.
  const findings = actions === undefined ? all : all.map((one) => ({ ...one, remedy: null, rollback: null }));
  return show.flatMap((kind) => {
    const of = ownFindings(findings).filter((finding) => finding.kind === kind);
    if (of.length === 0) return [];
    const more = of.length - MOST_FINDINGS;
    const [first, ...others] = of.slice(0, MOST_FINDINGS).flatMap((finding) => oneFinding(finding, findings, gutter));
    // The title goes with the first finding: without it, it would be left standing alone.
    const headed = first === undefined ? [] : [{ ...first, lines: [`### ${findingTitles[kind]}`, "", ...first.lines] }];
    const rest = more > 0 ? [{ rank: ranks.evidence, lines: [`and ${counted(more, "more finding")}`] }] : [];
    return [...headed, ...others, ...rest];
  });
}

/** What to do, with the rules that each step settles; then how all of it is taken back. */
export function actionBlocks(actions: readonly Action[]): readonly Block[] {
  if (actions.length === 0) return [];
  const steps = actions.flatMap(({ step, settles }, at) =>
    stepLines(`${at + 1}. `, step, `(${settles.map(codeSpan).join(", ")})`),
  );
  const undo = undoOf(actions).flatMap((step, at) => stepLines(`${at + 1}. `, step));
  return [
    { rank: ranks.warning, lines: ["### What to do", "", ...steps] },
    ...(undo.length === 0 ? [] : [{ rank: ranks.figures, lines: ["### To undo", "", ...undo] }]),
  ];
}

/** Lines that something rests on, with their places. */
export function quoted(places: readonly EvidencePlace[], gutter: PlaceText): readonly Block[] {
  if (places.length === 0) return [];
  const lines = places.slice(0, MOST_QUOTED).map((place) => `${gutter(place)}  ${place.text.trim()}`.trimEnd());
  const more = places.length - lines.length;
  return [{ rank: ranks.evidence, lines: fence(more > 0 ? [...lines, `and ${counted(more, "more line")}`] : lines) }];
}

/** What could not be checked, and the commands that would supply what is missing. */
export function uncheckedBlocks(host: Pick<HostReport, "captures" | "findings">): readonly Block[] {
  const unchecked = host.findings.filter(({ kind }) => kind === "notEvaluated");
  const commands = commandsOf(unchecked).slice(0, MOST_COMMANDS);
  if (commands.length === 0) return [];
  const hint = scriptHint(host);
  const script = hint === undefined ? "" : ` (\`chimneysweep capture-script\` prints a script that runs ${hint})`;
  const lines = [
    "### Not checked",
    "",
    `${counted(unchecked.length, "rule")} could not be checked with what was captured. To check more, add${script}:`,
    "",
    ...commands.map(([command, count]) => `- ${codeSpan(command)} (${counted(count, "rule")})`),
  ];
  return [{ rank: ranks.unchecked, lines }];
}

function oneFinding(finding: Finding, all: readonly Finding[], gutter: PlaceText): readonly Block[] {
  const { kind, severity, rule, message, evidence, supply, remedy, rollback } = finding;
  const mark = kind === "fail" ? `**${severity}**: ` : "";
  const steps = [
    ...explainedLines(finding, all).map((line) => `- Also: ${inline(line)}`),
    ...(supply.length > 0 ? [["- To find out, run:", ...supply.map((one) => `  ${codeSpan(one)}`)].join(BREAK)] : []),
    ...(remedy === null ? [] : stepLines("- Do: ", remedy)),
    ...(rollback === null ? [] : stepLines("- Undo: ", rollback)),
  ];
  const rank = rankOf(finding);
  return [
    { rank, lines: [`${mark}${inline(message)} (${codeSpan(rule)})`, ...(steps.length > 0 ? ["", ...steps] : [])] },
    ...quoted(evidence, gutter),
  ];
}

/** A step of a list: each command on a line of its own, in a code span that nothing wraps. */
function stepLines(mark: string, step: string, remark = ""): readonly string[] {
  const indent = " ".repeat(/^- /.test(mark) ? 2 : mark.length);
  const pieces = stepPieces(step).map(({ kind, text }) => (kind === "command" ? codeSpan(text) : sentence(text)));
  return `${mark}${[...pieces, remark].filter((part) => part !== "").join(BREAK + indent)}`.split("\n");
}

/** A sentence, in which commands of one word stand in back quotes. */
function sentence(text: string): string {
  return text
    .split("`")
    .map((part, at) => (at % 2 === 1 ? codeSpan(part) : spaced(part)))
    .join("");
}

/** The blanks at the ends of a part of a sentence are part of the sentence. */
function spaced(text: string): string {
  const [before = "", after = ""] = [/^\s/.exec(text)?.[0], /\s$/.exec(text)?.[0]];
  return text.trim() === "" ? before : `${before}${inline(text)}${after}`;
}

function rankOf({ kind, severity }: Finding): number {
  if (kind !== "fail") return kind === "review" ? ranks.review : ranks.unchecked;
  if (severity === "info") return ranks.note;
  return ranks[severity];
}
