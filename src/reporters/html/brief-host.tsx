import { type ComponentChild, Fragment } from "preact";
import { type Finding, findingKinds, type HostReport } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { findingTitles } from "../words.ts";
import { markOf } from "./bar.tsx";
import { Actions, MOST_FINDINGS, markWords } from "./findings.tsx";
import { Place } from "./place.tsx";
import { Command, Step } from "./step.tsx";
import { untranslated } from "./untranslated.ts";

interface BriefHostProps {
  readonly host: HostReport;
  /** Its own on the page. */
  readonly id: string;
}

/** A host of many where no script unpacks what there is to say of it: the answer, what was found, and what to do. */
export function BriefHost({ host, id }: BriefHostProps): ComponentChild {
  const { verdict, findings, actions } = host;
  return (
    <>
      {verdict !== null && <p class="statement">{printable(verdict.statement)}</p>}
      {verdict?.next.map((command) => (
        <Command key={command} command={command} />
      ))}
      {findingKinds.map((kind) => {
        const of = ownFindings(findings).filter((finding) => finding.kind === kind && markOf(finding) !== null);
        if (of.length === 0) return null;
        const more = of.length - MOST_FINDINGS;
        return (
          <Fragment key={kind}>
            <h3>{findingTitles[kind]}</h3>
            {of.slice(0, MOST_FINDINGS).map((finding, at) => (
              <BriefFinding key={at} finding={finding} isStepless={actions !== undefined} />
            ))}
            {more > 0 && <p class="faint">and {counted(more, "more finding")}</p>}
          </Fragment>
        );
      })}
      <Actions actions={actions ?? []} id={id} />
    </>
  );
}

function BriefFinding({ finding, isStepless }: { readonly finding: Finding; readonly isStepless: boolean }) {
  const { rule, message, evidence, remedy, rollback } = finding;
  const mark = markOf(finding);
  const [place] = evidence;
  return (
    <div class={`finding ${mark}`}>
      <span class="mark">{mark === null ? "" : markWords[mark]}</span> {printable(message)}{" "}
      <code {...untranslated}>{printable(rule)}</code> {place !== undefined && <Place place={place} />}
      {!isStepless && <Step title="Do" step={remedy} />}
      {!isStepless && <Step title="Undo" step={rollback} />}
    </div>
  );
}
