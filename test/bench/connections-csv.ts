import { analyze } from "../../src/index.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";
import { VERSION } from "../../src/version.ts";

/** Reads the bytes of a capture and prints its connections as CSV; gives the number of characters printed. */
export async function connectionsCsv(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const options = {
    version: VERSION,
    columns: 80,
    paint: plain,
    table: "connections",
    csv: defaultCsvOptions,
  } as const;
  const rendering = await reporters.csv.open(options);
  let length = rendering.opening.length;
  const report = await analyze(
    { name: "table.txt", bytes },
    {
      onConnections: (rows) => {
        for (const text of rendering.connections?.(rows) ?? []) length += text.length;
      },
    },
  );
  for (const text of rendering.report(report)) length += text.length;
  return length;
}
