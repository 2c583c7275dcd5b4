import P from "parsimmon";
import { describe, expect, it } from "vitest";
import { fits } from "../../../../grammar/contract/lines.ts";
import {
  anyDocumentedValue,
  documentedValue,
  plausible,
  settingValue,
} from "../../../../grammar/forms/settings/values.ts";
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
    ["ecnCapability", "\r", "\r"],
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

describe("the values that documents list", () => {
  const onOff = "disabled enabled";
  const levels = "disabled experimental highlyrestricted normal restricted";
  const lists: { readonly [K in SettingKey | HeuristicKey]: string } = {
    receiveSideScaling: onOff,
    chimneyOffload: "automatic disabled enabled",
    netDma: onOff,
    directCacheAccess: onOff,
    receiveWindowAutoTuning: levels,
    addOnCongestionControlProvider: "ctcp default none",
    ecnCapability: onOff,
    rfc1323Timestamps: "allowed disabled enabled",
    initialRto: "a number",
    receiveSegmentCoalescing: onOff,
    nonSackRttResiliency: onOff,
    maxSynRetransmissions: "a number",
    fastOpen: onOff,
    fastOpenFallback: onOff,
    hyStart: onOff,
    proportionalRateReduction: onOff,
    pacingProfile: "off",
    taskOffload: onOff,
    networkDirect: onOff,
    networkDirectAcrossIpSubnets: "allowed blocked",
    packetCoalescingFilter: onOff,
    windowScalingHeuristics: onOff,
    qualifyingDestinationThreshold: "a number",
    profileTypeUnknown: levels,
    profileTypePublic: levels,
    profileTypePrivate: levels,
    profileTypeDomain: levels,
  };
  const words = new Set(Object.values(lists).flatMap((list) => list.split(" ")));

  it.each(Object.entries(lists) as [SettingKey | HeuristicKey, string][])("of %s are %s", (key, list) => {
    const taken = [...words].filter((word) => documentedValue(key, word) !== undefined).sort();
    expect(taken.join(" ") || "a number").toBe(list);
    expect(documentedValue(key, "3")).toBe(list === "a number" ? 3 : undefined);
  });

  it.each([
    ["0", 0],
    ["999999999", 999_999_999],
    ["1000000000", undefined],
    ["12a", undefined],
    ["", undefined],
  ])("take %j for the number %j", (word, value) => {
    expect(documentedValue("initialRto", word)).toBe(value);
    expect(anyDocumentedValue(word)).toBe(value);
  });

  it.each([...words].filter((word) => word !== "a" && word !== "number"))("of any setting hold %s", (word) => {
    expect(anyDocumentedValue(word.toUpperCase())).toBe(word);
  });
});
