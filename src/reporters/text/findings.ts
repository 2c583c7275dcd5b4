import {
  type Action,
  type Finding,
  type FindingKind,
  type FleetFindings,
  type HostReport,
  undoOf,
} from "../../report/index.ts";
import { counted } from "../figures.ts";
import { explainedLines, ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { findingTitles } from "../words.ts";
import { type Page, quoteLines, severityText } from "./page.ts";
import { commandLine, stepLines } from "./steps.ts";

/** Findings of a kind printed of one host; a report of more is for JSON and CSV. */
const MAX_FINDINGS = 100;

/** Lines quoted of one finding. */
const MAX_QUOTED = 5;

/** All findings of a host. Where there is a list of what to do, each step stands there and not with its finding. */
interface Among {
  readonly all: readonly Finding[];
  readonly hasList: boolean;
}

/** What the rules found, worst first: each kind that is to be shown under its title. */
export function findingLines(
  { findings, actions }: Pick<HostReport, "findings" | "actions">,
  kinds: readonly FindingKind[],
  page: Page,
): readonly string[] {
  const own = ownFindings(findings);
  const sections = kinds.flatMap((kind) =>
    sectionLines(
      kind,
      own.filter((finding) => finding.kind === kind),
      { all: findings, hasList: actions !== undefined },
      page,
    ),
  );
  return [...sections, ...actionLines(actions ?? [], page)];
}

/** What to do, with the findings that each step settles; then how all of it is taken back. */
function actionLines(actions: readonly Action[], page: Page): readonly string[] {
  const undo = undoOf(actions);
  return [
    ...numbered("What to do", actions, page),
    ...numbered(
      "To undo",
      undo.map((step) => ({ step, settles: [] })),
      page,
    ),
  ];
}

function numbered(title: string, steps: readonly Pick<Action, "step" | "settles">[], page: Page): readonly string[] {
  if (steps.length === 0) return [];
  const lines = steps.slice(0, MAX_FINDINGS).flatMap(({ step, settles }, at) => {
    const remark = settles.length === 0 ? "" : `[${settles.map(printable).join(", ")}]`;
    return stepLines(step, { mark: `${at + 1}. `, remark, indent: 4 }, page);
  });
  return ["", ...page.paragraph(page.paint.strong(title), 2), ...lines];
}

/** What shows when the hosts are laid side by side; nothing where nothing of it is to be shown. */
export function fleetLines({ findings }: FleetFindings, show: readonly FindingKind[], page: Page): readonly string[] {
  const lines = findingLines({ findings }, show, page);
  return lines.length === 0 ? [] : ["", ...page.paragraph(page.paint.strong("Between the hosts"), 0), ...lines];
}

function sectionLines(kind: FindingKind, findings: readonly Finding[], among: Among, page: Page): readonly string[] {
  if (findings.length === 0) return [];
  const [first, ...others] = findings.slice(0, MAX_FINDINGS).map((finding) => oneFinding(finding, among, page));
  const brief = kind === "pass" || kind === "notApplicable" || kind === "notEvaluated";
  const separated = others.flatMap((lines) => (brief ? lines : ["", ...lines]));
  const more = findings.length - MAX_FINDINGS;
  return [
    "",
    ...page.paragraph(page.paint.strong(findingTitles[kind]), 2),
    ...(first ?? []),
    ...separated,
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more finding")}`, 4) : []),
  ];
}

function oneFinding(finding: Finding, { all, hasList }: Among, page: Page): readonly string[] {
  const { rule, kind, severity, message, evidence, supply, remedy, rollback } = finding;
  const mark = kind === "fail" ? `${severityText(severity, page)}: ` : "";
  return [
    ...page.paragraph(`${mark}${printable(message)} ${page.paint.faint(`[${printable(rule)}]`)}`, 4),
    ...quoteLines(evidence, MAX_QUOTED, 6, page),
    ...explainedLines(finding, all).flatMap((line) => page.paragraph(`Also: ${printable(line)}`, 6)),
    ...supplyLines(supply, page),
    ...(hasList ? [] : [...labelled("Do", remedy, page), ...labelled("Undo", rollback, page)]),
  ];
}

/** The commands that would tell, each on a line of its own, and the options that state it. */
function supplyLines(supply: readonly string[], page: Page): readonly string[] {
  const commands = supply.filter((one) => !one.startsWith("--"));
  const options = supply.filter((one) => one.startsWith("--"));
  return [
    ...(commands.length === 0 ? [] : page.paragraph("To find out, run:", 6)),
    ...commands.map((command) => commandLine(command, 8)),
    ...options.flatMap((option) => page.paragraph(`To state it: ${option}`, 6)),
  ];
}

function labelled(label: string, step: string | null, page: Page): readonly string[] {
  return step === null || step === "" ? [] : stepLines(step, { mark: `${label}: `, indent: 6 }, page);
}
