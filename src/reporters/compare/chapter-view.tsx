import { type ComponentChild, Fragment } from "preact";
import type { Timeline } from "../../compare/index.ts";
import {
  ChartView,
  Explain,
  Explained,
  RuleName,
  Table,
  timeline as timelineChart,
  VerdictBadge,
} from "../html/parts.ts";
import { printable } from "../printable.ts";
import type { Chapter, Part, PartTable } from "./part.ts";

/** The chapters of a comparison as markup, with the panels of what is explained in them. */
export function ComparedView({ chapters }: { readonly chapters: readonly Chapter[] }): ComponentChild {
  return (
    <>
      {chapters.map((chapter, at) => (
        <ChapterView key={`${chapter.title} ${at}`} chapter={chapter} id={`compared-${at}`} />
      ))}
      <Explained names={explainedNames(chapters)} />
    </>
  );
}

/** What a comparison explains: verdicts, settings, the words of its shares, and the rules that say something else. */
export function explainedNames(chapters: readonly Chapter[]): readonly string[] {
  const parts = chapters.flatMap((chapter) => chapter.parts);
  const names = parts.flatMap(({ verdicts = [], items = [], table }) => [
    ...verdicts,
    ...items.map(({ name }) => name),
    ...(table?.explained.values() ?? []),
  ]);
  return [...new Set(names)];
}

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
  const { title, verdicts = [], sentences, items = [], table } = part;
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      {verdicts.length > 0 && <Verdicts codes={verdicts} />}
      {sentences.map((sentence) => (
        <p key={sentence}>{printable(sentence)}</p>
      ))}
      {items.length > 0 && (
        <ul>
          {items.map(({ mark, text, name, remark }) => (
            <li key={name + text}>
              <strong>{mark}</strong>: {printable(text)} <RuleName rule={name} />
              {remark !== "" && <p class="faint">{printable(remark)}</p>}
            </li>
          ))}
        </ul>
      )}
      {table !== undefined && <PartTableView table={table} caption={caption} />}
    </>
  );
}

/** From one verdict to the other, at a glance. */
function Verdicts({ codes }: { readonly codes: readonly string[] }) {
  return (
    <p class="answer">
      {codes.map((code, at) => (
        <Fragment key={code}>
          {at > 0 && " → "}
          <Explain name={code}>
            <VerdictBadge code={code} />
          </Explain>
        </Fragment>
      ))}
    </p>
  );
}

function PartTableView({
  table: { heading, rows, align, explained },
  caption,
}: {
  readonly table: PartTable;
  readonly caption: string;
}) {
  const worded = (text: string) => {
    const name = explained.get(text);
    if (name === undefined) return printable(text);
    return (
      <Explain key={text} name={name}>
        {printable(text)}
      </Explain>
    );
  };
  return (
    <Table
      caption={caption}
      heading={heading.map(worded)}
      rows={rows.map(([first = "", ...others]) => [worded(first), ...others.map(printable)])}
      align={align}
    />
  );
}

function chartOf({ points }: Timeline) {
  const moments = points.map(({ time, phase, line, ratio }) => ({ label: time ?? phase ?? `line ${line}`, ratio }));
  return timelineChart(moments, "Share of offloaded connections, table by table");
}
