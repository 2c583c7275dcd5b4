import type { Wrapped, Wrapping } from "./wrapping.ts";

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const paragraph = (content: string) =>
  `<w:p w:rsidR="00A1"><w:pPr><w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr></w:pPr>${content}</w:p>`;
const wordRun = (text: string) =>
  `<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const inRuns = (line: string) => line.split("\t").map(wordRun).join("<w:r><w:tab/></w:r>");
const word = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="x"><w:body>${body}<w:sectPr/></w:body></w:document>`;

function rtfSign(sign: string): string {
  if ("\\{}".includes(sign)) return `\\${sign}`;
  if (sign === "\t") return "\\tab ";
  if (sign <= "\x7f") return sign;
  return sign <= "\xff" ? `\\'${sign.charCodeAt(0).toString(16)}` : `\\u${sign.charCodeAt(0)}?`;
}
const rtfText = (line: string) => [...line].map(rtfSign).join("");
const rtfHead = [
  "{\\rtf1\\ansi\\ansicpg1252\\deff0\\nouicompat{\\fonttbl{\\f0\\fnil\\fcharset0 Courier New;}}",
  "{\\*\\generator Riched20 10.0.19041}\\viewkind4\\uc1 ",
];

const inSecondLine = (text: string): Wrapped => ({ text, lineOf: () => 2 });

/** Documents that a capture was pasted into. */
export const documentWrappings: readonly Wrapping[] = [
  {
    name: "a document of Word",
    wrap: (lines) => inSecondLine(word(lines.map((line) => paragraph(inRuns(line))).join(""))),
  },
  {
    name: "a document of Word with line breaks",
    wrap: (lines) => inSecondLine(word(paragraph(lines.map(inRuns).join("<w:r><w:br/></w:r>")))),
  },
  {
    name: "strings of Export-Clixml",
    wrap: (lines) => ({
      text: ["<Objs>", ...lines.map((line) => `  <S>${xml(line)}</S>`), "</Objs>"].join("\n"),
      lineOf: (line) => line + 1,
    }),
  },
  {
    name: "one string of Export-Clixml",
    wrap: (lines) => inSecondLine(`<Objs>\n  <S>${lines.map(xml).join("_x000D__x000A_")}</S>\n</Objs>`),
  },
  {
    name: "rich text",
    wrap: (lines) => ({
      text: [...rtfHead, ...lines.map((line) => `\\pard\\f0\\fs20 ${rtfText(line)}\\par`), "}"].join("\r\n"),
      lineOf: (line) => line + 2,
    }),
  },
  {
    name: "rich text whose lines end anywhere",
    wrap: (lines) => ({
      text: [
        ...rtfHead,
        ...lines.flatMap((line) => [`{\\f0 ${rtfText(line.slice(0, 20))}`, `${rtfText(line.slice(20))}}\\line`]),
        "}",
      ].join("\r\n"),
      lineOf: (line) => 2 * line + 1,
    }),
  },
];
