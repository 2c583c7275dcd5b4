import { type ComponentChild, Fragment } from "preact";
import { type Action, type Excerpt, type Finding, type FindingKind, findingKinds, undoOf } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { explainedLines, ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { findingTitles } from "../words.ts";
import { markOf } from "./bar.tsx";
import { Evidence } from "./evidence.tsx";
import { Explain } from "./explained.tsx";
import { Step, StepText } from "./step.tsx";
import { untranslated } from "./untranslated.ts";

/** Findings of a kind shown; of more JSON has the rest. */
export const MOST_FINDINGS = 100;

export const markWords = { error: "error", warning: "warning", info: "info", review: "to review" } as const;

/** Kinds that are told in one line each, folded up: there is nothing to do about them. */
const BRIEF: readonly FindingKind[] = ["pass", "notApplicable"];

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly excerpts: readonly Excerpt[];
  readonly id: string;
  /** Of many hosts what is in order is named, and explained once. */
  readonly isShort?: boolean;
  /** Where there is a list of what to do, no finding repeats its step. */
  readonly hasActions: boolean;
}

/** What the rules found, worst first, with the lines that show it; what is in order is folded up below. */
export function Findings({ findings, excerpts, id, hasActions, isShort = false }: FindingsProps): ComponentChild {
  return findingKinds.map((kind) => {
    const of = ownFindings(findings).filter((finding) => finding.kind === kind);
    if (of.length === 0 || kind === "notEvaluated") return null;
    if (BRIEF.includes(kind)) return <BriefFindings key={kind} kind={kind} findings={of} isShort={isShort} />;
    const more = of.length - MOST_FINDINGS;
    return (
      <section key={kind}>
        <h3 id={`${id}-${kind}`}>{findingTitles[kind]}</h3>
        {of.slice(0, MOST_FINDINGS).map((finding, at) => (
          <FindingView
            key={at}
            id={`${id}-${slugOf(finding.rule)}${repeated(of, at)}`}
            isStepless={hasActions}
            finding={finding}
            also={explainedLines(finding, findings)}
            excerpts={excerpts}
          />
        ))}
        {more > 0 && <p class="faint">and {counted(more, "more finding")}</p>}
      </section>
    );
  });
}

interface FindingViewProps {
  /** By which it is linked to: the same for as long as the host stands in the same place. */
  readonly id: string;
  readonly finding: Finding;
  /** What it explains, one line each. */
  readonly also: readonly string[];
  readonly isStepless: boolean;
  readonly excerpts: readonly Excerpt[];
}

/** What to do, with the rules that each step settles, then how all of it is taken back. */
export function Actions({ actions, id }: { readonly actions: readonly Action[]; readonly id: string }): ComponentChild {
  if (actions.length === 0) return null;
  const undo = undoOf(actions);
  return (
    <section>
      <h3 id={`${id}-actions`}>What to do</h3>
      <ol>
        {actions.map(({ step, settles }) => (
          <li key={step}>
            <StepText step={step} />{" "}
            <span class="faint">
              {settles.map((rule, at) => (
                <Fragment key={rule}>
                  {at > 0 && ", "}
                  <RuleName rule={rule} />
                </Fragment>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {undo.length > 0 && (
        <details>
          <summary>To undo</summary>
          <ol>
            {undo.map((step) => (
              <li key={step}>
                <StepText step={step} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function FindingView({ id, finding, also, excerpts, isStepless }: FindingViewProps) {
  const { severity, rule, message, evidence, remedy, rollback } = finding;
  const mark = markOf(finding) ?? severity;
  return (
    <article class={`finding ${mark}`} id={id}>
      <h4>
        <a class="permalink" href={`#${id}`} aria-label={`Link to ${printable(rule)}`}>
          #
        </a>
        <span class="mark">{markWords[mark]}</span> {printable(message)}
      </h4>
      <p class="faint">
        <RuleName rule={rule} />
      </p>
      <Evidence places={evidence} excerpts={excerpts} />
      {also.map((line) => (
        <p class="faint" key={line}>
          Also: {printable(line)}
        </p>
      ))}
      {!isStepless && <Step title="Do" step={remedy} />}
      {!isStepless && <Step title="Undo" step={rollback} />}
    </article>
  );
}

/** A rule by its name, which opens what there is to say of it. */
export function RuleName({ rule }: { readonly rule: string }): ComponentChild {
  return (
    <Explain name={rule}>
      <code {...untranslated}>{printable(rule)}</code>
    </Explain>
  );
}

function slugOf(rule: string): string {
  return rule.replace(/[^\w-]+/g, "-");
}

/** Behind the id of a rule's second finding, and of those after it. */
function repeated(findings: readonly Finding[], at: number): string {
  const slug = slugOf(findings[at]?.rule ?? "");
  const before = findings.slice(0, at).filter(({ rule }) => slugOf(rule) === slug).length;
  return before === 0 ? "" : `-${before + 1}`;
}

interface BriefProps {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  readonly isShort: boolean;
}

function BriefFindings({ kind, findings, isShort }: BriefProps) {
  return (
    <details>
      <summary>
        {findingTitles[kind]}: {counted(findings.length, "rule")}
      </summary>
      {isShort ? (
        <p>{findings.map(({ rule }) => printable(rule)).join(", ")}</p>
      ) : (
        <ul>
          {findings.map(({ rule, message }, at) => (
            <li key={at}>
              {printable(message)} <RuleName rule={rule} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
