/** The display language of a Windows whose outputs are made here. */
export type Language = "en-US" | "de-DE" | "ja-JP";

/** What a command prints in a language, as it comes out of the console: every line ends with CR LF. */
export type RawOutput = (language: Language) => string;

/** Lines of a Windows console. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\r\n`).join("");
}
