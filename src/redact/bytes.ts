const NUL = "00";
/** What stands for the bytes of letters and of digits: "x" and "1". */
const LETTER = "78";
const DIGIT = "31";
/** Lists of ports, of which rules speak. */
const PORTS = /^\s*"ReservedPorts"/i;
/** As many bytes are a number. */
const NUMBER = 8;

/** The bytes of a value in an exported registry: what may be text in them says nothing any more, numbers stay. */
export function redactedBytes(list: string, line: string): string {
  const bytes = list.split(",");
  if (PORTS.test(line)) return list;
  const isNumber = bytes.length <= NUMBER && !line.trimEnd().endsWith("\\") && /hex(?:\((?:4|b)\))?:/i.test(line);
  if (isNumber) return list;
  return bytes.map((byte) => (byte === NUL ? NUL : isDigit(byte) ? DIGIT : LETTER)).join(",");
}

function isDigit(byte: string): boolean {
  return /^3\d$/.test(byte);
}
