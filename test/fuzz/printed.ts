import { Ajv } from "ajv";
import { type Report, readReport } from "../../src/index.ts";
import type { ReporterName } from "../../src/reporters/index.ts";
import { sarifSchema } from "../support/sarif-schema.ts";
import { withoutControlsIn, withoutForeignMarkup } from "./oracles.ts";
import { expectSame, Fault } from "./target.ts";

const isSarif = new Ajv({ strict: false }).compile(sarifSchema);

/** What holds of an output whatever was captured. `plain` is the page of a report without captures. */
export async function checkPrinted(format: ReporterName, text: string, plain: string): Promise<void> {
  withoutControlsIn(text, format, format === "csv" ? "programs" : "people");
  if (format === "html") return withoutForeignMarkup(text, plain);
  if (format === "json") parsed(text, format);
  if (format === "sarif" && !isSarif(parsed(text, format))) {
    throw new Fault("as its schema has it", `sarif: ${JSON.stringify(isSarif.errors?.slice(0, 3))}`);
  }
  if (format === "ndjson") for (const line of text.split("\n").slice(0, -1)) parsed(line, format);
}

/** The report that a page or JSON holds is the one that it was made of. */
export async function readsBack(text: string, report: Report): Promise<void> {
  const back = await readReport(Buffer.from(text));
  if (!back.ok) throw new Fault("reads back", back.faults.join("; "));
  expectSame("reads back", report, back.value, "the report and what was read back");
}

function parsed(text: string, format: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault("reads back", `${format}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
