import { type Origin, type TestBundle, type TextFile, textFile } from "./bundle.ts";
import type { Encoding } from "./encode.ts";

/** Makes the bundle of a collector on a computer. */
export type Layout = (origin: Origin) => TestBundle;

/** What can become of a bundle between the collector and us; each makes a new bundle. */
export const variants = {
  /** Text files were opened and saved again in another encoding. */
  savedAs: (bundle: TestBundle, encoding: Encoding): TestBundle => ({
    ...bundle,
    files: bundle.files.map((file) => ("text" in file ? { ...file, encoding } : file)),
  }),
  /** The file ends right behind a text in it, as when the disk was full. */
  truncated: (bundle: TestBundle, path: string, behind: string): TestBundle =>
    changed(bundle, path, (text) => text.slice(0, found(text, behind, path) + behind.length)),
  /** Where a capture was expected, something else was printed, usually an error. */
  replaced: (bundle: TestBundle, path: string, capture: string, by: string): TestBundle =>
    changed(bundle, path, (text) => {
      const at = found(text, capture, path);
      return text.slice(0, at) + by + text.slice(at + capture.length);
    }),
  /** A file was put in from elsewhere. */
  withFile: (bundle: TestBundle, file: TextFile): TestBundle => ({ ...bundle, files: [...bundle.files, file] }),
  /** Files of several hosts in one folder, as packs of clusters have them; those of the run itself are there once. */
  together: (name: string, ...bundles: readonly TestBundle[]): TestBundle => {
    const files = new Map(
      bundles.flatMap((bundle) => bundle.files.map((file) => [file.path, file] as const)).toReversed(),
    );
    return { name, files: [...files.values()].toReversed() };
  },
};

/** Names of computers that make trouble: with the signs that stand between the parts of file names, and a long one. */
export const oddHosts = ["2022-FDC1-F", "SRV_01", "FIFTEEN-LETTERS", "S"] as const;

function changed(bundle: TestBundle, path: string, change: (text: string) => string): TestBundle {
  const file = textFile(bundle, path);
  const files = bundle.files.map((other) => (other === file ? { ...file, text: change(file.text) } : other));
  return { ...bundle, files };
}

function found(text: string, part: string, path: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${path} does not hold ${JSON.stringify(part)}.`);
  return at;
}
