import { describe, expect, it } from "vitest";
import { compareMoments, type Moment } from "../../src/hosts/moments.ts";

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
