import type { ComponentChild } from "preact";
import type { Finding } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { printable } from "../printable.ts";
import { commandsOf, declarationsOf } from "../words.ts";
import { Command } from "./step.tsx";
import { Table } from "./table.tsx";

interface UncheckedProps {
  readonly findings: readonly Finding[];
  readonly id: string;
}

/** What was not checked for want of a capture, by the commands that supply it, and rule by rule. */
export function Unchecked({ findings, id }: UncheckedProps): ComponentChild {
  const unchecked = findings.filter(({ kind }) => kind === "notEvaluated");
  if (unchecked.length === 0) return null;
  const declared = declarationsOf(unchecked);
  return (
    <section>
      <h3 id={`${id}-unchecked`}>Not checked</h3>
      <p>{counted(unchecked.length, "rule")} could not be checked with what was captured.</p>
      <Table
        caption="To have more checked, capture"
        heading={["Command", "Rules"]}
        rows={commandsOf(unchecked).map(([command, count]) => [<Command command={command} />, String(count)])}
        align="lr"
      />
      <p>
        <code>chimneysweep capture-script</code> prints a script that runs the usual ones.
      </p>
      {declared.length > 0 && (
        <p>
          Or say it on the command line with <code>--context NAME</code> (<code>no-NAME</code> for what is not in use):{" "}
          {declared.join(", ")}
        </p>
      )}
      <details>
        <summary>The rules, one by one</summary>
        <ul>
          {unchecked.map(({ rule, message, supply }, at) => (
            <li key={at}>
              {printable(message)} <code>{printable(rule)}</code>
              {supply.length > 0 && <> Supplied by: {supply.map(printable).join(" or ")}</>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
