import type { ComponentChild } from "preact";
import { type Action, type Excerpt, type Finding, type FindingKind, findingKinds, undoOf } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { explainedLines, ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { findingTitles } from "../words.ts";
import { Evidence } from "./evidence.tsx";
import { Step, StepText } from "./step.tsx";

/** Findings of a kind shown; of more JSON has the rest. */
const MOST_FINDINGS = 100;

/** Kinds that are told in one line each, folded up: there is nothing to do about them. */
const BRIEF: readonly FindingKind[] = ["pass", "notApplicable"];

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly excerpts: readonly Excerpt[];
  readonly id: string;
  /** Where there is a list of what to do, no finding repeats its step. */
  readonly hasActions: boolean;
}

/** What the rules found, worst first, with the lines that show it; what is in order is folded up below. */
export function Findings({ findings, excerpts, id, hasActions }: FindingsProps): ComponentChild {
  return findingKinds.map((kind) => {
    const of = ownFindings(findings).filter((finding) => finding.kind === kind);
    if (of.length === 0 || kind === "notEvaluated") return null;
    if (BRIEF.includes(kind)) return <BriefFindings key={kind} kind={kind} findings={of} />;
    const more = of.length - MOST_FINDINGS;
    return (
      <section key={kind}>
        <h3 id={`${id}-${kind}`}>{findingTitles[kind]}</h3>
        {of.slice(0, MOST_FINDINGS).map((finding, at) => (
          <FindingView
            key={at}
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
            <StepText step={step} /> <span class="faint">{settles.join(", ")}</span>
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

function FindingView({ finding, also, excerpts, isStepless }: FindingViewProps) {
  const { kind, severity, rule, message, evidence, remedy, rollback } = finding;
  const mark = kind === "review" ? "review" : severity;
  return (
    <article class={`finding ${mark}`}>
      <h4>
        <span class="mark">{{ error: "error", warning: "warning", info: "info", review: "to review" }[mark]}</span>{" "}
        {printable(message)}
      </h4>
      <p class="faint">
        <code>{printable(rule)}</code>
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

function BriefFindings({ kind, findings }: { kind: FindingKind; findings: readonly Finding[] }) {
  return (
    <details>
      <summary>
        {findingTitles[kind]}: {counted(findings.length, "rule")}
      </summary>
      <ul>
        {findings.map(({ rule, message }, at) => (
          <li key={at}>
            {printable(message)} <code>{printable(rule)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
