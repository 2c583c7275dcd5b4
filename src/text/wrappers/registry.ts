import { anyPrefix } from "./any-prefix.ts";
import { brokenStrings } from "./broken-strings.ts";
import { clixmlStrings } from "./clixml-strings.ts";
import { delimited } from "./delimited.ts";
import { fileNames } from "./file-names.ts";
import { hostCells } from "./host-cells.ts";
import { hostNames } from "./host-names.ts";
import { lineObjects } from "./line-objects.ts";
import { quotedPrintable } from "./quoted-printable.ts";
import { richText } from "./rich-text.ts";
import { stamps } from "./stamps.ts";
import { strings } from "./strings/index.ts";
import { tableCells } from "./table-cells.ts";
import { typographicQuotes } from "./typographic-quotes.ts";
import { wordDocuments } from "./word-documents.ts";
import type { Wrapper } from "./wrapper.ts";

/** All wrappers, the outermost first. */
export const wrappers: readonly Wrapper[] = [
  quotedPrintable,
  richText,
  wordDocuments,
  tableCells,
  clixmlStrings,
  hostCells,
  typographicQuotes,
  brokenStrings,
  lineObjects,
  strings,
  fileNames,
  hostNames,
  stamps,
  anyPrefix,
  delimited,
];
