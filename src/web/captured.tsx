import type { ComponentChild, RefObject } from "preact";
import { printable } from "../reporters/printable.ts";
import type { Dropped } from "./dropped.ts";
import { Editor } from "./editor.tsx";
import type { ShownSource } from "./messages.ts";
import { Notices, PastedOver } from "./notices.tsx";
import { TabBar } from "./tab-bar.tsx";
import { isEmpty, isSourceOf, type Tab } from "./tabs.ts";
import type { Reading } from "./use-reading.ts";
import { Viewer } from "./viewer.tsx";

interface CapturedProps {
  readonly reading: Reading;
  readonly onFiles: (dropped: Dropped) => void;
  /** Goes back to what a line was followed from. */
  readonly onBack: () => void;
  readonly lineField: RefObject<HTMLInputElement | null>;
}

/** What was captured: where it is handed in, and the text with what became of its lines. */
export function Captured({ reading, onFiles, onBack, lineField }: CapturedProps): ComponentChild {
  const { state, change, classes, version, unkept } = reading;
  const { tabs, tab: active, shown, source, notices } = state;
  const marked = state.marked?.source === source ? state.marked : null;
  const tab = tabs.find(({ id }) => id === active);
  return (
    <section class="captured" aria-labelledby="captured">
      <h2 id="captured">Captured</h2>
      <TabBar tabs={tabs} active={active} hasMoments={state.hasMoments} change={change} onFiles={onFiles} />
      {tab !== undefined && (
        <TextChoice
          tab={tab}
          shown={shown}
          source={source}
          onSource={(chosen) => change({ is: "chosen", source: chosen })}
        />
      )}
      <Notices notices={notices} onDismiss={() => change({ is: "said", notices: [] })} />
      {state.offer !== null && <PastedOver offer={state.offer} onAnswer={(as) => change({ is: "settled", as })} />}
      {tabs.map(({ id, name, content }) => {
        if (content.is !== "text") return null;
        const isOpen = id === active && source === name;
        return (
          <Editor
            key={id}
            name={name}
            text={content.text}
            hidden={!isOpen}
            classes={classes}
            version={version}
            marked={isOpen ? marked : null}
            onLine={(line) => change({ is: "looked", at: { source: name, line } })}
            onText={(typed) => change({ is: "typed", tab: id, ...typed })}
          />
        );
      })}
      {(tab?.content.is !== "text" || source !== tab.name) && <FileText key={source} reading={reading} />}
      {!tabs.every(isEmpty) && (
        <LineForm
          field={lineField}
          onLine={(line) => change({ is: "marked", place: { source, line } })}
          {...(marked !== null && { onBack })}
        />
      )}
      <Kept tabs={tabs} unkept={unkept} onClear={() => change({ is: "cleared" })} />
    </section>
  );
}

interface TextChoiceProps {
  readonly tab: Tab;
  readonly shown: readonly ShownSource[];
  readonly source: string;
  readonly onSource: (source: string) => void;
}

/** The choice of the text that is shown, where a tab holds several. */
function TextChoice({ tab, shown, source, onSource }: TextChoiceProps) {
  const inside = shown.filter(({ name }) => name !== tab.name && isSourceOf(tab, name));
  const own = tab.content.is === "text" ? [{ name: tab.name, title: "pasted text" }] : [];
  const all = [...own, ...inside.map(({ name }) => ({ name, title: printable(name.slice(tab.name.length + 1)) }))];
  if (all.length < 2) return null;
  return (
    <label class="choice">
      Text shown:{" "}
      <select value={source} onChange={({ currentTarget }) => onSource(currentTarget.value)}>
        {all.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The text of what was dropped, in place of the editor, which keeps its own. */
function FileText({ reading: { state, change, classes, version, reader, lines } }: Pick<CapturedProps, "reading">) {
  const { source, marked } = state;
  const shown = state.shown.find(({ name }) => name === source);
  return (
    <Viewer
      source={source}
      lines={shown?.lines ?? 0}
      extent={shown?.extent ?? "whole"}
      classes={classes}
      version={version}
      marked={marked?.source === source ? marked : null}
      onLine={(line) => change({ is: "looked", at: { source, line } })}
      ask={reader.showLines}
      answers={lines}
    />
  );
}

interface LineFormProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onLine: (line: number) => void;
  /** Where a line was followed from somewhere. */
  readonly onBack?: () => void;
}

/** Goes to a line by its number, and back. */
function LineForm({ field, onLine, onBack }: LineFormProps) {
  return (
    <form
      class="tab-actions"
      onSubmit={(event) => {
        event.preventDefault();
        const line = field.current?.valueAsNumber ?? 0;
        if (line >= 1) onLine(line);
      }}
    >
      <label>
        Line <input ref={field} type="number" min="1" class="line" />
      </label>
      <button type="submit">Go to it</button>
      {onBack !== undefined && (
        <button type="button" onClick={onBack}>
          Back to the finding
        </button>
      )}
    </form>
  );
}

interface KeptProps {
  readonly tabs: readonly Tab[];
  readonly unkept: readonly string[];
  readonly onClear: () => void;
}

/** What a reload keeps, and the button that forgets it all. */
function Kept({ tabs, unkept, onClear }: KeptProps) {
  if (tabs.every(isEmpty)) return null;
  const but = unkept.length === 0 ? "" : ` but for ${unkept.map(printable).join(", ")}`;
  return (
    <p class="kept faint">
      A reload keeps this{but}; closing this tab of the browser forgets it.{" "}
      <button type="button" onClick={onClear}>
        Clear all
      </button>
    </p>
  );
}
