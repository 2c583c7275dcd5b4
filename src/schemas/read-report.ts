import {
  isBatchReport,
  isReport,
  isRollup,
  REPORT_ELEMENT,
  type Report,
  SCHEMA_VERSION,
  unpackedBytes,
  VERSION,
  withOwnFindings,
} from "../report/index.ts";
import { type Validation, validated } from "./index.ts";

/** The element of an HTML report that holds its data; a browser that saved the page may have written it differently. */
const ELEMENT = new RegExp(`<script\\b[^>]{0,200}\\bid=["']?${REPORT_ELEMENT}["']?[^>]{0,200}>`, "i");

/** True when the first bytes are those of a JSON or HTML report of this program, however much of it is there. */
export function looksLikeReport(head: Uint8Array): boolean {
  return isReport(decoderOf(head, "lenient").decode(head));
}

/** True when the first bytes are those of a batch's roll-up or page, which hold too little of a report. */
export function looksLikeRollup(head: Uint8Array): boolean {
  return isRollup(decoderOf(head, "lenient").decode(head));
}

/** The report that a JSON or HTML report of this program holds, or why there is none to be had. */
export async function readReport(bytes: Uint8Array): Promise<Validation<Report>> {
  let text: string;
  try {
    text = decoderOf(bytes, "strict").decode(bytes);
  } catch {
    return faulty("it is not in the encoding in which it was written");
  }
  if (isBatchReport(text)) return fromLines(text);
  return /^\s{0,100}</.test(text) ? fromPage(text) : fromJson(text, "");
}

/** What was redirected to a file by PowerShell is UTF-16; what we write is UTF-8. */
function decoderOf([first, second]: Uint8Array, manner: "strict" | "lenient"): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: manner === "strict" });
}

/** More than any report that was written: a text of that length is about the longest there can be. */
const MOST_UNPACKED = 400 * 1024 * 1024;

async function fromPage(text: string): Promise<Validation<Report>> {
  const element = ELEMENT.exec(text);
  if (element === null) return faulty("it is cut off, or no report of chimneysweep");
  const start = element.index + element[0].length;
  const end = text.indexOf("</script", start);
  if (end < 0) return faulty("the report in it is cut off");
  const held = text.slice(start, end).trim();
  // Earlier ones are JSON as they stand.
  const unpacked = held.startsWith("{") ? held : await unpackedText(held);
  if (unpacked === undefined) return faulty("the report in it is damaged: it can't be unpacked");
  return fromJson(unpacked, "the report in it is damaged: ", withOwnFindings);
}

async function unpackedText(packed: string): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await unpackedBytes(packed, MOST_UNPACKED));
  } catch {
    return undefined;
  }
}

/** The report of a batch: all its hosts in one, without their sources, which stand in sources.csv. */
async function fromLines(text: string): Promise<Validation<Report>> {
  const hosts: unknown[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line === "") continue;
    try {
      const { bundle: _, ...host }: { bundle?: unknown } = JSON.parse(line);
      hosts.push(host);
    } catch {
      return faulty(`line ${at + 1} is cut off or damaged`);
    }
  }
  const tool = { name: "chimneysweep", version: VERSION };
  return validated("report", { schemaVersion: SCHEMA_VERSION, tool, sources: [], hosts, fleet: null, diagnostics: [] });
}

async function fromJson(
  text: string,
  where: string,
  whole: (value: unknown) => unknown = (value) => value,
): Promise<Validation<Report>> {
  let value: unknown;
  try {
    value = whole(JSON.parse(text));
  } catch (error) {
    return faulty(`${where}${error instanceof Error ? error.message : String(error)}`);
  }
  const result = await validated("report", value);
  if (result.ok) return result;
  return { ok: false, faults: [...originOf(value), ...result.faults.map((fault) => `${where}${fault}`)] };
}

/** Another version may have another idea of a report: that is worth more than what is wrong with it. */
function originOf(value: unknown): readonly string[] {
  const { schemaVersion, tool }: { schemaVersion?: unknown; tool?: { version?: unknown } } = Object(value);
  if (typeof schemaVersion === "number" && schemaVersion > SCHEMA_VERSION)
    return [`it is of version ${schemaVersion} of the report; this program knows version ${SCHEMA_VERSION}`];
  const version = tool?.version;
  if (typeof version !== "string" || version === VERSION) return [];
  return [`it was written by version ${version.slice(0, 20)} of chimneysweep; this is ${VERSION}`];
}

function faulty(fault: string): Validation<never> {
  return { ok: false, faults: [fault] };
}
