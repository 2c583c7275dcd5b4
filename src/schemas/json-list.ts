/** A JSON text that comes piece by piece: a list of its outermost object element by element, the rest as a whole. */
export interface JsonList {
  /** Takes the next piece, and gives the texts of the objects in the list that are whole by then. */
  readonly take: (piece: string) => readonly string[];
  /** The text without those objects, each of which is a 0 in it. */
  readonly rest: () => string;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Depth within the list: that of the outermost object and of the list itself. */
const IN_LIST = 2;

/** Characters before a list that are looked at for its key. */
const LONGEST_KEY = 100;

/**
 * Takes a JSON text apart whose list `key` may be longer than any text can be. Only strings and brackets are looked at:
 * whether the pieces are JSON is for `JSON.parse` to say, of the rest as of each element. A list whose key stands apart
 * from it stays in the rest.
 */
export function jsonList(key: string): JsonList {
  const opening = new RegExp(`${JSON.stringify(key)}\\s{0,20}:\\s{0,20}$`);
  let [rest, element] = ["", ""];
  let depth = 0;
  let [inString, isEscaped, inList, inElement] = [false, false, false, false];

  function take(piece: string): readonly string[] {
    const whole: string[] = [];
    let start = 0;
    /** Puts what was passed by where it belongs. Between elements of the list blanks don't count. */
    const moveTo = (at: number): void => {
      const passed = piece.slice(start, at);
      if (inElement) element += passed;
      else rest += inList ? passed.trim() : passed;
      start = at;
    };
    const open = (code: number, at: number): void => {
      if (depth === 1 && code === OPEN_BRACKET) {
        moveTo(at);
        inList = opening.test(rest.slice(-LONGEST_KEY));
      } else if (inList && depth === IN_LIST && code === OPEN_BRACE) {
        moveTo(at);
        inElement = true;
      }
      depth += 1;
    };
    const close = (at: number): void => {
      depth -= 1;
      if (depth < IN_LIST) inList = false;
      if (!inElement || depth !== IN_LIST) return;
      moveTo(at + 1);
      whole.push(element);
      element = "";
      inElement = false;
      rest += "0";
    };
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (isEscaped) isEscaped = false;
      else if (inString) {
        if (code === QUOTE) inString = false;
        else if (code === BACKSLASH) isEscaped = true;
      } else if (code === QUOTE) inString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) open(code, at);
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) close(at);
    }
    moveTo(piece.length);
    return whole;
  }
  return { take, rest: () => rest + element };
}
