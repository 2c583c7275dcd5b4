import type { Compared, ComparisonAsked } from "./comparing.ts";
import type { Input } from "./inputs.ts";
import type { Answer, Download, Request } from "./messages.ts";
import type { ReadingOptions } from "./reading-options.ts";
import type { RowsAsked } from "./rows.ts";

/** The way of the page to the worker that reads for it. */
export interface Reader {
  /** Reads these inputs and none of those before; what is under way is given up. */
  readonly read: (inputs: readonly Input[], options: ReadingOptions) => void;
  /** Reads nothing more: what is under way is of no use. */
  readonly giveUp: () => void;
  /** Asks for lines of a source that was read; they come as an answer. */
  readonly showLines: (source: string, from: number, to: number) => void;
  /** Asks for rows of the connections that were read; they come as an answer. */
  readonly showRows: (asked: RowsAsked) => void;
  /** The file of a format, of what was read last. Rejects when something else is read meanwhile. */
  readonly render: (download: Download) => Promise<Blob>;
  /** Compares inputs with others. Rejects as `render` does. */
  readonly compare: (asked: ComparisonAsked) => Promise<Compared>;
}

/** The part of a worker that is used here. */
export interface Work {
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault(): void }) => void) | null;
  postMessage(request: Request): void;
  terminate(): void;
}

/** An answer to one question, by its number. */
type Reply = Extract<Answer, { readonly id: number }>;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

const GIVEN_UP = "Something else is being read; try again once it is done.";

/** Starts a worker when there is something to read, and another one where that one is busy or has failed. */
export function readerWith(start: () => Work, listen: (answer: Answer) => void): Reader {
  const waiting = new Map<number, Waiting>();
  let work: Work | undefined;
  let state: "idle" | "reading" = "idle";
  let ids = 0;

  function stop(message: string): void {
    work?.terminate();
    work = undefined;
    state = "idle";
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  }

  function started(): Work {
    const begun = start();
    begun.onmessage = ({ data }) => {
      if (work === begun) hear(data);
    };
    begun.onerror = (event) => {
      event.preventDefault();
      if (work === begun) hear({ kind: "failed", message: event.message ?? "the browser ended it" });
    };
    return begun;
  }

  function hear(answer: Answer): void {
    if ("id" in answer) {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
      return;
    }
    if (answer.kind === "report") state = "idle";
    if (answer.kind === "failed") stop(answer.message);
    listen(answer);
  }

  function ask(request: (id: number) => Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (work === undefined) return reject(new Error("Nothing was read."));
      ids += 1;
      waiting.set(ids, { resolve, reject });
      work.postMessage(request(ids));
    });
  }

  return {
    read(inputs, options) {
      if (state === "reading" || waiting.size > 0) stop(GIVEN_UP);
      work ??= started();
      state = "reading";
      work.postMessage({ kind: "read", inputs, options });
    },
    giveUp() {
      if (state === "reading") stop(GIVEN_UP);
    },
    showLines: (source, from, to) => work?.postMessage({ kind: "lines", source, from, to }),
    showRows: (asked) => work?.postMessage({ kind: "rows", asked }),
    async render(download) {
      const reply = await ask((id) => ({ kind: "render", id, download }));
      if (reply.kind !== "rendered") throw new Error("The answer is to another question.");
      return reply.file;
    },
    async compare(asked) {
      const reply = await ask((id) => ({ kind: "compare", id, asked }));
      if (reply.kind !== "compared") throw new Error("The answer is to another question.");
      return reply.compared;
    },
  };
}
