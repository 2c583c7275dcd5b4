import { type Mend, mendWhere } from "./mend.ts";

/** A line of which SQL Server's xp_cmdshell says that it was empty. */
const nullLine = /^[ \t]*NULL[ \t]*$/;

/** The `NULL` that xp_cmdshell prints for an empty line becomes an empty line. */
export const nullLines: Mend = mendWhere(nullLine, (text) => [{ from: 0, to: text.length, text: "" }]);
