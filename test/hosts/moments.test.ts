import { describe, expect, it } from "vitest";
import { compareMoments, goesBy, inOrderOfTime, type Moment } from "../../src/hosts/moments.ts";

const at = (time: string | null, phase: string | null = null): Moment => ({ time, phase });

describe("the order of two moments", () => {
  it.each<readonly [what: string, one: Moment, other: Moment, order: number | undefined]>([
    ["by local times", at("2024-01-15T09:00:00"), at("2024-01-15T09:00:01"), -1],
    ["of one moment", at("2024-01-15T09:00:00"), at("2024-01-15T09:00:00.0"), 0],
    ["by times in two zones", at("2024-01-15T09:00:00Z"), at("2024-01-15T09:30:00+01:00"), 1],
    ["by a local time and one with its zone", at("2024-01-15T09:00:00"), at("2024-01-15T11:00:00Z"), undefined],
    ["by a word that is no time", at("later"), at("2024-01-15T11:00:00"), undefined],
    ["by one time alone", at(null), at("2024-01-15T11:00:00"), undefined],
    ["by a local time and one with its offset", at("2024-01-15T09:00:00"), at("2024-01-15T11:00:00+01:00"), -1],
    ["by days", at("2024-01-15"), at("2024-01-16"), -1],
    ["by a day and a time of the day after", at("2024-01-15"), at("2024-01-16T00:10:00"), -1],
    ["of one day", at("2024-01-15"), at("2024-01-15T11:00:00"), undefined],
    ["by a day and a time of another zone", at("2024-01-15"), at("2024-01-16T11:00:00Z"), undefined],
    ["by headings", at(null, "before"), at(null, "after"), -1],
    ["by phases", at(null, "start"), at(null, "Stop"), -1],
    ["by phases around a reproduction", at(null, "after-repro"), at(null, "before-repro"), 1],
    ["by times before phases", at("2024-01-15T09:00:00", "stop"), at("2024-01-15T10:00:00", "start"), -1],
    ["by phases where one time is missing", at("2024-01-15T09:00:00", "start"), at(null, "stop"), -1],
    ["of one phase", at(null, "start"), at(null, "start"), undefined],
    ["of a phase that says nothing of before and after", at(null, "start"), at(null, "collect"), undefined],
    ["of nothing", at(null), at(null), undefined],
  ])("%s", (_, one, other, order) => {
    const [there, back] = [compareMoments(one, other), compareMoments(other, one)];
    expect(there === undefined ? undefined : Math.sign(there)).toBe(order);
    expect(back === undefined ? undefined : Math.sign(back) + 0).toBe(order === undefined ? undefined : 0 - order);
  });
});

it.each<readonly [Moment, string]>([
  [at("2024-01-15T09:00:00"), "local day"],
  [at("2024-01-15T09:00:00.250"), "local day"],
  [at("2024-01-15T09:00:00Z"), "zoned"],
  [at("2024-01-15T09:00:00+01:00"), "local zoned day"],
  [at("2024-01-15T09:00:00-0100"), "local zoned day"],
  [at("2024-01-15"), "day"],
  [at("2024-01-15 09:00"), ""],
  [at("at 2024-01-15"), ""],
  [at("2024-13-45T99:00:00"), ""],
  [at(null, "START"), "phase"],
  [at(null, "before"), "phase"],
  [at(null, "collect"), ""],
  [at(null), ""],
])("%j goes by: %s", (moment, clocks) => {
  const own = (["local", "zoned", "day", "phase"] as const).filter((clock) => goesBy(clock, moment));
  expect(own.join(" ")).toBe(clocks);
});

describe("moments in order", () => {
  const [nine, ten, never] = [at("2024-01-15T09:00:00"), at("2024-01-15T10:00:00"), at(null)];
  it.each<readonly [what: string, given: readonly Moment[], order: readonly Moment[]]>([
    ["are sorted by their times", [ten, nine], [nine, ten]],
    ["leave out those without a time", [ten, never, nine], [nine, ten]],
    ["are none where only one is known", [ten, never], []],
    ["are none where all are the same", [ten, at("2024-01-15T10:00:00")], []],
    [
      "go by phases where times tell nothing",
      [at(null, "stop"), at(null, "start")],
      [at(null, "start"), at(null, "stop")],
    ],
    [
      "go by days where times are the same",
      [at("2024-01-16"), at("2024-01-15T10:00:00")],
      [at("2024-01-15T10:00:00"), at("2024-01-16")],
    ],
    ["are none of none", [], []],
  ])("%s", (_, given, order) => {
    expect(inOrderOfTime(given)).toEqual(order);
  });
});
