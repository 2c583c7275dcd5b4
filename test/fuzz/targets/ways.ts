import { gzipSync } from "node:zlib";
import { main } from "../../../src/cli/main.ts";
import { read } from "../../../src/web/reading.ts";
import { rendered } from "../../../src/web/renderings.ts";
import { sevenZipOf } from "../../support/archives/seven-zip-builder.ts";
import { tarOf } from "../../support/archives/tar-builder.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { chunksOf } from "../../support/generators.ts";
import { memoryTerminal } from "../memory-terminal.ts";
import { expectSame, type Target } from "../target.ts";
import { bytesOf, description, descriptionIn } from "../truth/description.ts";
import { truthOf } from "../truth/truth.ts";

type Row = Readonly<Record<string, string>>;

/** The same file as a file, through a pipe, in archives and in the page, its rows in all formats, and reports read back. */
export const ways: Target = {
  name: "ways",
  inputs: description.map((described) => ({ bytes: bytesOf(described), choice: 0 })),
  runs: 6,
  patience: 20_000,
  async check({ bytes: input }, step) {
    const described = descriptionIn(input);
    if (described === undefined) return;
    const { bytes } = truthOf(described);
    const files = new Map<string, Uint8Array>([
      ["a.txt", bytes],
      ["a.zip", zipOf([{ name: "a.txt", data: bytes }])],
      ["a.tar.gz", gzipSync(await tarOf([{ name: "a.txt", bytes }]))],
      ["a.7z", sevenZipOf([{ name: "a.txt", text: bytes }])],
    ]);
    const printed = async (...argv: readonly string[]) => {
      step();
      const { terminal, out } = memoryTerminal({ files, stdin: chunksOf(bytes, [bytes.length >> 1]) });
      await main(argv, terminal);
      return out.join("");
    };
    const rows = fromCsv(await printed("a.txt", "--format", "csv"));
    for (const name of ["-", "a.zip", "a.tar.gz", "a.7z"]) {
      expectSame("the same in another way", rows, fromCsv(await printed(name, "--format", "csv")), `a.txt and ${name}`);
    }
    expectSame(
      "the same in another way",
      rows,
      fromLines(await printed("a.txt", "--format", "ndjson")),
      "CSV and NDJSON",
    );
    step();
    expectSame("the same in another way", rows, fromCsv(await pageCsv(bytes)), "the command and the page");
    const asJson = await printed("a.txt", "--format", "json");
    files.set("report.html", Buffer.from(await printed("a.txt", "--format", "html")));
    expectSame(
      "the same in another way",
      asJson,
      await printed("report.html", "--format", "json"),
      "JSON and HTML that was read back",
    );
    const report = JSON.parse(asJson) as Counted;
    const counted = report.hosts
      .flatMap(({ summary }) => summary.snapshots)
      .map(({ connections }) => connections.total);
    expectSame("the same in another way", rows.length, sum(counted), "rows of CSV and of JSON");
  },
};

/** The rows as the page hands them out, by the code that its worker runs. */
async function pageCsv(bytes: Uint8Array): Promise<string> {
  const found = await read([{ name: "a.txt", bytes: new Blob([Uint8Array.from(bytes)]) }], {}, () => undefined);
  return (await rendered({ format: "csv", table: "connections" }, found)).text();
}

/** As much of a report as is compared. */
interface Counted {
  readonly hosts: readonly {
    readonly summary: { readonly snapshots: readonly { readonly connections: { readonly total: number } }[] };
  }[];
}

/** The rows by the names of their columns, but for that of the source: it is called otherwise in each way. */
function fromCsv(text: string): readonly string[] {
  const [titles = [], ...rows] = text
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => cellsOf(line).slice(0, -1));
  return rows.map((cells) => lineOf(Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ""]))));
}

function fromLines(text: string): readonly string[] {
  const records = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return records
    .filter(({ type }) => type === "connection")
    .map(({ type: _, ...record }) =>
      lineOf(
        Object.fromEntries(
          Object.entries(record).map(([name, value]) => [
            name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
            value === null ? "" : String(value),
          ]),
        ),
      ),
    );
}

function lineOf({ source: _, ...row }: Row): string {
  return Object.entries(row)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(" ");
}

/** The cells of a line of CSV, and an empty one behind the last. A cell that a spreadsheet would take for a formula has an apostrophe in front. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").replace(/^'(?=[=+\-@*])/, ""),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
