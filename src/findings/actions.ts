import type { Finding } from "./finding.ts";

/** One thing to do on a host, whichever findings ask for it. */
export interface Action {
  /** Each command stands in one action only. */
  readonly step: string;
  /** The rules whose findings it settles. */
  readonly settles: readonly string[];
  /** How it is taken back; null where nothing is changed on the host. */
  readonly undo: string | null;
}

/** How commands begin; what begins otherwise is a sentence. */
const COMMAND = /^(?:netsh|reg|sc|net|netstat|systeminfo|ipconfig|wmic|Get-|Set-|Enable-|Disable-)\b/;

interface Draft {
  readonly step: string;
  readonly commands: ReadonlySet<string>;
  readonly settles: string[];
  readonly undo: string | null;
}

/**
 * What is to be done, in the order of the findings: the worst first. A remedy whose commands stand in another one's is
 * settled by it, whichever comes first, and so is one in the same words. Findings that others explain ask for nothing.
 */
export function actionsOf(findings: readonly Finding[]): readonly Action[] {
  const drafts: Draft[] = [];
  for (const { rule, kind, explainedBy = null, remedy, rollback } of findings) {
    if ((kind !== "fail" && kind !== "review") || explainedBy !== null || remedy === null) continue;
    const commands = commandsIn(remedy);
    const same = drafts.find((draft) => draft.step === remedy || covers(draft.commands, commands));
    if (same !== undefined) {
      if (!same.settles.includes(rule)) same.settles.push(rule);
      continue;
    }
    // What is wider takes the place of the first of those that it covers.
    const narrower = drafts.filter((draft) => covers(commands, draft.commands));
    const place = narrower[0] === undefined ? drafts.length : drafts.indexOf(narrower[0]);
    const settles = [...new Set([...narrower.flatMap((draft) => draft.settles), rule])];
    drafts.splice(place, 0, { step: remedy, commands, settles, undo: rollback });
    for (const draft of narrower) drafts.splice(drafts.indexOf(draft), 1);
  }
  return drafts.map(({ step, settles, undo }) => ({ step, settles, undo }));
}

/** The steps that take everything back, the last thing done first; each once. */
export function undoOf(actions: readonly Action[]): readonly string[] {
  return [...new Set(actions.toReversed().flatMap(({ undo }) => (undo === null ? [] : [undo])))];
}

function commandsIn(remedy: string): ReadonlySet<string> {
  const marked = remedy.split("`").filter((_, at) => at % 2 === 1);
  const all = remedy.includes("`") ? marked : [remedy];
  return new Set(all.map((one) => one.trim()).filter((one) => COMMAND.test(one)));
}

/** True where every command of some stands in another set; sentences without commands cover nothing. */
function covers(known: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  return asked.size > 0 && [...asked].every((command) => known.has(command));
}
