import type { Hint } from "../contract/hint.ts";
import { hintOf } from "../contract/lines.ts";

/**
 * True for a line that ends with the number of a version of SQL Server, as `@@version` and its error log print it: in
 * the line below stands when that was built.
 *
 *     Microsoft SQL Server 2014 (SP3) (KB4022619) - 12.0.6024.0 (X64)
 */
export const statesProduct: Hint = hintOf(() => [
  [/Microsoft SQL [^\n]{1,80} - {1,4}\d{1,2}\.\d{1,3}\.\d{1,5}\.\d{1,4}(?!\d)/],
]);
