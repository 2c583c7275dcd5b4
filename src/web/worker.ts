import type { Comparison } from "../index.ts";
import { allExplanations } from "../reporters/html/explanations.ts";
import { compared, shownOf } from "./comparing.ts";
import { keepLibarchive } from "./libarchive-in-page.ts";
import type { Answer, Download, Request } from "./messages.ts";
import { type Read, read } from "./reading.ts";
import { comparisonRendered, rendered } from "./renderings.ts";
import { rowsFound } from "./rows.ts";
import { linesOf } from "./texts.ts";

// The work beside the page: it reads, and answers for what it read last. One request after the other.

/** What is used of the scope of a worker; the compiler knows only that of a page, which differs in `postMessage`. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = self as unknown as WorkerScope; // see above
const say = (answer: Answer) => scope.postMessage(answer);

let last: Read | undefined;
let lastCompared: Comparison | undefined;
let isExplained = false;
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue.then(() => answer(data)).catch((error: unknown) => say({ kind: "failed", message: messageOf(error) }));
};

async function answer(request: Request): Promise<void> {
  if (request.kind === "library") return keepLibarchive(request.program);
  if (request.kind === "read") {
    // Once, before the first report: what there is to explain does not depend on what is read.
    if (!isExplained) say({ kind: "explanations", explanations: allExplanations() });
    isExplained = true;
    last = await read(request.inputs, request.options, say);
    return;
  }
  if (last === undefined) return;
  if (request.kind === "lines") {
    const { source, from, to } = request;
    say({ kind: "lines", source, from, lines: linesOf(last.texts, source, from, to) });
  } else if (request.kind === "rows") {
    say({ kind: "rows", found: rowsFound(last.rows, request.asked) });
  } else if (request.kind === "compare") {
    lastCompared = await compared(request.asked);
    say({ kind: "compared", id: request.id, compared: shownOf(lastCompared) });
  } else {
    say({ kind: "rendered", id: request.id, file: await fileOf(request.download, last) });
  }
}

function fileOf(download: Download, read: Read): Promise<Blob> {
  if (download.format === "csv" || download.of === undefined) return rendered(download, read);
  if (lastCompared === undefined) throw new Error("Nothing was compared.");
  return comparisonRendered(download.format, lastCompared);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
