/** What a member is that is passed over by its name alone, by the endings of such names. */
const KINDS: readonly { readonly is: string; readonly endings: readonly string[] }[] = [
  { is: "a memory dump", endings: ["dmp", "mdmp", "hdmp", "kdmp"] },
  { is: "an event log", endings: ["evtx", "evt"] },
  { is: "a trace", endings: ["etl", "pml", "pcap", "pcapng", "cap", "wpr", "xel", "trc"] },
  { is: "a performance log", endings: ["blg"] },
  { is: "a registry hive", endings: ["hiv", "hive", "hve"] },
  { is: "an error report", endings: ["wer"] },
  { is: "a program", endings: ["exe", "dll", "sys", "com", "ocx", "cpl", "drv", "efi", "pdb", "msi", "msp", "msu"] },
  { is: "a shortcut", endings: ["lnk", "url"] },
  { is: "an image", endings: ["ico", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "svg"] },
  { is: "a document", endings: ["pdf", "doc", "xls", "xlsx", "ppt", "pptx", "chm", "hlp"] },
  { is: "a database", endings: ["mdb", "mdf", "ldf", "edb", "sdf", "sqlite"] },
  { is: "a certificate", endings: ["cer", "crt", "pfx", "p7b"] },
  { is: "binary data", endings: ["bin"] },
];

/** Where both sides know the ending, the name of the file itself says more. */
const FILES: ReadonlyMap<string, string> = new Map([
  ["desktop.ini", "a setting of a folder's look"],
  ["thumbs.db", "a store of small images"],
  [".ds_store", "a setting of a folder's look"],
]);

/** How SDP calls the event logs that it writes out as text: the largest texts of its bundles. */
const EVENT_LOG_TEXT = /_evt_[\w-]{1,200}\.(?:txt|csv)$/;

const MAC_FOLDER = /(?:^|\/)__MACOSX\//;

const MAC_TWIN = /(?:^|\/)\._[^/]+$/;

const kindOfEnding: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ is, endings }) => endings.map((ending): [string, string] => [ending, is])),
);

/** What the second and later parts of an archive that was split are called; nothing in their bytes says what they are. */
const LATER_PART = /\.(?:(?:zip|7z|tar|tgz|gz|cab|rar)\.\d{3}|z\d\d|part\d{1,3}\.rar)$/i;

/** What people name an archive. */
const ARCHIVE_NAME = /\.(?:zip|cab|7z|gz|tgz|tar|rar|bz2|xz|zst|z?[0-9]{2,3})$/i;

/** How a Web page begins. */
const PAGE = /^(?:\ufeff|\xef\xbb\xbf)?\s{0,64}(?:<!--[^>]{0,200}-->\s{0,64})?<(?:!doctype\s|html[\s>])/i;

/**
 * Why a member is passed over by its name, without a look into it: a bundle holds gigabytes of what can't be a capture.
 * Undefined for one that is to be opened, whatever its ending promises: collectors call text `.log`, `.out` and nothing
 * at all. Archives are opened too.
 */
export function passedOver(label: string): string | undefined {
  const kind = kindOf(label);
  return kind === undefined ? undefined : `${kind}, passed over by its name`;
}

/** True for one part of a split archive that does not begin as archives do. What is stored in it would pass for a capture. */
export function isLaterPart(file: string): boolean {
  return LATER_PART.test(file);
}

/** True for a file with the name of an archive that begins as a Web page does: the portal's words, not the bundle. */
export function isPageInsteadOfArchive(file: string, head: Uint8Array): boolean {
  return ARCHIVE_NAME.test(file) && PAGE.test(String.fromCharCode(...head));
}

function kindOf(label: string): string | undefined {
  if (MAC_FOLDER.test(label) || MAC_TWIN.test(label)) return "what a Mac keeps beside a file";
  const file = label.slice(label.lastIndexOf("/") + 1).toLowerCase();
  if (EVENT_LOG_TEXT.test(file)) return "an event log";
  return FILES.get(file) ?? kindOfEnding.get(/\.([a-z]{2,8})$/.exec(file)?.[1] ?? "");
}
