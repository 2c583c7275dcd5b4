import type { ComponentChild, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { printable } from "../reporters/printable.ts";
import { GutterRows, Legend } from "./gutter.tsx";
import type { Classes } from "./line-classes.ts";
import type { Marked } from "./marked.ts";
import type { Answer } from "./messages.ts";
import { heightOf, ROW, rowsInView, scrollTo } from "./visible-rows.ts";

interface ViewerProps {
  readonly source: string;
  readonly lines: number;
  readonly extent: "whole" | "beginning";
  readonly classes: Classes;
  /** Another number whenever the classes have changed, or something else was read. */
  readonly version: number;
  readonly marked: Marked | null;
  /** Somebody looks at this line. */
  readonly onLine: (line: number) => void;
  readonly ask: (source: string, from: number, to: number) => void;
  /** Where answers to what was asked are to be given. */
  readonly answers: RefObject<(answer: Answer) => void>;
}

/** The text of a file, of which only the lines in view are there. */
export function Viewer(props: ViewerProps): ComponentChild {
  const { source, lines, extent, classes, version, marked, onLine, ask, answers } = props;
  const pane = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const [known, setKnown] = useState<{ readonly from: number; readonly lines: readonly string[] }>({
    from: 0,
    lines: [],
  });
  const rows = rowsInView(view.top, view.height, lines);
  const numbers = new Set(marked?.lines);

  function look(): void {
    if (pane.current !== null) setView({ top: pane.current.scrollTop, height: pane.current.clientHeight });
  }

  useEffect(() => {
    answers.current = (answer) => {
      if (answer.kind === "lines" && answer.source === source) setKnown(answer);
    };
    ask(source, rows.from, rows.to);
  }, [source, rows.from, rows.to, version, ask, answers]);

  useEffect(() => {
    if (pane.current === null || marked === null) return;
    pane.current.scrollTop = scrollTo(marked.first - 1, pane.current.clientHeight, lines);
    pane.current.focus({ preventScroll: true });
    pane.current.scrollIntoView({ block: "nearest" });
    look();
  }, [marked]);

  useEffect(look, []);

  return (
    <div class="text">
      {extent === "beginning" && <p class="faint">Only the beginning of this text is kept for display.</p>}
      <section
        ref={pane}
        class="pane lines"
        translate={false}
        aria-label={`Text of ${printable(source)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse has to be able to scroll it
        tabIndex={0}
        onScroll={look}
      >
        <div class="all" style={{ height: `${heightOf(lines)}px` }}>
          <div class="gutter" aria-hidden="true">
            <GutterRows source={source} rows={rows} classes={classes} marked={numbers} />
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what a click shows stands in the table as well */}
          <div
            class="rows texts"
            style={{ top: `${rows.top}px` }}
            onClick={({ clientY, currentTarget }) => {
              onLine(rows.from + 1 + Math.floor((clientY - currentTarget.getBoundingClientRect().top) / ROW));
            }}
          >
            {Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, at) => rows.from + at).map((line) => (
              <div key={line} class={numbers.has(line + 1) ? "row marked" : "row"} style={{ height: `${ROW}px` }}>
                {printable(known.lines[line - known.from] ?? "").replaceAll("\t", "    ")}
              </div>
            ))}
          </div>
        </div>
      </section>
      <Legend />
    </div>
  );
}
