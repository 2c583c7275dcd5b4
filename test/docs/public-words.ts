import { codeOf, literalsOf, readTree } from "../support/imports.ts";

/** Where the words that Windows prints, and those of the documents on it, stand in the code: in its texts. Messages of ours change too often. */
const FOLDERS = ["grammar", "src/facts"];

/** Names of examples. */
const NAMES = /^(?:(?:srv|server|files?|app|web|sql|dc|fs|host|node|mail|pc)-?\d+|example|contoso|fabrikam)$/;

/** Keys of objects: of locales, words that Windows prints. */
const KEY = /([\p{L}_][\p{L}\p{M}\p{N}_]*)\??:/gu;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The file of `src/redact` that holds the words, those that begin with the same letter on a line. */
export function publicWordsFile(root: string): string {
  const lines = new Map<string, string[]>();
  for (const word of publicWords(root)) {
    const first = /^[a-z]/.exec(word)?.[0] ?? "";
    lines.set(first, [...(lines.get(first) ?? []), word]);
  }
  const text = [...lines.values()].map((words) => words.join(" ")).join("\n");
  return `/** Words that Windows prints and documents use: nobody's names. Written by npm run docs. */\nexport const publicWords = \`\n${text}\n\`;\n`;
}

/** All words of the texts in the code that knows Windows: what is no name of anybody. In lower case, in order. */
function publicWords(root: string): readonly string[] {
  const words = new Set<string>();
  for (const [, code] of readTree(root, FOLDERS)) {
    for (const literal of literalsOf(code)) for (const word of wordsIn(literal)) words.add(word);
    for (const [, key = ""] of codeOf(code).matchAll(KEY)) for (const word of wordsIn(key)) words.add(word);
  }
  return [...words].sort();
}

function wordsIn(literal: string): readonly string[] {
  // Escapes of texts and expressions end words, and their letters are none.
  if (/^https?:/.test(literal)) return [];
  const plain = literal.replaceAll(/\\u\{?([\da-f]{4,6})\}?/gi, " ").replaceAll(/\\[bBdDsSwWnrtpPfv0]/g, " ");
  return [...plain.matchAll(WORD)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => (word.length > 1 || /\p{Script=Han}/u.test(word)) && /\p{L}/u.test(word) && !NAMES.test(word));
}
