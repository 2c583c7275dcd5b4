/** A piece of a step: a sentence or a part of one, or a command that is copied as a whole. */
export interface StepPiece {
  readonly kind: "sentence" | "command";
  readonly text: string;
}

/** How commands begin; what begins otherwise is a sentence. */
const COMMAND =
  /^(?:netsh|reg|sc|net|netstat|systeminfo|ipconfig|wmic|ver|hostname|tasklist|(?:Get|Set|Enable|Disable|Test)-\w+)(?: \S|$)/;

/** Punctuation that is left over where a command was taken out of its sentence. */
const LEFT_OVER = /^[\s.,;:]+/;

/** True for a text that is one command and nothing else. */
export function isCommand(text: string): boolean {
  return COMMAND.test(text) && !/`|, |; /.test(text);
}

/**
 * The pieces of a step, in order: each command of several words by itself, so that it can be copied. A command of one word
 * stays in its sentence, in back quotes.
 */
export function stepPieces(step: string): readonly StepPiece[] {
  if (isCommand(step)) return [{ kind: "command", text: step }];
  const pieces: StepPiece[] = [];
  let sentence = "";
  const end = () => {
    const text = (pieces.length === 0 ? sentence : sentence.replace(LEFT_OVER, "")).trim();
    if (text !== "") pieces.push({ kind: "sentence", text });
    sentence = "";
  };
  for (const [at, part] of step.split("`").entries()) {
    if (at % 2 === 0) sentence += part;
    else if (!part.includes(" ")) sentence += `\`${part}\``;
    else {
      end();
      pieces.push({ kind: "command", text: part });
    }
  }
  end();
  return pieces;
}
