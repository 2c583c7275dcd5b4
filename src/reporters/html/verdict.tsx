import type { ComponentChild } from "preact";
import type { HostReport } from "../../report/report.ts";
import { printable } from "../printable.ts";
import { Evidence } from "./evidence.tsx";
import { Command } from "./step.tsx";

/** The answer to why nothing, or so little, is offloaded; the lines it rests on; what to run next. */
export function VerdictView({ host: { verdict, excerpts } }: { readonly host: HostReport }): ComponentChild {
  if (verdict === null) return null;
  return (
    <div class="verdict">
      <p class="statement">{printable(verdict.statement)}</p>
      <Evidence places={verdict.because} excerpts={excerpts} />
      {verdict.next.length > 0 && (
        <div class="step">
          <p>Capture next:</p>
          {verdict.next.map((command) => (
            <Command key={command} command={command} />
          ))}
        </div>
      )}
    </div>
  );
}
