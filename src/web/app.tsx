import type { ComponentChild, ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { features } from "../index.ts";
import type { ReportPlace } from "../report/index.ts";
import { Declare, Explanations, RowsAction, type RowsWanted } from "../reporters/html/parts.ts";
import { Beginning } from "./beginning.tsx";
import { Captured } from "./captured.tsx";
import { Comparison } from "./comparison.tsx";
import { ConnectionTable } from "./connection-table.tsx";
import { Downloads } from "./downloads.tsx";
import type { Dropped } from "./dropped.ts";
import { isTooLongToEdit } from "./inputs.ts";
import type { Store } from "./kept.ts";
import { goBackTo, Keys } from "./keys.tsx";
import { Options } from "./options.tsx";
import type { Work } from "./reader.ts";
import { withFeature } from "./reading-options.ts";
import { Results } from "./results.tsx";
import { Splitter } from "./splitter.tsx";
import { type Change, isShown } from "./state.ts";
import { Status } from "./status.tsx";
import { isEmpty, nextPaste, type Tab } from "./tabs.ts";
import { useAddress } from "./use-address.ts";
import { useHandingIn } from "./use-handing-in.ts";
import { useReading } from "./use-reading.ts";

interface AppProps {
  readonly startWorker: () => Work;
  readonly store: Store | undefined;
}

/** The whole page: what was captured on the left, what it says on the right. */
export function App({ startWorker, store }: AppProps): ComponentChild {
  const reading = useReading(startWorker, store);
  const { state, change, reader } = reading;
  const { report, work, shown, tabs, explanations } = state;

  useAddress(report);
  const [wanted, setWanted] = useState<RowsWanted | null>(null);
  useEffect(() => setWanted(null), [report]);
  const add = useCallback((dropped: Dropped) => change({ is: "added", ...dropped }), [change]);
  const addText = useCallback(
    (text: string) => change(addingText(nextPaste(tabs.filter((tab) => !isEmpty(tab))), text)),
    [change, tabs],
  );
  const isDragging = useHandingIn({ onFiles: add, onText: addText });

  const from = useRef<Element | null>(null);
  const goTo = useCallback(
    (place: ReportPlace) => {
      if (!isShown(shown, place)) return null;
      // Not by the focus: some browsers give none to a button that is clicked.
      return (event?: Event) => {
        from.current = event?.currentTarget instanceof Element ? event.currentTarget : null;
        change({ is: "marked", place });
      };
    },
    [change, shown],
  );
  const goBack = useCallback(() => {
    if (from.current?.isConnected === true) goBackTo(from.current);
  }, []);
  const lineField = useRef<HTMLInputElement>(null);
  const askLine = useCallback(() => lineField.current?.select(), []);
  const { options } = state;
  const declare = useCallback(
    (name: string, isUsed: boolean) => {
      const feature = features.find((one) => one === name);
      if (feature === undefined) return;
      change({ is: "known", options: withFeature(options, feature, isUsed ? "on" : "off") });
    },
    [change, options],
  );
  const pasted = useNames(tabs.filter(({ content }) => content.is === "text"));
  const explanationOf = useCallback((name: string) => explanations.get(name), [explanations]);
  // Of many hosts it takes long to draw: not at every key.
  const results = useMemo(() => <Results report={report} pasted={pasted} goTo={goTo} />, [report, pasted, goTo]);

  return (
    <Explanations.Provider value={explanationOf}>
      <div class="page">
        <Top>
          <Keys onBack={goBack} onLine={askLine} />
        </Top>
        <main>
          <Captured reading={reading} onFiles={add} onBack={goBack} lineField={lineField} />
          <Splitter />
          <section class="said" aria-labelledby="said">
            <h2 id="said">What it says</h2>
            <Status work={work} report={report} />
            <Options
              options={state.options}
              report={report}
              onOptions={(options) => change({ is: "known", options })}
            />
            {state.comparing !== null && (
              <Comparison {...state} comparing={state.comparing} reader={reader} change={change} />
            )}
            <Downloads
              report={work.is === "done" ? report : null}
              render={reader.render}
              onFault={(notice) => change({ is: "said", notices: [notice] })}
            />
            <ConnectionTable
              {...state.connections}
              ask={reader.showRows}
              answers={reading.rows}
              goTo={goTo}
              at={state.at}
              wanted={wanted}
              onWanted={setWanted}
            />
            <RowsAction.Provider value={setWanted}>
              <Declare.Provider value={declare}>{results}</Declare.Provider>
            </RowsAction.Provider>
            {tabs.every(isEmpty) && (
              <Beginning
                onTry={({ inputs, isCompared = false }) => {
                  change({ is: "added", inputs, notices: [] });
                  if (isCompared) change({ is: "comparing", comparing: "first" });
                }}
                onFault={(notice) => change({ is: "said", notices: [notice] })}
              />
            )}
          </section>
        </main>
        {isDragging && <p class="drop-cue">Drop it anywhere to read it</p>}
      </div>
    </Explanations.Provider>
  );
}

/** The names of tabs, the same set until one of them changes. */
function useNames(tabs: readonly Tab[]): ReadonlySet<string> {
  const names = tabs.map(({ name }) => name);
  const before = useRef<ReadonlySet<string>>(new Set());
  if (names.length !== before.current.size || names.some((name) => !before.current.has(name))) {
    before.current = new Set(names);
  }
  return before.current;
}

/** One more text. A long one becomes a file: an editor would take minutes to lay it out. */
function addingText(name: string, text: string): Change {
  if (!isTooLongToEdit(text)) return { is: "added", inputs: [{ name, content: { is: "text", text } }], notices: [] };
  const millions = (text.length / 1_000_000).toFixed(1);
  const notice = `The text is long (${millions} million characters): it is kept beside the editor, and shown there.`;
  const content = { is: "file", bytes: new Blob([text]) } as const;
  return { is: "added", inputs: [{ name: "long-paste", content }], notices: [notice] };
}

function Top({ children }: { readonly children: ComponentChildren }) {
  return (
    <header class="top">
      <h1>chimneysweep</h1>
      <p>
        Says which TCP connections Windows offloads to the network adapter, how many, and why not.{" "}
        <strong>Nothing leaves this page:</strong> it can't connect to anything.
      </p>
      {children}
    </header>
  );
}
