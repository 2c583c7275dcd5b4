import type { Cell } from "../report/index.ts";
import type { Dataset, DatasetFile, TableShape } from "./dataset.ts";
import { CONTENT_TYPES, MOST_ROWS, RELATIONS, type Sheet, STYLES, sheetXml, workbookXml } from "./sheet-xml.ts";

/** Text of a sheet that is compressed at a time. */
const PIECE = 256 * 1024;

const NOTHING: readonly Uint8Array[] = [];

/** The first moment that a zip can write, by whatever clock: the same workbook whenever and wherever it is made. */
const MOMENT = new Date(1980, 0, 1);

export const xlsx: Dataset = {
  name: "xlsx",
  description: "one Excel workbook, a sheet for every table",
  endings: [".xlsx"],
  holds: "everyTable",
  comesAs: "bytes",
  async open(tables) {
    const { strToU8, Zip, ZipDeflate } = await import("fflate");
    let ready: Uint8Array[] = [];
    const zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      ready.push(bytes);
    });
    const member = (name: string) => {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = MOMENT;
      zip.add(entry);
      return (text: string, isLast: boolean) => entry.push(strToU8(text), isLast);
    };
    return fileOf(tables, {
      member,
      end: () => zip.end(),
      taken() {
        if (ready.length === 0) return NOTHING;
        const all = ready;
        ready = [];
        return all;
      },
    });
  },
};

/** The zip that a workbook is. */
interface Zipped {
  /** Begins a member, and gives what adds to it; one member at a time. */
  readonly member: (name: string) => (text: string, isLast: boolean) => void;
  readonly end: () => void;
  /** The bytes that are ready since they were taken last. */
  readonly taken: () => readonly Uint8Array[];
}

function fileOf(tables: readonly TableShape[], zip: Zipped): DatasetFile {
  const sheets: Sheet[] = [];
  const continued = new Map<string, number>();
  let open: OpenSheet | undefined;
  const whole = (name: string, text: string) => zip.member(name)(text, true);
  const begun = (table: TableShape): OpenSheet => {
    const parts = (continued.get(table.name) ?? 0) + 1;
    continued.set(table.name, parts);
    return openSheet(table, parts, zip.member(`xl/worksheets/sheet${sheets.length + 1}.xml`));
  };
  const close = () => {
    if (open !== undefined) sheets.push(open.end());
    open = undefined;
  };
  /** Every table has its sheet, at its place, with rows or without. */
  const upTo = (name: string | undefined): OpenSheet | undefined => {
    while (open?.table.name !== name || open === undefined) {
      const next = tables[open === undefined ? continued.size : tables.indexOf(open.table) + 1];
      close();
      if (next === undefined) return undefined;
      open = begun(next);
    }
    return open;
  };
  for (const [name, text] of [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", RELATIONS],
  ] as const)
    whole(name, text);
  return {
    *add(name, rows) {
      if (!tables.some((table) => table.name === name)) return;
      let sheet = upTo(name);
      if (sheet === undefined) throw new Error(`the table ${name} comes too late`);
      for (const row of rows) {
        if (sheet.rows() === MOST_ROWS) {
          close();
          sheet = begun(sheet.table);
          open = sheet;
        }
        sheet.add(row);
        yield* zip.taken();
      }
    },
    *end() {
      upTo(undefined);
      const { workbook, relations } = workbookXml(sheets);
      whole("xl/workbook.xml", workbook);
      whole("xl/_rels/workbook.xml.rels", relations);
      whole("xl/styles.xml", STYLES);
      zip.end();
      yield* zip.taken();
    },
    remarks: () =>
      [...continued]
        .filter(([, parts]) => parts > 1)
        .map(
          ([name, parts]) =>
            `${name} has more rows than the ${MOST_ROWS.toLocaleString("en-US")} of a sheet in Excel: it goes on in ${name} (2)${parts > 2 ? ` to (${parts})` : ""}`,
        ),
    giveUp: () => undefined,
  };
}

interface OpenSheet {
  readonly table: TableShape;
  /** With the heading. */
  readonly rows: () => number;
  readonly add: (row: readonly Cell[]) => void;
  readonly end: () => Sheet;
}

function openSheet(table: TableShape, part: number, push: (text: string, isLast: boolean) => void): OpenSheet {
  const xml = sheetXml(table.columns);
  let held = xml.opening;
  let rows = 1;
  return {
    table,
    rows: () => rows,
    add(row) {
      rows += 1;
      held += xml.row(row, rows);
      if (held.length < PIECE) return;
      push(held, false);
      held = "";
    },
    end() {
      push(held + xml.ending(rows), true);
      return { name: part === 1 ? table.name : `${table.name} (${part})`, range: xml.range(rows) };
    },
  };
}
