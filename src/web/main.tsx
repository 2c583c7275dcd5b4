import { render } from "preact";
import { App } from "./app.tsx";
import { storeOfTab } from "./kept.ts";
import { packedIn, unpackedFrom } from "./packed.ts";
import type { Work } from "./reader.ts";

// The page: everything below `#page` is drawn by the application.

const place = document.getElementById("page");
if (place !== null) void draw(place);

async function draw(place: HTMLElement): Promise<void> {
  const startWorker = workerFrom(await unpackedFrom("worker"));
  place.replaceChildren();
  render(<App startWorker={startWorker} store={storeOfTab()} />, place);
}

function workerFrom(script: ArrayBuffer): () => Work {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  // The messages of a worker are of any type to the compiler; ours come from our own script.
  return () => {
    const work = new Worker(address) as unknown as Work;
    work.postMessage({ kind: "library", program: packedIn("libarchive") });
    return work;
  };
}
