import type { Severity } from "../../grammar/index.ts";
import { emptyFinding, type Finding } from "./finding.ts";

/** What a rule came to, before it is known which findings of others stand beside it. */
export interface RuleRun<F> {
  /** None where the rule has nothing to say: it passes. */
  readonly findings: readonly F[];
  /** The message of its error, if it failed: a mistake of this program. */
  readonly failure?: string;
}

/** Findings of one rule: a text with thousands of faults must not make a report of thousands of pages. */
const MOST_OF_A_RULE = 50;

/** Lines quoted in one finding. */
export const MOST_LINES = 20;

/**
 * Runs the check of a rule, for one host or for several. More findings than fit are said to be there;
 * an error of the check becomes a finding beside those it had made. Never throws.
 */
export function runRule<O, F extends Finding>(
  rule: { readonly id: string; readonly severity: Severity; readonly title: string },
  check: () => Iterable<O>,
  findingOf: (observed: O) => F,
  complete: (finding: Finding) => F,
): RuleRun<F> {
  const found: F[] = [];
  try {
    for (const observed of check()) {
      const last = found.at(-1);
      if (last !== undefined && found.length === MOST_OF_A_RULE) return { findings: found.with(-1, cutOff(last)) };
      found.push(findingOf(observed));
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const message = `The rule itself failed: ${failure}`;
    return {
      findings: [...found, complete({ ...emptyFinding(rule), kind: "fail", severity: "error", message })],
      failure,
    };
  }
  return { findings: found };
}

/** What stands for a rule that has nothing to say. */
export function passOf(rule: { readonly id: string; readonly severity: Severity; readonly title: string }): Finding {
  return { ...emptyFinding(rule), message: `OK, does not apply: ${rule.title}` };
}

/** The last finding that is listed says that there are more. */
function cutOff<F extends Finding>(last: F): F {
  return { ...last, message: `${last.message} There are more, not listed here.` };
}
