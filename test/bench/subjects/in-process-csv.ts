import { analyze, type Source } from "../../../src/index.ts";
import { VERSION } from "../../../src/report/version.ts";
import { defaultCsvOptions, plain, reporters } from "../../../src/reporters/index.ts";

/** Reads a capture and prints its connections as CSV, piece by piece. */
export async function connectionsCsv(source: Source, print: (text: string) => void): Promise<void> {
  const options = {
    version: VERSION,
    columns: 80,
    paint: plain,
    table: "connections",
    csv: defaultCsvOptions,
  } as const;
  const rendering = await reporters.csv.open(options);
  print(rendering.opening);
  const report = await analyze(source, {
    onConnections: (rows) => {
      for (const text of rendering.connections?.(rows) ?? []) print(text);
    },
  });
  for (const text of rendering.report(report)) print(text);
}
