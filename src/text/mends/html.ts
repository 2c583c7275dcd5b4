import { decodeHTML } from "entities/decode";
import { type Mend, mendWhere, replacing, untouched } from "./mend.ts";

/** Elements that stand in a line of text; their tags vanish. */
const inline =
  "a|abbr|b|big|code|del|em|font|i|img|ins|kbd|mark|nobr|o:p|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";
/** Elements that begin and end a line of their own. */
const block =
  "article|blockquote|body|caption|center|col|colgroup|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|html|li|main|" +
  "ol|p|pre|section|table|tbody|tfoot|thead|tr|ul";

/** Only known names are tags: "<---", "<none>" and "<proto>" are somebody's text. */
const markup = new RegExp(
  `<(?<end>/?)(?:(?<inline>${inline})|(?<block>${block})|(?<cell>td|th)|(?<br>br)|(?<rule>hr))(?=[\\s/>])[^<>]{0,1000}>` +
    "|<!--[^<>]{0,1000}-->|<!doctype\\b[^<>]{0,300}>" +
    "|(?<entity>&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,31});)",
  "gi",
);

/** An element of Export-Clixml with its name: `<S N="Name">` and `<B N="Enabled">` are no tags of HTML. */
const clixml = /^[ \t]*<(?:[A-Z][A-Za-z0-9]* N="|S>[^<]*<\/S>[ \t]*$)/;

/** A TAB parts cells that have blanks in them, too. */
const gap = "\t";
/** As long as a line of dashes has to be to count as a rule. */
const rule = "-----";

/**
 * HTML: tags go, entities become what they stand for. A line ends where a browser would end it, cells of a table are
 * set apart by a gap, `<hr>` is drawn.
 */
export const html: Mend = mendWhere(/[<&]/, (text) => {
  if (clixml.test(text)) return untouched;
  let isBegun = false;
  let seen = 0;
  return replacing(text, markup, (match) => {
    const { entity, cell, block, br, rule: hr, end } = match.groups ?? {};
    isBegun ||= text.slice(seen, match.index).trim() !== "";
    seen = match.index + match[0].length;
    if (entity !== undefined) {
      const character = decodeHTML(entity);
      isBegun ||= character.trim() !== "";
      return character === entity ? undefined : character;
    }
    if (cell !== undefined) return end === "" && isBegun ? gap : "";
    if (block === undefined && br === undefined && hr === undefined) return "";
    const lineEnd = isBegun || br !== undefined ? "\n" : "";
    isBegun = false;
    return hr === undefined ? lineEnd : `${lineEnd}${rule}\n`;
  });
});
