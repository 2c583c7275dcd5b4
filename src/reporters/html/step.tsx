import type { ComponentChild } from "preact";
import { useContext } from "preact/hooks";
import { printable } from "../printable.ts";
import { Declaration, Declare, declaredIn } from "./declared.tsx";
import { untranslated } from "./untranslated.ts";

/** How commands begin; what begins otherwise is a sentence. */
const COMMAND = /^(?:netsh|reg|sc|net|systeminfo|ipconfig|wmic|ver|hostname|netstat|Get-|Set-|Enable-|Disable-) ?\S*/;

/** What a sentence has and a command has not. */
const SENTENCE = /`|, |; /;

/** A command by itself, to be copied as a whole; what is no command stands as the text that it is. */
export function Command({ command }: { readonly command: string }): ComponentChild {
  const declare = useContext(Declare);
  const features = declaredIn(command);
  if (declare !== null && features.length > 0) return <Declaration features={features} />;
  if (SENTENCE.test(command)) return printable(command);
  return (
    <pre class="command" {...untranslated}>
      <code>{printable(command)}</code>
    </pre>
  );
}

/** A step within a sentence or a list. */
export function StepText({ step }: { readonly step: string }): ComponentChild {
  const isCommand = COMMAND.test(step) && !SENTENCE.test(step);
  return isCommand ? <Command command={step} /> : step.split("`").map(part);
}

/** A step to take: a command by itself, or a sentence with commands in it, which are marked by back quotes. */
export function Step({ title, step }: { readonly title: string; readonly step: string | null }): ComponentChild {
  if (step === null) return null;
  const isCommand = COMMAND.test(step) && !SENTENCE.test(step);
  return (
    <div class="step">
      <h5>{title}</h5>
      {isCommand ? <Command command={step} /> : <p>{step.split("`").map(part)}</p>}
    </div>
  );
}

function part(text: string, at: number): ComponentChild {
  return at % 2 === 1 ? (
    <code class="copied" {...untranslated}>
      {printable(text)}
    </code>
  ) : (
    printable(text)
  );
}
