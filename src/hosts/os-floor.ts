import { floorOfCommand, floorOfLine, isOlder } from "../facts/os-floors.ts";
import { type EvidencePlace, type OsFloor, placeIn } from "./evidence/evidence.ts";
import { capturesOf, type KeptCaptures } from "./evidence/kept.ts";

/** The highest floor of all captures; that of a command before that of a line. Undefined when all versions have all of it. */
export function osFloor(kept: KeptCaptures): OsFloor | undefined {
  const floors = [...floorsOfCommands(kept), ...floorsOfLines(kept)];
  const [first] = floors;
  return first && floors.reduce((best, own) => (isOlder(best.value, own.value) ? own : best), first);
}

function floorsOfCommands(kept: KeptCaptures): readonly OsFloor[] {
  return [...kept.keys()].flatMap((kind): OsFloor[] => {
    const value = floorOfCommand(kind);
    const capture = capturesOf(kept, kind).find(({ records }) => records.length > 0);
    const [record] = capture?.records ?? [];
    if (value === undefined || capture === undefined || record === undefined) return [];
    const at: EvidencePlace = { source: capture.source, line: record.line, text: capture.textOf(record.line) };
    return [{ value, at: [at], by: "command" }];
  });
}

function floorsOfLines(kept: KeptCaptures): readonly OsFloor[] {
  return capturesOf(kept, "tcpGlobal")
    .filter(({ traits }) => !traits.byPosition)
    .flatMap((capture) =>
      capture.records.flatMap((record): OsFloor[] => {
        const { setting } = record;
        const value = setting === null ? undefined : floorOfLine(setting);
        return value === undefined ? [] : [{ value, at: [placeIn(capture, record)], by: "line" }];
      }),
    );
}
