import { type Mend, matchesOf, mendWhere } from "./mend.ts";

/** `**text**`. Masks and footnotes have stars in other places. */
const inText = "(?<=^|[\\s|>(])\\*\\*(?=[\\p{L}\\p{N}_`])[^*\\n]{1,300}(?<=\\S)\\*\\*(?=$|[\\s|<).,:;])";
/** A line of code with its stars. */
const code = "(?:[^*\\n]|\\*(?!\\*)|\\*(?=\\*\\*[ \\t]{0,80}$)){1,300}";
/** A whole line that is bold with its blanks; with one on either side the stars are a frame. */
const wholeLine = `^[ \\t]{0,80}\\*\\*(?:(?=[ \\t]{2}|[\\t\\p{L}\\p{N}[-])${code}|(?= )${code}(?<=\\S))\\*\\*[ \\t]{0,80}$`;
const bold = new RegExp(`${inText}|${wholeLine}`, "gu");

/** The stars around bold text go. */
export const boldText: Mend = mendWhere(/\*\*/, (text) => {
  return matchesOf(text, bold).flatMap(({ index, 0: found }) => {
    const from = index + found.indexOf("**");
    const end = index + found.lastIndexOf("**");
    return [
      { from, to: from + 2, text: "" },
      { from: end, to: end + 2, text: "" },
    ];
  });
});
