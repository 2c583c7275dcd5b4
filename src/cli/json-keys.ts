/** A text with its quotes, a line end, or a sign; whatever else JSON holds has no meaning for where keys stand. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\]:,]|\n/g;

/** The line of each key of a JSON text, by its path with dots between the keys; of a key that comes twice the last. */
export function linesOfKeys(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  // The latest key of each level, the outermost first; a list has none.
  const path: string[] = [];
  let line = 1;
  let last = { name: "", line };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    else if (token.startsWith('"')) last = { name: unquoted(token), line };
    else if (token === "{" || token === "[") path.push("");
    else if (token === "}" || token === "]") path.pop();
    else if (token === ":") {
      path[Math.max(0, path.length - 1)] = last.name;
      lines.set(path.join("."), last.line);
    }
  }
  return lines;
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    // No JSON text: somebody else says so.
    return token;
  }
}
