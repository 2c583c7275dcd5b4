import type { ComponentChild } from "preact";
import type { HostReport } from "../../report/index.ts";
import { saidByVerdict } from "../folded.ts";
import { printable } from "../printable.ts";
import { type Tone, verdictText, verdictTone } from "../standing.ts";
import { Evidence } from "./evidence.tsx";
import { Explain } from "./explained.tsx";
import { Command } from "./step.tsx";

/** Seen before anything is read; the words beside it say the same. */
const icons: { readonly [T in Tone]: string } = { good: "✓", bad: "✕", open: "?", plain: "–" };

/** A verdict at a glance: its icon and its few words. */
export function VerdictBadge({ code }: { readonly code: string | null }): ComponentChild {
  if (code === null) return null;
  const tone = verdictTone(code);
  return (
    <span class={`badge ${tone}`}>
      <span class="icon" aria-hidden="true">
        {icons[tone]}
      </span>{" "}
      {capital(printable(verdictText(code)))}
    </span>
  );
}

/** Verdicts counted at a glance. */
const MOST_VERDICTS = 4;

/** What needs somebody first. */
const tones: readonly Tone[] = ["bad", "open", "plain", "good"];

/** How many hosts a verdict has, the worst first, then the most frequent. */
export function VerdictCounts({ codes }: { readonly codes: readonly (string | null)[] }): ComponentChild {
  const counts = new Map<string, number>();
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  const rank = (code: string) => tones.indexOf(verdictTone(code));
  const first = [...counts]
    .sort(([a, many], [b, more]) => rank(a) - rank(b) || more - many || (a < b ? -1 : 1))
    .slice(0, MOST_VERDICTS);
  return first.map(([code, count]) => (
    <span key={code}>
      {count} <VerdictBadge code={code} />
    </span>
  ));
}

/** The answer to why nothing, or so little, is offloaded; the lines it rests on; what to run next. */
export function VerdictView({ host: { verdict, excerpts, findings } }: { readonly host: HostReport }): ComponentChild {
  if (verdict === null) return null;
  const rules = saidByVerdict(findings);
  return (
    <div class={`verdict ${verdictTone(verdict.code)}`}>
      <p class="answer">
        <Explain name={verdict.code}>
          <VerdictBadge code={verdict.code} />
        </Explain>
      </p>
      <p class="statement">{printable(verdict.statement)}</p>
      <Evidence places={verdict.because} excerpts={excerpts} />
      {rules.length > 0 && <p class="faint">Rules that say the same: {rules.join(", ")}</p>}
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

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
