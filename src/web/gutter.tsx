import type { ComponentChild } from "preact";
import { lineClasses } from "../../grammar/contract/grammar.ts";
import { type Classes, classAt, classMarks } from "./line-classes.ts";
import { ROW, type Rows } from "./visible-rows.ts";

interface GutterProps {
  readonly source: string;
  readonly rows: Rows;
  readonly classes: Classes;
  readonly marked: ReadonlySet<number>;
}

/** The numbers of the lines in view, each with the letter and the colour of its class. */
export function GutterRows({ source, rows, classes, marked }: GutterProps): ComponentChild {
  const numbers = Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, at) => rows.from + at);
  return (
    <div class="rows" style={{ top: `${rows.top}px` }}>
      {numbers.map((line) => {
        const known = classAt(classes, source, line);
        return (
          <div key={line} class={rowClass(known, marked.has(line + 1))} style={{ height: `${ROW}px` }}>
            <span class="number">{line + 1}</span>
            <span class="letter">{known === undefined ? "" : classMarks[known].letter}</span>
          </div>
        );
      })}
    </div>
  );
}

/** What the letters and colours mean. */
export function Legend(): ComponentChild {
  return (
    <details class="letters">
      <summary>What the letters beside the lines mean</summary>
      <dl>
        {lineClasses
          .filter((lineClass) => lineClass !== "blank")
          .map((lineClass) => (
            <div key={lineClass}>
              <dt class={`letter ${lineClass}`}>{classMarks[lineClass].letter}</dt>
              <dd>{classMarks[lineClass].name}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

function rowClass(lineClass: string | undefined, isMarked: boolean): string {
  return ["row", lineClass, isMarked ? "marked" : undefined].filter((name) => name !== undefined).join(" ");
}
