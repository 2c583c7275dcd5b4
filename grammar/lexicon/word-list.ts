/** The words of a text, as lists of them are easiest to read: parted by blanks, or by bars where they have blanks. */
export function wordList(text: string): readonly string[] {
  const parting = text.includes("|") ? /\s*[|\n]\s*/ : /\s+/;
  return text.split(parting).filter((word) => word !== "");
}
