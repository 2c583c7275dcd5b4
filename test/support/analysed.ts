import { type AnalyzeInput, type AnalyzeOptions, analyze, type Connection, type Report } from "../../src/index.ts";

/** What comes out of an analysis: the report, and the rows that were handed out on the way. */
export interface Analysed {
  readonly report: Report;
  readonly connections: readonly Connection[];
}

export async function analysed(input: AnalyzeInput, options: AnalyzeOptions = {}): Promise<Analysed> {
  const connections: Connection[] = [];
  const report = await analyze(input, {
    ...options,
    onConnections: (rows) => {
      for (const { connection } of rows) connections.push(connection);
    },
  });
  return { report, connections };
}
