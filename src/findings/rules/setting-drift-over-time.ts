import type { Setting, SettingKey } from "../../../grammar/index.ts";
import { setCommand, showCommands } from "../../facts/commands.ts";
import { defaultOf, recommendedOf } from "../../facts/defaults.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import {
  compareMoments,
  type Evidence,
  type EvidencePlace,
  inOrderOfTime,
  type Moment,
  placeIn,
} from "../../hosts/index.ts";
import { defineRule, type Observed, undecided } from "../rule.ts";

/** A line of a setting, and when it was printed. */
interface Print extends Moment {
  readonly record: Setting;
  readonly at: EvidencePlace;
}

type Settings = Pick<Evidence, "tcpGlobal"> & Partial<Evidence>;

/** Two prints of one setting that differ, the first one known to be the earlier. */
type Change = readonly [before: Print, after: Print];

/** Changes of one setting that are told. */
const MOST_CHANGES = 3;

export default defineRule({
  id: "setting-drift-over-time",
  severity: "info",
  title: "A TCP setting changed between two captures of the host",
  rationale:
    "Numbers from before and after a change do not belong together, and a change that nobody remembers is worth a question. Values are compared only if their captures show when they were taken, or whether they are from before or after. Any Windows.",
  falseAlarms:
    "The window scaling heuristics may change the auto-tuning level that is shown. Two values without known times are not a change but a contradiction, which is reported as a diagnostic.",
  remedy: "Find out who or what changed it, and whether that was meant.",
  references: [source("conclusion", "what two captures of one host show")],
  appliesTo: "any",
  needs: ["tcpGlobal"],
  examples: { fails: { text: example("disabled") }, passes: { text: example("enabled") } },
  *check(evidence) {
    const histories = [...printsOf(evidence)].map(([setting, prints]) => ({ setting, prints: inOrderOfTime(prints) }));
    if (histories.every(({ prints }) => prints.length < 2)) {
      const [first] = evidence.tcpGlobal;
      const reason = "the captures do not show a setting at two moments whose order is known";
      const command = `echo %date% %time% & ${showCommands.settings}`;
      yield undecided(reason, [placeIn(first, first.records[0] ?? first)], command);
      return;
    }
    for (const { setting, prints } of histories) {
      const changes = changesAmong(prints);
      if (changes.length > 0) yield told(setting, changes, evidence);
    }
  },
});

function printsOf({
  tcpGlobal,
  netOffloadGlobalSetting,
  sqlCheck,
}: Settings): ReadonlyMap<SettingKey, readonly Print[]> {
  const prints = new Map<SettingKey, Print[]>();
  for (const capture of [...tcpGlobal, ...(netOffloadGlobalSetting ?? []), ...(sqlCheck ?? [])]) {
    for (const record of capture.records) {
      if (record.setting === null) continue;
      const print = { record, time: capture.time, phase: capture.phase, at: placeIn(capture, record) };
      const key = record.setting as SettingKey; // none of these prints heuristics
      const before = prints.get(key);
      if (before === undefined) prints.set(key, [print]);
      else before.push(print);
    }
  }
  return prints;
}

/** What was printed twice in one moment is no change. */
function changesAmong(prints: readonly Print[]): readonly Change[] {
  return prints.flatMap((print, at): Change[] => {
    const before = prints[at - 1];
    if (before === undefined || before.record.value === print.record.value) return [];
    return (compareMoments(before, print) ?? 0) < 0 ? [[before, print]] : [];
  });
}

function told(setting: SettingKey, changes: readonly Change[], { os }: Partial<Evidence>): Observed {
  const shown = changes.slice(0, MOST_CHANGES);
  const steps = shown.map(([before, after]) => `from ${valueText(before)} to ${valueText(after)}`);
  const more = changes.length > shown.length ? `, and ${changes.length - shown.length} times more` : "";
  const [[{ record }]] = changes as readonly [Change];
  const back = isAdvisable(setting, record.value, os?.value) ? setCommand(setting, record.value, os?.value) : undefined;
  const doubt = setting === "receiveWindowAutoTuning" ? " The heuristics may have done that by themselves." : "";
  return {
    about: setting,
    message: `${record.label} changed ${steps.join(", then ")}${more}.${doubt}`,
    at: shown.flat().map(({ at }) => at),
    ...(back !== undefined && {
      remedy: `Find out who or what changed it. If it was not meant, \`${back}\` takes it back.`,
    }),
  };
}

/** False for a value that other findings advise against: what they ask for is not to be taken back. */
function isAdvisable(setting: SettingKey, value: Setting["value"], os: OsBand | undefined): boolean {
  const advised = os === undefined ? undefined : (recommendedOf(setting, os) ?? defaultOf(setting, os));
  return advised === undefined || advised.values.includes(value);
}

function valueText({ record, time, phase }: Print): string {
  return `"${record.value}" (${time ?? `phase ${phase}`})`;
}

function example(later: string): string {
  return `20240115 09:00:00.250 : netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

20240116 09:00:00.250 : netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${later}
Chimney Offload State               : enabled
`;
}
