import { useState } from "preact/hooks";
import { copyText, saveFile } from "./handing-out.ts";

/** What is copied and saved, and what is said of it. */
export interface HandingOut {
  /** That it was done; nothing until something was. */
  readonly said: string;
  readonly copy: (text: string | Promise<string>) => Promise<void>;
  readonly save: (bytes: Promise<Blob>, file: string) => Promise<void>;
}

/** Hands text and files to the browser; `onFault` hears why that did not work. */
export function useHandingOut(onFault: (notice: string) => void): HandingOut {
  const [said, setSaid] = useState("");

  async function attempt(what: () => Promise<string>): Promise<void> {
    try {
      setSaid(await what());
    } catch (error) {
      onFault(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return {
    said,
    copy: (text) =>
      attempt(async () => {
        await copyText(await text);
        return "Copied.";
      }),
    save: (bytes, file) =>
      attempt(async () => {
        saveFile(await bytes, file);
        return `${file} was handed to the browser.`;
      }),
  };
}
