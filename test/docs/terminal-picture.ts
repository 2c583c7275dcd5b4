import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../src/index.ts";
import { VERSION } from "../../src/report/version.ts";
import { defaultCsvOptions, type Paint, reporters } from "../../src/reporters/index.ts";

/** What is pasted in the picture. */
const SAMPLE = "samples/pastes/mail-of-the-readme.txt";
const COLUMNS = 92;

/** The size of a cell of the terminal, in units of the picture. */
const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;

/** How the terminal paints: the sequences as they are, so that they take no place in a line. */
const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const paint: Paint = { strong: sgr(1), faint: sgr(2), error: sgr(31), warning: sgr(33) };

/** The same, as attributes of text in the picture. Colours hold on black and for colour-blind eyes. */
const styles: { readonly [code: string]: string } = {
  1: 'font-weight="bold"',
  2: 'fill="#9aa0a6"',
  31: 'fill="#ff8a80"',
  33: 'fill="#ffd54f"',
};

/** A picture of a terminal with the brief report of a pasted mail, from what the program prints. */
export async function terminalPicture(root: string): Promise<string> {
  const bytes = async function* () {
    yield new Uint8Array(readFileSync(join(root, SAMPLE)));
  };
  const report = await analyze({ name: "mail.txt", bytes: bytes() });
  const options = { version: VERSION, columns: COLUMNS, paint, detail: "brief", table: "connections" } as const;
  const printed = [...(await reporters.text.open({ ...options, csv: defaultCsvOptions })).report(report)].join("");
  const lines = [`C:\\> chimneysweep mail.txt`, ...printed.trimEnd().split("\n")];
  const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN);
  const height = lines.length * CELL.height + 2 * MARGIN;
  const rows = lines.map((line, at) => {
    const y = MARGIN + (at + 0.75) * CELL.height;
    return `<text x="${MARGIN}" y="${y}">${painted(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>The brief report of a pasted mail, in a terminal</title>
<rect width="100%" height="100%" rx="8" fill="#16181d"/>
<g font-family="Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e8eaed" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
}

function painted(line: string): string {
  return line.replaceAll(/\u001b\[(\d+)m(.*?)\u001b\[0m|[^\u001b]+/g, (text, code?: string, within?: string) =>
    code === undefined ? escaped(text) : `<tspan ${styles[code] ?? ""}>${escaped(within ?? "")}</tspan>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
