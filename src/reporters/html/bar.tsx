import type { ComponentChild, ComponentChildren } from "preact";
import type { Finding } from "../../report/index.ts";
import { counted } from "../figures.ts";

/** How findings are marked, the worst first, in the words of counts. */
const marks = [
  { mark: "error", one: "error", many: "errors" },
  { mark: "warning", one: "warning", many: "warnings" },
  { mark: "info", one: "info", many: "infos" },
  { mark: "review", one: "to review", many: "to review" },
] as const;

/** One line of the contents. */
export interface Entry {
  readonly id: string;
  readonly title: string;
}

interface BarProps {
  readonly findings: readonly Finding[];
  readonly contents: readonly Entry[];
  /** What the page is about, at a glance. */
  readonly children: ComponentChildren;
}

/** Stays in sight: the answer, how many findings there are (each mark shows or hides its own), and the way to each part. */
export function Bar({ findings, contents, children }: BarProps): ComponentChild {
  return (
    <div class="bar">
      {children}
      <Counts findings={findings} />
      {contents.length > 1 && (
        <details class="contents">
          <summary>Contents</summary>
          <ol>
            {contents.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Counts({ findings }: Pick<BarProps, "findings">) {
  const counts = marks.map((of) => ({
    ...of,
    count: findings.filter((finding) => markOf(finding) === of.mark).length,
  }));
  const present = counts.filter(({ count }) => count > 0);
  if (present.length === 0) return null;
  return (
    <fieldset class="counts">
      <legend>Findings shown</legend>
      {present.map(({ mark, one, many, count }) => (
        <label key={mark} class={`mark ${mark}`}>
          <input type="checkbox" id={`show-${mark}`} defaultChecked /> {counted(count, one, many)}
        </label>
      ))}
    </fieldset>
  );
}

/** The mark of a finding that stands by itself; none of what passed or was not asked. */
export function markOf({ kind, severity }: Pick<Finding, "kind" | "severity">): (typeof marks)[number]["mark"] | null {
  if (kind === "review") return "review";
  return kind === "fail" ? severity : null;
}
