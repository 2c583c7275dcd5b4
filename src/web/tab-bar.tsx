import type { ComponentChild } from "preact";
import { useRef, useState } from "preact/hooks";
import { printable } from "../reporters/printable.ts";
import { chosenFrom, type Dropped } from "./dropped.ts";
import type { Change } from "./state.ts";
import { isEmpty, nextPaste, type Tab } from "./tabs.ts";

interface TabBarProps {
  readonly tabs: readonly Tab[];
  readonly active: number;
  readonly hasMoments: boolean;
  readonly change: (change: Change) => void;
  readonly onFiles: (dropped: Dropped) => void;
}

/** What was handed in, one tab each, and where more is. */
export function TabBar({ tabs, active, hasMoments, change, onFiles }: TabBarProps): ComponentChild {
  const tab = tabs.find(({ id }) => id === active);
  const isComparable = hasMoments || tabs.filter((one) => !isEmpty(one)).length > 1;
  const another: Change = {
    is: "added",
    inputs: [{ name: nextPaste(tabs), content: { is: "text", text: "" } }],
    notices: [],
  };
  return (
    <div class="inputs">
      <p>
        Paste or drop anywhere, or <FileButton title="Choose files…" pick={{ multiple: true }} onFiles={onFiles} />{" "}
        <FileButton title="Choose a folder…" pick={{ webkitdirectory: true }} onFiles={onFiles} />
      </p>
      <div class="tabs">
        <div role="tablist" aria-label="Handed in" onKeyDown={(event) => step(event, tabs, active, change)}>
          {tabs.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={id === active}
              tabIndex={id === active ? 0 : -1}
              onClick={() => change({ is: "opened", tab: id })}
            >
              {printable(name)}
            </button>
          ))}
        </div>
        {tab !== undefined && !isEmpty(tab) && (
          <button type="button" onClick={() => change(another)}>
            Another host
          </button>
        )}
        {isComparable && (
          <button type="button" onClick={() => change({ is: "comparing", comparing: "first" })}>
            Compare
          </button>
        )}
      </div>
      {tab !== undefined && (tabs.length > 1 || !isEmpty(tab)) && (
        <TabActions key={tab.id} {...{ tab, change, onFiles }} />
      )}
    </div>
  );
}

/** Left and right go from tab to tab, as lists of tabs do everywhere. */
function step(event: KeyboardEvent, tabs: readonly Tab[], active: number, change: TabBarProps["change"]): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const list = event.currentTarget;
  if (by === undefined || !(list instanceof HTMLElement)) return;
  const at = (tabs.findIndex(({ id }) => id === active) + by + tabs.length) % tabs.length;
  const next = tabs[at];
  if (next === undefined) return;
  event.preventDefault();
  change({ is: "opened", tab: next.id });
  list.querySelectorAll("button")[at]?.focus();
}

interface TabActionsProps extends Pick<TabBarProps, "change" | "onFiles"> {
  readonly tab: Tab;
}

/** What can be done with the tab that is looked at. */
function TabActions({ tab, change, onFiles }: TabActionsProps) {
  const [isNaming, setNaming] = useState(false);
  const { id, name, content } = tab;
  const shown = printable(name);

  function replace({ inputs, notices }: Dropped): void {
    const [by] = inputs;
    if (by === undefined || inputs.length > 1) onFiles({ inputs: [], notices });
    else change({ is: "replaced", tab: id, by });
  }

  if (isNaming) {
    return (
      <NameField
        name={name}
        onName={(wanted) => {
          if (wanted !== null) change({ is: "renamed", tab: id, name: wanted });
          setNaming(false);
        }}
      />
    );
  }
  return (
    <p class="tab-actions">
      {content.is === "text" ? (
        <button
          type="button"
          aria-label={`Clear ${shown}`}
          onClick={() => change({ is: "replaced", tab: id, by: { name, content: { is: "text", text: "" } } })}
        >
          Clear
        </button>
      ) : (
        <span class="faint">{contentSize(tab)}</span>
      )}
      <FileButton title="Replace…" label={`Replace ${shown} by a file`} pick={{}} onFiles={replace} />
      <button type="button" aria-label={`Rename ${shown}`} onClick={() => setNaming(true)}>
        Rename
      </button>
      <button type="button" aria-label={`Remove ${shown}`} onClick={() => change({ is: "removed", tab: id })}>
        Remove
      </button>
    </p>
  );
}

function NameField({ name, onName }: { readonly name: string; readonly onName: (name: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="tab-actions"
      onSubmit={(event) => {
        event.preventDefault();
        onName(field.current?.value ?? null);
      }}
    >
      <label>
        Name: <input ref={field} defaultValue={name} maxLength={120} />
      </label>
      <button type="submit">Rename</button>
      <button type="button" onClick={() => onName(null)}>
        Cancel
      </button>
    </form>
  );
}

interface FileButtonProps {
  readonly title: string;
  readonly label?: string;
  readonly pick: { readonly multiple?: boolean; readonly webkitdirectory?: boolean };
  readonly onFiles: (dropped: Dropped) => void;
}

/** A button that asks for files. */
function FileButton({ title, label, pick, onFiles }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-label={label} onClick={() => picker.current?.click()}>
        {title}
      </button>
      <input
        ref={picker}
        type="file"
        {...pick}
        hidden
        aria-label={title}
        onChange={({ currentTarget }) => {
          void chosenFrom([...(currentTarget.files ?? [])]).then(onFiles);
          currentTarget.value = "";
        }}
      />
    </>
  );
}

function contentSize({ content }: Tab): string {
  if (content.is === "folder") return content.files.length === 1 ? "1 file" : `${content.files.length} files`;
  const bytes = content.is === "file" ? content.bytes.size : 0;
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
