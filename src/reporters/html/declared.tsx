import { type ComponentChild, createContext } from "preact";
import { useContext } from "preact/hooks";

/** What takes a word of somebody that a feature is in use, or is not; null where nobody can be asked: a file is read only. */
export const Declare = createContext<((feature: string, isUsed: boolean) => void) | null>(null);

/** A step that asks for options of the command line, as the next steps of a verdict print it. */
const DECLARATION = /^--context ((?:no-[\w-]+,)*no-[\w-]+)(?= |$)/;

/** The features that a step asks about; none where it asks for something else. */
export function declaredIn(step: string): readonly string[] {
  const [, words = ""] = DECLARATION.exec(step) ?? [];
  return words.split(",").flatMap((word) => (word === "" ? [] : [word.replace(/^no-/, "")]));
}

/** The question for each feature, with its two answers, where they can be given. */
export function Declaration({ features }: { readonly features: readonly string[] }): ComponentChild {
  const declare = useContext(Declare);
  if (declare === null) return null;
  return (
    <ul class="declared">
      {features.map((feature) => (
        <li key={feature}>
          <code>{feature}</code>{" "}
          <button type="button" class="copy" onClick={() => declare(feature, true)}>
            in use
          </button>{" "}
          <button type="button" class="copy" onClick={() => declare(feature, false)}>
            not in use
          </button>
        </li>
      ))}
    </ul>
  );
}
