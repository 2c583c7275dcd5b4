import type { PageDecoder } from "./code-pages.ts";
import type { Extract } from "./extracts.ts";
import type { DecodedRun } from "./notices.ts";
import { strictText, tolerantText } from "./unicode.ts";

/** The code page for lines that are not UTF-8. */
export interface CodePage {
  readonly name: string;
  readonly decode: PageDecoder;
  /** Why it was taken, when it was guessed. */
  readonly reason?: string;
}

/** The text of an extract. The code page is used for legacy extracts only, and those can't do without one. */
export function passageOf(extract: Extract, page: CodePage | undefined): DecodedRun {
  if (extract.layout !== "bytes") return wide(extract, extract.layout);
  const { class: kind, bytes } = extract;
  const common = { bytes: bytes.length, width: "single-byte", ending: "whole" } as const;
  if (kind === "legacy" && page !== undefined) {
    const text = page.decode(bytes);
    const fidelity = text.includes("\ufffd") ? "lossy" : "exact";
    return {
      ...common,
      text,
      encoding: page.name,
      fidelity,
      ...(page.reason === undefined ? {} : { guess: page.reason }),
    };
  }
  const text = extract.text ?? tolerantText(bytes, "utf-8");
  const fidelity = kind === "damaged-utf-8" || kind === "legacy" ? "lossy" : "exact";
  return { ...common, text, encoding: kind === "ascii" ? "ascii" : "utf-8", fidelity };
}

function wide({ bytes, text }: Extract, layout: "utf-16le" | "utf-16be"): DecodedRun {
  const half = bytes.length % 2;
  const units = bytes.subarray(0, bytes.length - half);
  const exact = text ?? strictText(units, layout);
  return {
    text: withoutMark(exact ?? tolerantText(units, layout)),
    bytes: bytes.length,
    encoding: layout,
    width: "UTF-16",
    fidelity: exact === undefined ? "lossy" : "exact",
    ending: half === 0 ? "whole" : "half unit",
  };
}

/** A run may begin with its mark in the middle of a line. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
