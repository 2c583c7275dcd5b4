import type { ComponentChild } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { printable } from "../reporters/printable.ts";
import { GutterRows, Legend } from "./gutter.tsx";
import type { Classes } from "./line-classes.ts";
import type { Marked } from "./marked.ts";
import type { Typed } from "./offer.ts";
import { rowsInView, scrollTo } from "./visible-rows.ts";

interface EditorProps {
  readonly name: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly classes: Classes;
  /** Another number whenever the classes have changed. */
  readonly version: number;
  readonly marked: Marked | null;
  /** Somebody looks at this line. */
  readonly onLine: (line: number) => void;
  readonly onText: (typed: Omit<Typed, "tab">) => void;
}

/** What is about to happen to the text, as the browser says before it does. */
interface Begun {
  readonly how: Typed["how"];
  readonly pastedAt: number | null;
}

/** The text that is typed and pasted, with what became of its lines beside it. */
export function Editor({ name, text, hidden, classes, marked, onLine, onText }: EditorProps): ComponentChild {
  const area = useRef<HTMLTextAreaElement>(null);
  const begun = useRef<Begun>({ how: "edited", pastedAt: null });
  const [view, setView] = useState({ top: 0, height: 400 });
  const count = useMemo(() => countOf(text), [text]);
  const lines = new Set(marked?.lines);
  const rows = rowsInView(view.top, view.height, count);

  function look(): void {
    if (area.current !== null) setView({ top: area.current.scrollTop, height: area.current.clientHeight });
  }

  useEffect(() => {
    if (area.current !== null && marked !== null) select(area.current, marked);
  }, [marked]);

  useEffect(() => {
    if (area.current === null) return;
    const watch = new ResizeObserver(look);
    watch.observe(area.current);
    return () => watch.disconnect();
  }, []);

  return (
    <div class="text" hidden={hidden}>
      <div class="pane" translate={false}>
        <div class="gutter" aria-hidden="true">
          <div class="moved" style={{ transform: `translateY(${-view.top}px)` }}>
            <GutterRows source={name} rows={rows} classes={classes} marked={lines} />
          </div>
        </div>
        <textarea
          ref={area}
          aria-label={hidden ? printable(name) : "Captured text"}
          placeholder={"C:\\>netsh int tcp show global\n…\nC:\\>netstat -nato\n…"}
          value={text}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onScroll={look}
          onClick={({ currentTarget }) => onLine(lineAtCaret(currentTarget))}
          onKeyUp={({ currentTarget }) => onLine(lineAtCaret(currentTarget))}
          onBeforeInput={({ currentTarget: { selectionStart, selectionEnd, value }, inputType }) => {
            const isAll = value !== "" && selectionStart === 0 && selectionEnd === value.length;
            const isPasted = inputType === "insertFromPaste" || inputType === "insertFromDrop";
            begun.current = { how: isAll ? "overwritten" : "edited", pastedAt: isPasted ? selectionStart : null };
          }}
          onInput={({ currentTarget: { value, selectionEnd } }) => {
            const { how, pastedAt } = begun.current;
            look();
            onText({ text: value, how, inserted: pastedAt === null ? "" : value.slice(pastedAt, selectionEnd) });
          }}
        />
      </div>
      <Legend />
    </div>
  );
}

function lineAtCaret({ value, selectionStart }: HTMLTextAreaElement): number {
  return countOf(value.slice(0, selectionStart));
}

function countOf(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Selects the line that was asked for and those that follow it at once, and brings them into view. */
function select(area: HTMLTextAreaElement, { first, lines }: Marked): void {
  const wanted = new Set(lines);
  let last = first;
  while (wanted.has(last + 1)) last += 1;
  area.focus({ preventScroll: true });
  area.setSelectionRange(startOf(area.value, first), Math.max(0, startOf(area.value, last + 1) - 1));
  area.scrollTop = scrollTo(first - 1, area.clientHeight, countOf(area.value));
  area.scrollIntoView({ block: "nearest" });
}

/** Where a line begins; behind the last one that is one behind the end. */
function startOf(text: string, line: number): number {
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length + 1;
    at = end + 1;
  }
  return at;
}
