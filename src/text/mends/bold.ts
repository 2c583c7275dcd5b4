import { type Mend, matchesOf, mendWhere } from "./mend.ts";

/** `**text**`, and a line of code that is bold with its blanks. Masks and footnotes have stars in other places. */
const bold =
  /(?<=^|[\s|>(])\*\*(?=[\p{L}\p{N}_`])[^*\n]{1,300}(?<=\S)\*\*(?=$|[\s|<).,:;])|^[ \t]{0,80}\*\*[ \t]{2}[^*\n]{1,300}\*\*[ \t]{0,80}$/gu;

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
