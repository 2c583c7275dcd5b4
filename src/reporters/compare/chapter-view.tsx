import type { ComponentChild } from "preact";
import type { Timeline } from "../../compare/index.ts";
import { ChartView, Table, timeline as timelineChart } from "../html/parts.ts";
import { printable } from "../printable.ts";
import type { Chapter, Part } from "./part.ts";

interface ChapterProps {
  readonly chapter: Chapter;
  /** An id that no other chapter has. */
  readonly id: string;
}

/** A chapter of a comparison as markup. */
export function ChapterView({ chapter: { title, parts, timeline }, id }: ChapterProps): ComponentChild {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{printable(title)}</h2>
      {parts.map((part, at) => (
        <PartView key={part.title ?? at} part={part} caption={part.title ?? captionOf(parts, at)} />
      ))}
      {timeline !== null && <ChartView chart={chartOf(timeline)} id={`${id}-timeline`} />}
    </section>
  );
}

/** A table without a title of its own goes on with what stands above it. */
function captionOf(parts: readonly Part[], at: number): string {
  return `${parts[at - 1]?.title ?? "What is compared"}, one by one`;
}

function PartView({ part, caption }: { readonly part: Part; readonly caption: string }) {
  const { title, sentences, items = [], table } = part;
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      {sentences.map((sentence) => (
        <p key={sentence}>{printable(sentence)}</p>
      ))}
      {items.length > 0 && (
        <ul>
          {items.map(({ mark, text, name, remark }) => (
            <li key={name + text}>
              <strong>{mark}</strong>: {printable(text)} <code>{printable(name)}</code>
              {remark !== "" && <p class="faint">{printable(remark)}</p>}
            </li>
          ))}
        </ul>
      )}
      {table !== undefined && (
        <Table
          caption={caption}
          heading={table.heading}
          rows={table.rows.map((row) => row.map(printable))}
          align={table.align}
        />
      )}
    </>
  );
}

function chartOf({ points }: Timeline) {
  const moments = points.map(({ time, phase, line, ratio }) => ({ label: time ?? phase ?? `line ${line}`, ratio }));
  return timelineChart(moments, "Share of offloaded connections, table by table");
}
