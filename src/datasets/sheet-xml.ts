import type { Cell, ColumnType } from "../report/index.ts";
import type { TableShape } from "./dataset.ts";
import { typedCell } from "./typed-cell.ts";

/** What a sheet of Excel ends at, its heading among them. */
export const MOST_ROWS = 1_048_576;

/** What a cell of Excel ends at. */
const MOST_UNITS = 32_767;

/** A sheet that is written. */
export interface Sheet {
  readonly name: string;
  /** The corner cells of its rows, `$A$1:$O$12`. */
  readonly range: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Whatever is XML is a sheet unless it is named: how many sheets there will be is not known at the beginning. */
export const CONTENT_TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;

export const RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Styles of cells by their number: a number, a heading, and text, which stays text when somebody edits it. */
export const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const HEADING_STYLE = 1;
const TEXT_STYLE = 2;

/** Widths of columns, in characters. */
const WIDTHS: { readonly [T in ColumnType]: number } = { text: 22, integer: 12, real: 12 };

/** The parts of a sheet's XML: a frozen heading, rows, a filter over all of them. */
export function sheetXml(columns: TableShape["columns"]) {
  const letters = columns.map((_, at) => lettersOf(at));
  const widths = columns.map(
    ({ type }, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[type]}" customWidth="1"/>`,
  );
  const heading = columns.map(({ name }, at) => textCell(`${letters[at]}1`, name, HEADING_STYLE)).join("");
  const end = letters.at(-1) ?? "A";
  return {
    opening: `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${heading}</row>`,
    row(record: readonly Cell[], row: number): string {
      let cells = "";
      for (const [at, { type }] of columns.entries()) {
        const cell = typedCell(record[at], type);
        if (typeof cell === "number") cells += `<c r="${letters[at]}${row}"><v>${cell}</v></c>`;
        else if (cell !== null) cells += textCell(`${letters[at]}${row}`, cell, TEXT_STYLE);
      }
      return `<row r="${row}">${cells}</row>`;
    },
    ending: (rows: number) => `</sheetData><autoFilter ref="A1:${end}${rows}"/></worksheet>`,
    range: (rows: number) => `$A$1:$${end}$${rows}`,
  };
}

export function workbookXml(sheets: readonly Sheet[]): { readonly workbook: string; readonly relations: string } {
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const filters = sheets.map(
    ({ name, range }, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${name}'!${range}</definedName>`,
  );
  const parts = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return {
    workbook: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`,
    relations: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${parts.join("")}${styles}</Relationships>`,
  };
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(text))}</t></is></c>`;
}

/** A longer text would make Excel call the file damaged. The cell says how much is missing. */
function shortened(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  const kept = text.slice(0, MOST_UNITS - 60).replace(/[\ud800-\udbff]$/, "");
  return `${kept}… (${text.length - kept.length} more characters; CSV has all)`;
}

/** Markup, line ends that XML would change, what XML can't hold, and what Excel would take for an escape of its own. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}

/** A, B … Z, AA, AB … as Excel names columns. */
function lettersOf(column: number): string {
  const before = column < 26 ? "" : lettersOf(Math.floor(column / 26) - 1);
  return before + String.fromCharCode(65 + (column % 26));
}
