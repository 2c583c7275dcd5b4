import type { ComponentChild } from "preact";
import type { HostReport } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { printable } from "../printable.ts";
import { scriptHint } from "../script-hint.ts";
import { commandsOf, declarationsOf } from "../words.ts";
import { Declaration } from "./declared.tsx";
import { RuleName } from "./findings.tsx";
import { Command } from "./step.tsx";
import { Table } from "./table.tsx";

interface UncheckedProps {
  readonly host: Pick<HostReport, "captures" | "findings">;
  readonly id: string;
  /** Of many hosts the rules are named, and explained once. */
  readonly isShort?: boolean;
}

/** What was not checked for want of a capture, by the commands that supply it, and rule by rule. */
export function Unchecked({ host, id, isShort = false }: UncheckedProps): ComponentChild {
  const unchecked = host.findings.filter(({ kind }) => kind === "notEvaluated");
  if (unchecked.length === 0) return null;
  const declared = declarationsOf(unchecked);
  const hint = scriptHint(host);
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
      {hint !== undefined && (
        <p>
          <code>chimneysweep capture-script</code> prints a script that runs {hint}.
        </p>
      )}
      {declared.length > 0 && (
        <p>
          Or state it yourself: <code>--context NAME</code> (in use) or <code>no-NAME</code> (not in use):{" "}
          {declared.join(", ")}
        </p>
      )}
      <Declaration features={declared.map((name) => name.replace(/^no-/, ""))} />
      <details>
        <summary>The rules, one by one</summary>
        {isShort ? (
          <p>{unchecked.map(({ rule }) => printable(rule)).join(", ")}</p>
        ) : (
          <ul>
            {unchecked.map(({ rule, message, supply }, at) => (
              <li key={at}>
                {printable(message)} <RuleName rule={rule} />
                {supply.length > 0 && <> To find out, run: {supply.map(printable).join(" or ")}</>}
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}
