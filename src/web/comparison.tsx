import type { ComponentChild } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { ComparedView } from "../reporters/compare/chapter-view.tsx";
import { Live } from "../reporters/html/parts.ts";
import { printable } from "../reporters/printable.ts";
import type { Compared } from "./comparing.ts";
import { askedFor, type Comparing } from "./comparing-choice.ts";
import type { State } from "./page-state.ts";
import type { Reader } from "./reader.ts";
import type { Change } from "./state.ts";
import { isEmpty, type Tab } from "./tabs.ts";
import { useHandingOut } from "./use-handing-out.ts";

interface ComparisonProps extends Pick<State, "tabs" | "options" | "work" | "report"> {
  readonly comparing: Comparing;
  readonly reader: Reader;
  readonly change: (change: Change) => void;
}

type Outcome =
  | { readonly is: "asked" }
  | { readonly is: "known"; readonly compared: Compared }
  | { readonly is: "failed"; readonly reason: string };

/** What is different between two inputs, or between two moments of one: as `compare` says it. */
export function Comparison(props: ComparisonProps): ComponentChild {
  const { tabs, comparing, change } = props;
  const outcome = useCompared(props);
  const compared = outcome.is === "known" ? outcome.compared : null;
  const chapters = useMemo(() => compared !== null && <ComparedView chapters={compared.chapters} />, [compared]);
  return (
    <section class="comparison" aria-label="What is compared">
      <Choice tabs={tabs} comparing={comparing} change={change} />
      <p role="status" class="faint">
        {outcome.is === "asked" ? "Comparing…" : outcome.is === "failed" ? `Not compared: ${outcome.reason}` : ""}
      </p>
      {compared?.isOfTwoNames === true && (
        <p>
          The two have different names.{" "}
          <button
            type="button"
            onClick={() => change({ is: "comparing", comparing: { ...comparing, pairing: "soleHosts" } })}
          >
            They are the same server: compare them
          </button>
        </p>
      )}
      <Live.Provider value>{chapters}</Live.Provider>
      {compared !== null && <HandingOut {...props} />}
    </section>
  );
}

/** Compared anew whenever something else was read. */
function useCompared({ tabs, comparing, options, work, report, reader }: ComparisonProps): Outcome {
  const [outcome, setOutcome] = useState<Outcome>({ is: "asked" });
  useEffect(() => {
    const asked = work.is === "done" ? askedFor(comparing, tabs, options) : undefined;
    if (asked === undefined) return;
    let isLast = true;
    const settle = (come: Outcome) => isLast && setOutcome(come);
    reader.compare(asked).then(
      (compared) => settle({ is: "known", compared }),
      (error: Error) => settle({ is: "failed", reason: error.message }),
    );
    return () => {
      isLast = false;
    };
  }, [comparing, report, work.is, reader]);
  return outcome;
}

/** What is compared with what. One input with itself is its first moment and its last. */
function Choice({ tabs, comparing, change }: Pick<ComparisonProps, "tabs" | "comparing" | "change">) {
  const full = tabs.filter((tab) => !isEmpty(tab));
  const choose = (chosen: Partial<Comparing>) =>
    change({ is: "comparing", comparing: { ...comparing, pairing: "asNamed", ...chosen } });
  const { before, after } = comparing;
  return (
    <p class="tab-actions">
      <strong>Compare</strong>
      <TabChoice title="Before" value={before} tabs={full} onTab={(tab) => choose({ before: tab })} />
      <TabChoice title="After" value={after} tabs={full} onTab={(tab) => choose({ after: tab })} />
      {before === after ? (
        <span class="faint">its first moment and its last</span>
      ) : (
        <button type="button" onClick={() => choose({ before: after, after: before })}>
          Swap
        </button>
      )}
      <button type="button" onClick={() => change({ is: "comparing", comparing: null })}>
        Close the comparison
      </button>
    </p>
  );
}

interface TabChoiceProps {
  readonly title: string;
  readonly value: number;
  readonly tabs: readonly Tab[];
  readonly onTab: (tab: number) => void;
}

function TabChoice({ title, value, tabs, onTab }: TabChoiceProps) {
  return (
    <label>
      {title}{" "}
      <select value={String(value)} onChange={({ currentTarget }) => onTab(Number(currentTarget.value))}>
        {tabs.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {printable(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The comparison for a ticket, and as a file. */
function HandingOut({ reader, change }: Pick<ComparisonProps, "reader" | "change">) {
  const { said, copy, save } = useHandingOut((notice) => change({ is: "said", notices: [notice] }));
  return (
    <p class="tab-actions">
      <button
        type="button"
        onClick={() => copy(reader.render({ format: "markdown", of: "comparison" }).then((blob) => blob.text()))}
      >
        Copy the comparison as Markdown
      </button>
      {(["html", "json"] as const).map((format) => (
        <button
          key={format}
          type="button"
          onClick={() => save(reader.render({ format, of: "comparison" }), `comparison.${format}`)}
        >
          Download comparison.{format}
        </button>
      ))}
      <span role="status">{said}</span>
    </p>
  );
}
