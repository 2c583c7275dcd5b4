import { unpackedFrom } from "./packed.ts";

// What the page runs first: it unpacks the program and puts it into the page, whose policy knows the hash of it.

void open();

async function open(): Promise<void> {
  const script = document.createElement("script");
  script.textContent = new TextDecoder().decode(await unpackedFrom("program"));
  document.body.append(script);
}
