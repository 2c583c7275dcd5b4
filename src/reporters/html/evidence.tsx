import { type ComponentChild, Fragment } from "preact";
import type { EvidencePlace, Excerpt } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { printable } from "../printable.ts";
import { Place } from "./place.tsx";
import { untranslated } from "./untranslated.ts";

/** Lines cited in one place; JSON has them all. */
const MOST_CITED = 12;

/** Lines shown around a cited one. */
const AROUND = 2;

interface EvidenceProps {
  readonly places: readonly EvidencePlace[];
  readonly excerpts: readonly Excerpt[];
}

interface ShownLine {
  readonly line: number;
  readonly text: string;
  readonly isCited: boolean;
}

/** The lines that something rests on, marked, among the lines around them as far as the report holds those. */
export function Evidence({ places, excerpts }: EvidenceProps): ComponentChild {
  const shown = places.slice(0, MOST_CITED);
  const sources = [...new Set(shown.map(({ source }) => source))];
  const more = places.length - shown.length;
  return (
    <>
      {sources.map((source) => (
        <SourceLines
          key={source}
          places={shown.filter((place) => place.source === source)}
          excerpt={excerpts.find((excerpt) => excerpt.source === source)}
        />
      ))}
      {more > 0 && <p class="faint">and {counted(more, "more line")}</p>}
    </>
  );
}

function SourceLines({ places, excerpt }: { places: readonly EvidencePlace[]; excerpt: Excerpt | undefined }) {
  const [first] = places;
  if (first === undefined) return null;
  const lines = linesAround(places, excerpt);
  return (
    <figure class="evidence">
      <figcaption>
        <Place place={first} />
      </figcaption>
      <ol {...untranslated}>
        {lines.map(({ line, text, isCited }, at) => (
          <Fragment key={line}>
            {at > 0 && line > (lines[at - 1]?.line ?? 0) + 1 && <li class="gap">…</li>}
            <li class={isCited ? "cited" : undefined}>
              <span class="number">{line}</span>
              <code>{isCited ? <mark>{codeText(text)}</mark> : codeText(text)}</code>
            </li>
          </Fragment>
        ))}
      </ol>
    </figure>
  );
}

function linesAround(places: readonly EvidencePlace[], excerpt: Excerpt | undefined): readonly ShownLine[] {
  const cited = new Map(places.map(({ line, text }) => [line, text]));
  const isNear = (line: number) => places.some((place) => Math.abs(place.line - line) <= AROUND);
  const around = excerpt?.lines.filter(({ line }) => !cited.has(line) && isNear(line)) ?? [];
  return [
    ...[...cited].map(([line, text]) => ({ line, text, isCited: true })),
    ...around.map(({ line, text }) => ({ line, text, isCited: false })),
  ].sort((a, b) => a.line - b.line);
}

/** A line as it can be shown: columns stand as where it was printed, and an empty line still has its height. */
function codeText(text: string): string {
  return printable(withBlanks(text.trimEnd())) || " ";
}

/** Columns from one stop of a console to the next. */
const STOP = 8;

/** Each tab as the blanks up to its stop. */
function withBlanks(text: string): string {
  const [first = "", ...rest] = text.split("\t");
  return rest.reduce((line, part) => line + " ".repeat(STOP - (line.length % STOP)) + part, first);
}
