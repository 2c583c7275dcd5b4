import { render } from "preact";
import { App } from "./app.tsx";
import { storeOfTab } from "./kept.ts";
import type { Work } from "./reader.ts";

// The page: everything below `#page` is drawn by the application.

const place = document.getElementById("page");
if (place !== null) {
  place.replaceChildren();
  render(<App startWorker={workerFrom(scriptOf("worker"))} store={storeOfTab()} />, place);
}

/** A text that the page carries as data. */
function scriptOf(id: string): string {
  const parsed: unknown = JSON.parse(document.getElementById(id)?.textContent ?? '""');
  return typeof parsed === "string" ? parsed : "";
}

function workerFrom(script: string): () => Work {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  // The messages of a worker are of any type to the compiler; ours come from our own script.
  return () => {
    const work = new Worker(address) as unknown as Work;
    work.postMessage({ kind: "library", program: scriptOf("libarchive") });
    return work;
  };
}
