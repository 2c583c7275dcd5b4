import type { Finding } from "./finding.ts";

/** What comes of a rule on thousands of hosts in the same words; by the rule, then by why it comes to that. */
const kept = new WeakMap<object, Map<string, Finding>>();

/** Outcomes kept of one rule: each set of missing captures on each version of Windows is another one. */
const MOST_OF_A_RULE = 500;

/**
 * The finding that `make` makes, once for all hosts for which `why` is the same: most of what the rules say of a host is
 * that they have nothing to say. It is frozen, since a change on one host would be a change on all of them.
 */
export function sharedFinding(rule: object, why: string, make: () => Finding): Finding {
  const known = kept.get(rule) ?? new Map<string, Finding>();
  kept.set(rule, known);
  const found = known.get(why);
  if (found !== undefined) return found;
  const made = frozen(make());
  if (known.size < MOST_OF_A_RULE) known.set(why, made);
  return made;
}

function frozen(finding: Finding): Finding {
  for (const list of [finding.evidence, finding.missing, finding.supply]) Object.freeze(list);
  return Object.freeze(finding);
}
