import { type ComponentChild, type ComponentChildren, createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { citationText } from "../../facts/sources.ts";
import type { FleetFindings, HostReport } from "../../report/index.ts";
import { explainedWords } from "./explained-words.ts";
import type { Explanation } from "./explanations.ts";
import { Live } from "./fold.tsx";

/** Where explanations come from: a file has them made with it; the paste page is given those of its report. */
export const Explanations = createContext<(name: string) => Explanation | undefined>(() => undefined);

interface ExplainProps {
  /** What is explained: a rule, a verdict, a setting or a word. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Opens what there is to say of a name, without a script; where there is nothing to say it is text. */
export function Explain({ name, children }: ExplainProps): ComponentChild {
  if (useContext(Explanations)(name) === undefined) return children;
  return (
    <button type="button" class="explain" popovertarget={explanationId(name)}>
      {children}
    </button>
  );
}

interface ExplainedProps {
  readonly names: readonly string[];
  /** Of these the reasons alone are told: rules with nothing to do. */
  readonly brief?: readonly string[];
}

/** The panels that names on the page open; each is there once. */
export function Explained({ names, brief = [] }: ExplainedProps): ComponentChild {
  const explanationOf = useContext(Explanations);
  const full = new Set(names);
  const all = [...full, ...new Set(brief.filter((name) => !full.has(name)))];
  return all.map((name) => {
    const explanation = explanationOf(name);
    if (explanation === undefined) return null;
    return <Panel key={name} explanation={explanation} isBrief={!full.has(name)} />;
  });
}

interface PanelProps {
  readonly explanation: Explanation;
  readonly isBrief: boolean;
}

/** A panel; where the page draws itself, it is filled when it is opened. */
function Panel({ explanation, isBrief }: PanelProps) {
  const id = explanationId(explanation.name);
  const isLive = useContext(Live);
  const [wasOpened, setOpened] = useState(false);
  return (
    <div popover="auto" id={id} class="explanation" onBeforeToggle={isLive ? () => setOpened(true) : undefined}>
      <button type="button" class="copy close" popovertarget={id} popovertargetaction="hide">
        Close
      </button>
      {(wasOpened || !isLive) && <Contents explanation={explanation} isBrief={isBrief} />}
    </div>
  );
}

function Contents({ explanation: { name, title, parts, sources }, isBrief }: PanelProps) {
  return (
    <>
      <p class="answer">{title}</p>
      <p class="faint">
        <code>{name}</code>
      </p>
      {(isBrief ? parts.slice(0, 1) : parts).map((part) => (
        <div key={part.title}>
          <h5>{part.title}</h5>
          {part.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ))}
      {!isBrief && sources.length > 0 && <Sources sources={sources} />}
    </>
  );
}

function Sources({ sources }: Pick<Explanation, "sources">) {
  return (
    <>
      <h5>Sources</h5>
      <ul>
        {sources.map((source) => (
          <li key={citationText(source)}>
            {citationText(source)} {source.url !== undefined && <span class="faint">{source.url}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The id of the panel of a name. */
function explanationId(name: string): string {
  return `explain-${name.replace(/[^\w-]+/g, "-")}`;
}

/** The names that a report explains: of rules with something to do all there is to say, of the others why they are asked. */
export function explainedIn(hosts: readonly HostReport[], fleet: FleetFindings | null): ExplainedProps {
  const findings = [...hosts.flatMap((host) => host.findings), ...(fleet?.findings ?? [])];
  const told = findings.filter(({ kind }) => kind === "fail" || kind === "review");
  return {
    names: [
      ...new Set([
        ...hosts.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.code])),
        ...told.map(({ rule }) => rule),
        ...hosts.flatMap(({ summary }) => Object.keys(summary.settings)),
        ...explainedWords,
      ]),
    ],
    brief: [...new Set(findings.map(({ rule }) => rule))],
  };
}
