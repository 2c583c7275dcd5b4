import { deflateSync, inflateSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import type { Report } from "../../src/index.ts";
import { defaultCsvOptions, plain, reporters } from "../../src/reporters/index.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Preact closes empty elements as XML does; to a browser it is all the same.
    "void-style": "off",
    // Blanks at line ends are those of captures, in `pre`.
    "no-trailing-whitespace": "off",
    // A file has nobody to take a nonce from; the policy names the script by its hash.
    "require-csp-nonce": "off",
  },
});

/** A report as a page of its own, as `--format html` writes it. */
export async function pageOf(report: Report): Promise<string> {
  const options = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const { opening, report: print } = await reporters.html.open(options);
  return [opening, ...print(report)].join("");
}

/** What somebody might name a host, a file or a process to have it run in a reader's browser. */
export const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp; onload="alert(2)" \u202e{a|b} javascript:`;

/** Keys whose values come from captures, or from the names of files. */
const CAPTURED = new Set([
  ...["host", "source", "name", "command", "text", "label", "value", "excerpt", "reason", "key", "message"],
  ...["interface", "column", "statement", "remedy", "rollback", "time", "phase", "collector", "build"],
]);

/** The same report with every captured text hostile. */
export function withHostileTexts(report: Report): Report {
  const text = JSON.stringify(report, (key, value) => {
    if (key === "byState") return { [HOSTILE]: 3 };
    if (key === "encodings" || key === "supply" || key === "next") return [HOSTILE];
    if (typeof value !== "string" || !CAPTURED.has(key)) return value;
    return HOSTILE;
  });
  // The shape is that of a report: only texts were exchanged for others.
  return { ...(JSON.parse(text) as Report), tool: report.tool };
}

/** What html-validate has against a page. */
export async function markupFaults(page: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

/** Whatever would be fetched from somewhere: the data is no markup, and names of namespaces are not fetched. */
export function externals(page: string): readonly string[] {
  const markup = page.replaceAll(PACKED, "").replaceAll(/ xmlns="[^"]*"/g, "");
  const tags = tagsOf(markup).filter((tag) => /\s(?:src|href|srcset|action|data|poster|style)\s*=\s*"(?!#)/.test(tag));
  const styles = [...markup.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text ?? "");
  return [...tags, ...styles.filter((text) => /url\(|@import/.test(text))];
}

/** Every tag of a page, as written. */
export function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag);
}

/** What a page carries packed in its elements, each text as it was before. */
export function packedIn(page: string): readonly string[] {
  return [...page.matchAll(PACKED)].map(([, , text = ""]) => inflateSync(Buffer.from(text, "base64")).toString());
}

/** The page with another text packed in it, or with that text as it is, as pages had it before. */
export function withPacked(
  page: string,
  change: (text: string) => string,
  form: "packed" | "plain" = "packed",
): string {
  return page.replaceAll(PACKED, (_, start: string, text: string) => {
    const changed = change(inflateSync(Buffer.from(text, "base64")).toString());
    return start + (form === "packed" ? deflateSync(changed).toString("base64") : changed.replaceAll("<", "\\u003c"));
  });
}

const PACKED = /(<script type="text\/plain"[^>]*>)([^<]*)(?=<\/script>)/g;
