import { inOneLine, lineByLine, type Wrapping } from "./wrapping.ts";

const json = (value: unknown, indent?: number) => JSON.stringify(value, null, indent);
const comma = (at: number, count: number) => (at < count - 1 ? "," : "");
/** What ConvertTo-Json of Windows PowerShell 5.1 does to signs of markup. */
const escaped51 = (text: string) =>
  json(text).replaceAll(/[<>'&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const ascii = (text: string) =>
  text.replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const python = (text: string) => `'${json(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
const slashes = (text: string) => json(text).replaceAll("/", "\\/");

/** A double-quoted string of YAML as it is broken at blanks: behind a backslash, and the blank that follows escaped. */
function yaml(key: string, text: string): string {
  const words = json(text).split(/(?= )/);
  const lines: string[] = [];
  let line = `${key}: `;
  for (const word of words) {
    if (line.length + word.length > 78) {
      lines.push(`${line}\\`);
      line = `    \\${word}`;
    } else line += word;
  }
  return [...lines, line].join("\n");
}

/** Strings of JSON and source code that hold a capture. */
export const stringWrappings: readonly Wrapping[] = [
  inOneLine(
    "AWS Systems Manager",
    (text) => json({ CommandId: "11cf", Status: "Success", StandardOutputContent: text }, 2),
    4,
  ),
  inOneLine("AWS Systems Manager, one line", (text) =>
    json({ CommandId: "11cf", StandardOutputContent: text, StandardErrorContent: "" }),
  ),
  {
    name: "YAML",
    wrap: (lines) => {
      const head = yaml("  stdout", lines.join("\r\n")).split("\n");
      // A line is where its first character is.
      const ends = head.map((line) => line.split("\\r\\n").length - 1);
      const lineOf = (line: number) => {
        const before = (at: number) => ends.slice(0, at + 1).reduce((sum, count) => sum + count, 0);
        const at = ends.findIndex((_, index) => before(index) >= line - 1);
        const isBehind = before(at) === line - 1 && head[at]?.endsWith("\\r\\n\\") === true;
        return 3 + Math.max(0, at) + (isBehind ? 1 : 0);
      };
      return { text: ["srv:", "  rc: 0", ...head].join("\n"), lineOf };
    },
  },
  inOneLine(
    "Azure run-command",
    (text) => json({ value: [{ code: "ComponentStatus/StdOut/succeeded", level: "Info", message: text }] }, 2),
    6,
    "\n",
  ),
  inOneLine("a string by itself", (text) => json(text)),
  inOneLine("a string cut off", (text) => json(`${text}\r\n`).slice(0, -1)),
  inOneLine("ConvertTo-Json of 5.1", (text) => `{\n    "value":  ${escaped51(text)},\n    "Length":  99\n}`, 2),
  inOneLine("ASCII only, slashes escaped", (text) => `{"result":${ascii(slashes(text))}}`),
  inOneLine("in the middle of a log", (text) => `09:15 begin\nreply was {"id":7,"out":${json(text)},"rc":0}\nend`, 2),
  inOneLine("Ansible in one line", (text) => `app7 | CHANGED | rc=0 | (stdout) ${json(text).slice(1, -1)}`),
  inOneLine(
    "Ansible with its list of lines",
    (text) => `app7 | SUCCESS => ${json({ changed: true, rc: 0, stdout: text, stdout_lines: text.split("\r\n") }, 4)}`,
    4,
  ),
  inOneLine("Ansible in one line of JSON", (text) =>
    json({ changed: true, stdout: text, stdout_lines: text.split("\r\n") }),
  ),
  inOneLine("JSON in JSON", (text) => json({ message: json({ output: text }) })),
  inOneLine("a dictionary of Python", (text) => `{'rc': 0, 'stdout': ${python(text)}, 'host': None}`),
  inOneLine("bytes of Python", (text) => `b${python(text)}`),
  inOneLine(
    "PowerShell",
    (text) => `$out = "${text.replaceAll('"', '`"').replaceAll("\r\n", "`r`n").replaceAll("\t", "`t")}"`,
  ),
  inOneLine("a list in one line", (text) => json({ lines: text.split("\r\n") })),
  inOneLine("a list of Python in one line", (text) => `[${text.split("\r\n").map(python).join(", ")}]`),
  lineByLine(
    "a list of lines",
    (line, at, count) => `    ${json(line)}${comma(at, count)}`,
    ['"stdout_lines": ['],
    ["]"],
  ),
  lineByLine(
    "an array of JavaScript",
    (line, at, count) => `  ${json(line)}${comma(at, count)}`,
    ["const rows = ["],
    ["];"],
  ),
  lineByLine("a list of Python", (line, at, count) => `    ${python(line)}${comma(at, count)}`, ["rows = ["], ["]"]),
  lineByLine("strings joined by +", (line, at, count) => `    ${json(`${line}\n`)}${at < count - 1 ? " +" : ";"}`, [
    "String s =",
  ]),
  lineByLine("a list of PowerShell", (line, at, count) => `  '${line}'${comma(at, count)}`, ["$lines = @("], [")"]),
  {
    name: "objects of lines",
    wrap: (lines) => ({
      text: `[\n${lines.map((line) => `    {\n        "value":  ${escaped51(line)},\n        "PSPath":  "C:\\\\caps\\\\netstat.txt",\n        "PSDrive":  {\n            "Used":  7\n        },\n        "ReadCount":  1\n    }`).join(",\n")}\n]`,
      lineOf: (line) => 3 + 8 * (line - 1),
    }),
  },
  lineByLine("calls of C#", (line) => `sb.AppendLine(${json(line)});`),
  lineByLine("calls of JavaScript", (line) => `  console.log(${json(line)});`),
  lineByLine("strings of Visual Basic", (line) => `    "${line.replaceAll('"', "'")}" & vbCrLf & _`, ["s ="]),
  inOneLine("strings of Visual Basic in one line", (text) =>
    text
      .split("\r\n")
      .map((line) => `"${line}"`)
      .join(" & vbCrLf & "),
  ),
  lineByLine("typographic quotation marks", (line) => `\u201c${line}\u201d`),
  lineByLine(
    "a cell between others",
    (line, at, count) => `${at === 0 ? '"app7","' : ""}${line}${at === count - 1 ? '","0"' : ""}`,
  ),
  lineByLine(
    "one cell of a spreadsheet",
    (line, at, count) => `${at === 0 ? '"' : ""}${line}${at === count - 1 ? '"' : ""}`,
  ),
  lineByLine("quoted rows", (line) => `"${line}"`),
  lineByLine("a list of YAML", (line) => `    - ${json(line)}`, ["stdout_lines:"]),
  lineByLine("a log of Docker", (line) => json({ log: `${line}\r\n`, stream: "stdout", time: "2024-03-05T08:15:33Z" })),
  lineByLine("a log that is an object a line", (line) => json({ "@timestamp": "2024-03-05T08:15:33Z", message: line })),
];
