import type { ComponentChild } from "preact";
import type { Report, ReportPlace } from "../report/index.ts";
import { PlaceAction, ReportView } from "../reporters/html/parts.ts";
import { printable } from "../reporters/printable.ts";

interface ResultsProps {
  readonly report: Report | null;
  /** Names of what was pasted: whoever pastes sees by the lines what became of it. */
  readonly pasted: ReadonlySet<string>;
  /** What goes to a line; null where its text is not there. */
  readonly goTo: (place: ReportPlace) => (() => void) | null;
}

/** What the captures say: the same report as in a file, with its lines to be shown in the text. */
export function Results({ report, pasted, goTo }: ResultsProps): ComponentChild {
  if (report === null) return null;
  return (
    <PlaceAction.Provider value={goTo}>
      <Unread report={report} pasted={pasted} />
      <ReportView report={report} />
    </PlaceAction.Provider>
  );
}

/** What could not be read stands first: it may be what somebody is looking for. */
function Unread({ report: { sources }, pasted }: Pick<ResultsProps, "pasted"> & { readonly report: Report }) {
  const unread = sources.filter((source) => !pasted.has(source.name) && isUnread(source));
  if (unread.length === 0) return null;
  return (
    <section class="unread" aria-labelledby="unread">
      <h2 id="unread">Not read, or not to the end</h2>
      <ul>
        {unread.map(({ name, reason }) => (
          <li key={name}>
            <span class="name">{printable(name)}</span>: {printable(reason ?? "could not be read")}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Failed, read in part, or an archive of which nothing was read though nobody passed it over by its name. */
function isUnread({ status, name, reason }: Report["sources"][number]): boolean {
  return (
    status === "failed" || status === "partial" || (status === "skipped" && !name.includes("!") && reason !== null)
  );
}
