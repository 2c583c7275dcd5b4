import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { hintOf, readLine } from "../contract/lines.ts";
import { anyWords, blanks, lineEnd, oneOf, someBlanks, token } from "../lexicon/lexemes.ts";
import { bareCommand } from "./commands.ts";
import { hostName } from "./host-name.ts";
import { type HostSignal, type Marker, named, type Reach } from "./marker.ts";
import { clocks } from "./times/clocks.ts";
import { stampOf } from "./times/stamp.ts";

interface Spec {
  runner: Marker;
  adHoc: Marker;
  result: Marker;
  task: Marker;
  bolt: Marker;
  psExec: Marker;
  begun: Marker;
  nornir: Marker;
  parallelSsh: Marker;
}

const bar = P.string("|").trim(blanks);
const outcomes = /(?:CHANGED|SUCCESS|FAILED|UNREACHABLE|OK)!?(?![\w])/i;
const outcome = token(outcomes);
const output = token(/(?:>>|=>|\||$|\n)/);
const returnCode = token(/rc=-?\d{1,10}/);
const status = oneOf(["ok", "changed", "failed", "fatal", "skipping", "unreachable", "rescued", "ignored"]);
const delegate = token(/(?:[ \t]*->[ \t]*[^\]\n]{1,260})?/);
const itemWords = token(/[^()\n]{1,300}/);
const taskName = token(/[^[\]\n]{1,300}/);
const stars = token(/[ \t]*\*{2,}/);
const error = token(/with error code -?\d{1,10}\./);
const ended = token(/[^\s]{1,260}/).skip(token(/[ \t]+exited on[ \t]+/));
const changed = token(/ \*\* changed : (?:True|False) \*{2,}/);
const result = oneOf(["SUCCESS", "FAILURE"]).wrap(P.string("["), P.string("]"));
const ordinal = token(/\[\d{1,6}\]/);
const user = token(/(?:[^\s@]{1,104}@)?/);
const port = token(/(?::\d{1,5})?/);
/** PsExec and its likes say what they do where, each step in a line. */
const begunOn = token(/(?:Connecting to|(?:Starting|Copying)[ \t][^\n]{1,200}?[ \t](?:on|to))[ \t]+(?=\S+\n)/i);

/** What people run a command with on many hosts prints these lines around each host's answer. */
const language = P.createLanguage<Spec>({
  runner: ({ adHoc, result: play, task, bolt, psExec, begun, nornir, parallelSsh }) =>
    blanks.then(P.alt(adHoc, play, task, bolt, psExec, begun, nornir, parallelSsh)),

  // srv01 | CHANGED | rc=0 >>          srv01 | UNREACHABLE! => {
  adHoc: () =>
    hostName
      .skip(bar)
      .skip(outcome)
      .skip(bar.then(returnCode).or(P.of("")))
      .skip(blanks)
      .skip(P.lookahead(output))
      .skip(anyWords)
      .map((name) => about(name, "Ansible")),

  // ok: [srv01] => (item=netstat -nt) => {
  result: () =>
    P.seqMap(
      status.then(P.regexp(/:[ \t]*/)).then(hostName.skip(delegate).wrap(P.string("["), P.string("]"))),
      P.alt(
        P.regexp(/[ \t]*=>[ \t]*\(item=/)
          .then(itemWords)
          .skip(P.string(")")),
        P.of(""),
      ).skip(anyWords),
      (name, item) => about(name, "Ansible", "source", bareCommand(item)),
    ),

  // TASK [netstat -nt] *********
  task: () =>
    P.regexp(/(?:TASK|PLAY|RUNNING HANDLER)[ \t]*/)
      .then(taskName.wrap(P.string("["), P.string("]")).skip(stars))
      .map((name) => ({ class: "banner", command: bareCommand(name) })),

  // Finished on srv01:
  bolt: () =>
    P.regexp(/(?:Started|Finished|Failed) on /)
      .then(hostName)
      .skip(P.regexp(/:|\.{3}/))
      .map((name) => about(name, "Bolt")),

  // netstat exited on SRV01 with error code 0.
  psExec: () =>
    ended
      .then(hostName)
      .skip(someBlanks)
      .skip(error)
      .map((name) => about(name, "PsExec", "above")),

  // Starting netstat on srv01...          Connecting to srv01...
  begun: () =>
    begunOn
      .then(hostName)
      .skip(P.regexp(/\.{3}|…/))
      .map((name) => about(name, "PsExec")),

  // * srv01 ** changed : False ****************
  nornir: () =>
    P.regexp(/(?:\* )?/)
      .then(hostName)
      .skip(changed)
      .map((name) => about(name, "Nornir")),

  // [1] 08:15:10 [SUCCESS] srv01          [2] 08:15:11 [SUCCESS] admin@srv02:22
  parallelSsh: () =>
    P.seqMap(
      ordinal.then(someBlanks).then(clocks.clock).skip(someBlanks),
      result.then(someBlanks).then(user).then(hostName).skip(port),
      (clock, name) => ({ ...about(name, "parallel-ssh"), time: stampOf(null, clock, "") }),
    ),
});

const runnerLine = language.runner.skip(blanks).skip(lineEnd);
export const runnerHint: Hint = hintOf(() => [
  [/\|[ \t]*/, outcomes],
  [/:[ \t]*\[/],
  [/^[ \t]*(?:TASK|PLAY|RUNNING HANDLER)/],
  [/(?:Started|Finished|Failed|exited) on/],
  [/^[ \t]*(?:Connecting|Starting|Copying)[ \t]/, /[^\n]*(?:\.{3}|…)[ \t]*$/],
  [/\[(?:SUCCESS|FAILURE)\]/],
  [/ \*\* changed : /],
]);

/** What a runner says by the line. */
export function readRunner(text: string): Marker | undefined {
  return runnerHint(text) ? readLine(runnerLine, text) : undefined;
}

function about(name: string, by: HostSignal, reach?: Reach, command: string | null = null): Marker {
  return { class: "banner", command, host: named(name, by, reach) };
}
