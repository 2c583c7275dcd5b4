/** The encodings this program reads, under the names it reports; the order is that of the help text. */
export const supportedEncodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "cp437",
  "cp850",
  "cp852",
  "cp866",
  "shift_jis",
  "gbk",
  "euc-kr",
  "big5",
  "windows-1250",
  "windows-1251",
  "windows-1252",
] as const;

export type EncodingName = (typeof supportedEncodings)[number];

/** What people, .NET, Windows and the web call the same encodings, without punctuation. */
const otherNames: ReadonlyMap<string, EncodingName> = new Map([
  ["ascii", "utf-8"],
  ["usascii", "utf-8"],
  ["65001", "utf-8"],
  ["unicode", "utf-16le"],
  ["utf16", "utf-16le"],
  ["ucs2", "utf-16le"],
  ["1200", "utf-16le"],
  ["bigendianunicode", "utf-16be"],
  ["1201", "utf-16be"],
  ["437", "cp437"],
  ["850", "cp850"],
  ["852", "cp852"],
  ["866", "cp866"],
  ["932", "shift_jis"],
  ["sjis", "shift_jis"],
  ["xsjis", "shift_jis"],
  ["31j", "shift_jis"],
  ["936", "gbk"],
  ["gb2312", "gbk"],
  ["gb18030", "gbk"],
  ["54936", "gbk"],
  ["949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["ksc56011987", "euc-kr"],
  ["950", "big5"],
  ["1250", "windows-1250"],
  ["1251", "windows-1251"],
  ["1252", "windows-1252"],
  ["latin1", "windows-1252"],
  ["iso88591", "windows-1252"],
  ["28591", "windows-1252"],
]);

/** Families that are written before the number of a code page: cp850, IBM-850, oem850, windows-1252, "code page 850". */
const FAMILY = /^(?:codepage|windows|win|ansi|ibm|oem|dos|ms|cp)(?=\d)/;

/** The name this program uses for a user's spelling of an encoding; undefined when it can't read such a thing. */
export function encodingNamed(name: string): EncodingName | undefined {
  const plain = bare(name).replace(FAMILY, "");
  return otherNames.get(plain) ?? supportedEncodings.find((known) => bare(known) === plain);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
