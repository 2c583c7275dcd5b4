import { withBatchDemo } from "./batch-demo.ts";
import { withCaptureTable } from "./capture-table.ts";
import { withCsvRows } from "./csv-rows.ts";
import { withDemo } from "./demo.ts";
import { withRuleTable } from "./rule-table.ts";
import { terminalPicture } from "./terminal-picture.ts";

/** A file of which a part, or all, is written by `npm run docs`: from what stands there to what has to. */
export interface Written {
  readonly path: string;
  readonly write: (text: string, root: string) => string | Promise<string>;
}

export const written: readonly Written[] = [
  { path: "README.md", write: withCsvRows },
  { path: "grammar/README.md", write: withCaptureTable },
  { path: "src/findings/README.md", write: withRuleTable },
  { path: "src/cli/README.md", write: async (text, root) => withBatchDemo(await withDemo(text, root), root) },
  { path: "src/cli/terminal.svg", write: (_, root) => terminalPicture(root) },
];
