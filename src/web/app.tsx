import type { ComponentChild } from "preact";
import { useCallback } from "preact/hooks";
import type { ReportPlace } from "../report/index.ts";
import { Captured } from "./captured.tsx";
import { Downloads } from "./downloads.tsx";
import { type Dropped, droppedFrom, readable } from "./dropped.ts";
import { isTooLongToEdit } from "./inputs.ts";
import type { Work } from "./reader.ts";
import { Results } from "./results.tsx";
import { Status } from "./status.tsx";
import { useReading } from "./use-reading.ts";

interface AppProps {
  readonly startWorker: () => Work;
}

/** The whole page: what was captured on the left, what it says on the right. */
export function App({ startWorker }: AppProps): ComponentChild {
  const reading = useReading(startWorker);
  const { state, change, reader } = reading;
  const { report, work } = state;
  const show = useCallback((place: ReportPlace) => change({ is: "marked", place }), [change]);

  async function add(dropped: Dropped): Promise<void> {
    change({ is: "added", ...(await readable(dropped)) });
  }

  function addLong(text: string): void {
    const millions = (text.length / 1_000_000).toFixed(1);
    const notice = `The text is long (${millions} million characters): it is kept beside the editor, and shown there.`;
    change({ is: "added", inputs: [{ name: "long-paste", bytes: new Blob([text]) }], notices: [notice] });
  }

  /** Files come from anywhere; text goes where it is dropped, unless it is too long for that. */
  function drop(event: DragEvent): void {
    const items = [...(event.dataTransfer?.items ?? [])];
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    const hasFiles = items.some(({ kind }) => kind === "file");
    if (hasFiles || isTooLongToEdit(text)) event.preventDefault();
    if (hasFiles) void add(droppedFrom(items));
    else if (isTooLongToEdit(text)) addLong(text);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere; the button does the same
    <div class="page" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Top />
      <main>
        <Captured reading={reading} onFiles={(dropped) => void add(dropped)} onLong={addLong} />
        <section class="said" aria-labelledby="said">
          <h2 id="said">What it says</h2>
          <Status work={work} report={report} />
          <Downloads
            report={work.is === "done" ? report : null}
            render={reader.render}
            onFault={(notice) => change({ is: "said", notices: [notice] })}
          />
          <Results report={report} onPlace={show} />
        </section>
      </main>
    </div>
  );
}

function Top() {
  return (
    <header class="top">
      <h1>chimneysweep</h1>
      <p>
        Says which TCP connections Windows offloads to the network adapter, how many, and why not.{" "}
        <strong>Nothing leaves this page:</strong> it can't connect to anything.
      </p>
    </header>
  );
}
