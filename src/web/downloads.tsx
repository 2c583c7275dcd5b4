import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { type Report, tableNames } from "../report/index.ts";
import type { Download } from "./messages.ts";
import { useHandingOut } from "./use-handing-out.ts";

interface DownloadsProps {
  /** Null while there is nothing to hand out. */
  readonly report: Report | null;
  readonly render: (download: Download) => Promise<Blob>;
  readonly onFault: (notice: string) => void;
}

const FORMATS: readonly { readonly download: Download; readonly title: string; readonly file: string }[] = [
  { download: { format: "html" }, title: "HTML", file: "chimneysweep.html" },
  { download: { format: "json" }, title: "JSON", file: "report.json" },
  ...tableNames.map((table) => ({
    download: { format: "csv", table } as const,
    title: `CSV: ${table}`,
    file: `${table}.csv`,
  })),
];

/** What can be taken away: the report for a ticket, and as files. */
export function Downloads({ report, render, onFault }: DownloadsProps): ComponentChild {
  const [chosen, setChosen] = useState(0);
  const { said, copy, save } = useHandingOut(onFault);
  const { download, file: plain } = FORMATS[chosen] ?? { download: { format: "json" }, file: "report.json" };

  const file = `${hostPrefix(report)}${plain}`;

  return (
    <div class="downloads">
      <button
        type="button"
        disabled={report === null}
        onClick={() => copy(render({ format: "markdown" }).then((blob) => blob.text()))}
      >
        Copy as Markdown
      </button>
      <label>
        File:{" "}
        <select value={String(chosen)} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
          {FORMATS.map(({ title }, at) => (
            <option key={title} value={String(at)}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={report === null} onClick={() => save(render(download), file)}>
        Download
      </button>
      <span role="status">{report === null ? "" : said}</span>
    </div>
  );
}

/** The only host, as it may stand in the name of a file; nothing where there are several or it has no name. */
function hostPrefix(report: Report | null): string {
  const [first, ...others] = report?.hosts ?? [];
  if (first === undefined || first.host === null || others.length > 0) return "";
  return `${first.host.slice(0, LONGEST_NAME).replace(/[^\w-]/g, "_")}-`;
}

const LONGEST_NAME = 60;
