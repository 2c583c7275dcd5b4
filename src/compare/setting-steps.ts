import { compareMoments, inOrderOfTime, type Moment } from "../hosts/index.ts";
import type { CaptureReport, HostReport, ReportPlace, SettingReport } from "../report/index.ts";
import type { SettingChange } from "./changes.ts";

/** A setting that has another value than at the moment before. */
export interface SettingStep extends ReportPlace, Moment {
  readonly setting: SettingChange["setting"];
  readonly before: string | number;
  readonly after: string | number;
}

/** A line of a setting, and when it was printed. */
interface Print extends Moment {
  readonly line: SettingReport;
}

/** Steps listed. */
const MOST_STEPS = 200;

/** The changes of settings between moments whose order is known, setting by setting. */
export function settingSteps({
  settings,
  captures,
}: Pick<HostReport, "settings" | "captures">): readonly SettingStep[] {
  const prints = new Map<SettingChange["setting"], Print[]>();
  for (const print of printsOf(settings, captures)) {
    const { setting } = print.line;
    if (setting === null) continue;
    const before = prints.get(setting);
    if (before === undefined) prints.set(setting, [print]);
    else before.push(print);
  }
  return [...prints].flatMap(([setting, all]) => stepsOf(setting, inOrderOfTime(all))).slice(0, MOST_STEPS);
}

/** What was printed twice in one moment is no change. */
function stepsOf(setting: SettingChange["setting"], prints: readonly Print[]): readonly SettingStep[] {
  return prints.flatMap((print, at): SettingStep[] => {
    const before = prints[at - 1];
    if (before === undefined || before.line.value === print.line.value) return [];
    if ((compareMoments(before, print) ?? 0) >= 0) return [];
    const { source, line, value } = print.line;
    const { time, phase } = print;
    return [{ setting, before: before.line.value, after: value, source, line, time, phase }];
  });
}

/** The lines with the moments of their captures. */
function* printsOf(settings: readonly SettingReport[], captures: readonly CaptureReport[]): Iterable<Print> {
  const bySource = new Map<string, CaptureReport[]>();
  for (const capture of captures) {
    const others = bySource.get(capture.source);
    if (others === undefined) bySource.set(capture.source, [capture]);
    else others.push(capture);
  }
  let last: CaptureReport | undefined;
  for (const line of settings) {
    if (last === undefined || !holds(last, line)) last = bySource.get(line.source)?.find((one) => holds(one, line));
    if (last !== undefined) yield { line, time: last.time, phase: last.phase };
  }
}

function holds({ source, kind, line, endLine }: CaptureReport, at: SettingReport): boolean {
  return source === at.source && kind === at.kind && line <= at.line && at.line <= endLine;
}
