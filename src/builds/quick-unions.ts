const own = "function union(xs, ys) {";

/**
 * Parsimmon joins and sorts what was expected at each step, nearly always of nothing with nothing: a third of the time
 * that its combinators take. What the function gives is the same. The bench rows that need it are "small tables" and
 * "text that is nothing of ours".
 */
export const quickUnions = {
  name: "quick-unions",
  transform(code: string, id: string): string | undefined {
    if (!id.replaceAll("\\", "/").endsWith("/node_modules/parsimmon/src/parsimmon.js")) return undefined;
    const parts = code.split(own);
    if (parts.length !== 2) throw new Error("parsimmon has changed: look at how it joins what was expected");
    return parts.join(`${own} if (xs.length === 0) return ys; if (ys.length === 0) return xs;`);
  },
};
