import P from "parsimmon";
import { describe, expect, it } from "vitest";
import { fits } from "../../../../grammar/contract/lines.ts";
import { documentedValue, plausible, settingValue } from "../../../../grammar/forms/settings/values.ts";
import type { HeuristicKey, SettingKey } from "../../../../grammar/locales/locale.ts";

const valueFor = (key: SettingKey | HeuristicKey, text: string) =>
  settingValue((word) => documentedValue(key, word)).tryParse(text);

describe("a value", () => {
  it.each([
    ["chimneyOffload", "automatic", "automatic", ""],
    ["chimneyOffload", "Disabled", "disabled", ""],
    ["chimneyOffload", "automatic !!!", "automatic", "!!!"],
    ["chimneyOffload", "enabled   <--- this", "enabled", "<--- this"],
    ["chimneyOffload", "enabled<--- this", "enabled", "<--- this"],
    ["chimneyOffload", "enabled (default)", "enabled", "(default)"],
    ["netDma", "disabled  # why?", "disabled", "# why?"],
    ["netDma", "**disabled**", "disabled", ""],
    ["netDma", '"disabled",', "disabled", ""],
    ["netDma", "`disabled`", "disabled", ""],
    ["initialRto", "3000", 3000, ""],
    ["initialRto", "3000,", 3000, ""],
    ["maxSynRetransmissions", "2", 2, ""],
    ["rfc1323Timestamps", "allowed", "allowed", ""],
    ["pacingProfile", "off", "off", ""],
    ["receiveWindowAutoTuning", "highlyrestricted", "highlyrestricted", ""],
    ["profileTypeDomain", "normal", "normal", ""],
    ["networkDirectAcrossIpSubnets", "Blocked", "blocked", ""],
  ] as const)("%s from %j is %j, trailing %j", (key, text, value, trailing) => {
    const found = valueFor(key, text);
    expect(found).toMatchObject({ value, documented: true });
    expect(found.trailing?.value ?? "").toBe(trailing);
  });

  it.each([
    ["chimneyOffload", "aktiviert", "aktiviert"],
    ["chimneyOffload", "enabled/disabled", "enabled/disabled"],
    ["chimneyOffload", "enabled-ish", "enabled-ish"],
    ["chimneyOffload", "normal", "normal"],
    ["rfc1323Timestamps", "1", 1],
    ["initialRto", "1,000", "1,000"],
    ["initialRto", "1000ms", "1000ms"],
    ["initialRto", "-1", "-1"],
    ["taskOffload", "1,", 1],
    ["taskOffload", "'Maybe'", "maybe"],
    ["initialRto", "99999999999999999999", "99999999999999999999"],
    ["pacingProfile", "always", "always"],
    ["addOnCongestionControlProvider", "Cubic", "cubic"],
  ] as const)("%s from %j is %j, which no document lists", (key, text, value) => {
    expect(valueFor(key, text)).toMatchObject({ value, documented: false });
  });

  it("says where the text behind it begins", () => {
    expect(valueFor("netDma", "enabled   <--- this").trailing?.at).toBe(10);
  });
});

it.each([
  ["enabled", true],
  ["enabled   by hand", true],
  ["enabled <- here", true],
  ["enabled by default in current versions", false],
  ["sometimes", false],
])("%j is a setting and no sentence: %j", (text, answer) => {
  const setting = plausible((word) => documentedValue("hyStart", word)).skip(P.all);
  expect(fits(setting, text)).toBe(answer);
});
