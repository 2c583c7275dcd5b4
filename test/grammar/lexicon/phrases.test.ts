import { describe, expect, it } from "vitest";
import { beginsPhrase, entriesOf, fold, localeOf, lookUp, phrasebook } from "../../../grammar/lexicon/phrases.ts";
import { locales } from "../../../grammar/locales/index.ts";

const labels = phrasebook(({ settings }) => entriesOf(settings));

describe("fold", () => {
  it.each([
    ["Chimney Offload State", "chimney offload state"],
    ["  Chimney \t Offload   State  ", "chimney offload state"],
    ["Ｃｈｉｍｎｅｙ　Ｏｆｆｌｏａｄ State", "chimney offload state"],
    ['Add-On "Überlastungssteuerungsanbieter"', "add-on überlastungssteuerungsanbieter"],
    ["Add-On „U\u0308berlastungssteuerungsanbieter“", "add-on überlastungssteuerungsanbieter"],
    ["Add-On 'Überlastungssteuerungsanbieter'", "add-on überlastungssteuerungsanbieter"],
    ["État du déchargement d'adresse", "état du déchargement d'adresse"],
    ["Querying active state…", "querying active state..."],
    ["", ""],
  ])("%j is compared as %j", (phrase, folded) => {
    expect(fold(phrase)).toBe(folded);
  });
});

describe("lookUp", () => {
  it.each([
    ["Chimney Offload State", "chimneyOffload"],
    ["CHIMNEY  OFFLOAD STATE", "chimneyOffload"],
    ["ECN-Funktion", "ecnCapability"],
    ["アドオン輻輳制御プロバイダー", "addOnCongestionControlProvider"],
    ["Maximale SYN-Neu?bertragungen", "maxSynRetransmissions"],
    ["Maximale SYN-Neu\ufffdbertragungen", "maxSynRetransmissions"],
    ["RFC 1323 ???", "rfc1323Timestamps"],
    ["??????? ECN", "ecnCapability"],
    ["???? RTO", "initialRto"],
    ["?? Sack Rtt ??", "nonSackRttResiliency"],
    ["Receive-Side Scaling ??", "receiveSideScaling"],
  ])("knows %j", (text, key) => {
    expect(lookUp(labels, text)?.key).toBe(key);
  });

  it.each(["", "?", "????? ????? ??????", "Chimney", "Chimney Offload State is", "x".repeat(5000)])(
    "does not know %j",
    (text) => {
      expect(lookUp(labels, text)).toBeUndefined();
    },
  );

  it("names every language that uses the phrase", () => {
    const saying = locales.filter(({ settings }) => Object.values(settings).flat().includes("Fast Open"));
    expect(saying.length).toBeGreaterThan(1);
    expect(lookUp(labels, "Fast Open")?.locales).toEqual(saying.map(({ tag }) => tag));
  });

  it("gives no answer where a mask would stand for two settings", () => {
    const book = phrasebook(({ tag }) =>
      tag === "en-US"
        ? ([
            ["a", ["état RSS"]],
            ["b", ["coût RSS"]],
          ] as const)
        : [],
    );
    expect(lookUp(book, "coût RSS")?.key).toBe("b");
    expect(lookUp(book, "?tat RSS")?.key).toBe("a");
    const equal = phrasebook(({ tag }) =>
      tag === "en-US"
        ? ([
            ["a", ["é RSS"]],
            ["b", ["ü RSS"]],
          ] as const)
        : [],
    );
    expect(lookUp(equal, "? RSS")).toBeUndefined();
  });
});

describe("beginsPhrase", () => {
  it.each([
    ["Receive-Side Scal", true],
    ["RFC", true],
    ["RF", false],
    ["Receive-Side Scale", false],
    ["  receive  window ", true],
  ])("%j: %j", (text, answer) => {
    expect(beginsPhrase(labels, text)).toBe(answer);
  });
});

describe("localeOf", () => {
  const votes = (...texts: string[]) => texts.flatMap((text) => lookUp(labels, text) ?? []);
  it.each([
    [["Fast Open", "HyStart"], "en-US"],
    [["Fast Open", "HyStart", "ECN-Funktion"], "de-DE"],
    [["Chimney Offload State", "ECN-Funktion"], "en-US"],
    [["ECN-Funktion", "初期 RTO"], null],
    [["no such label"], null],
  ])("of %j is %j", (texts, tag) => {
    expect(localeOf(votes(...texts))).toBe(tag);
  });
});

describe("the locales", () => {
  it("begin with English, which wins ties, and go on in the order of their tags", () => {
    const [first, ...others] = locales.map(({ tag }) => tag);
    expect(first).toBe("en-US");
    expect(others).toEqual([...others].sort());
  });

  it.each(locales.map((locale) => [locale.tag, locale] as const))("%s has one meaning for each phrase", (_tag, own) => {
    for (const words of [own.settings, own.heuristics, own.netstatHeading]) {
      const phrases = Object.values(words).flatMap((all) => (all ?? []).map(fold));
      expect(new Set(phrases).size).toBe(phrases.length);
      expect(phrases).not.toContain("");
    }
  });

  it("agree about what a label means", () => {
    for (const { settings } of locales) {
      for (const [key, phrases] of entriesOf(settings)) {
        for (const phrase of phrases) expect([phrase, lookUp(labels, phrase)?.key]).toEqual([phrase, key]);
      }
    }
  });
});
