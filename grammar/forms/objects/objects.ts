import P from "parsimmon";
import { blankLine, lone, otherLine, type PrintedLine } from "../../contract/lines.ts";
import { clixml } from "./clixml.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { list } from "./list.ts";
import { message } from "./message.ts";
import type { ObjectsPart } from "./printed-object.ts";
import { tableBefore } from "./table.ts";

/**
 * Objects in every form that PowerShell prints or exports them in. `next` is what begins something else below a table
 * or a list of them.
 */
export function objectsBefore(next: P.Parser<unknown>): P.Parser<ObjectsPart> {
  const elsewhere = P.alt<unknown>(next, csv.heading, csv.type, json.begin, clixml.line);
  return P.alt<ObjectsPart>(
    message.map(lone),
    list.object,
    csv.markdown,
    tableBefore(elsewhere),
    csv.table,
    csv.rule.map(lone),
    json.part,
    clixml.part,
  );
}

/** A text of nothing but objects; what else stands in it is unknown. */
export const objectsText: P.Parser<readonly ObjectsPart[]> = P.alt<ObjectsPart>(
  objectsBefore(P.fail("something else")),
  P.alt<PrintedLine>(blankLine, otherLine).map(lone),
).many();
