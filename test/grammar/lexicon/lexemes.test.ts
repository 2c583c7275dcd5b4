import P from "parsimmon";
import { expect, it } from "vitest";
import { fits, readText } from "../../../grammar/contract/lines.ts";
import { month, weekday } from "../../../grammar/lexicon/calendar.ts";
import * as lexemes from "../../../grammar/lexicon/lexemes.ts";
import { wordList } from "../../../grammar/lexicon/word-list.ts";

const parsers = {
  gap: lexemes.gap,
  blanks: lexemes.blanks,
  someBlanks: lexemes.someBlanks,
  cell: lexemes.cell,
  words: lexemes.words,
  colon: lexemes.colon,
  ruleLine: lexemes.ruleLine,
  ipv4: lexemes.ipv4,
  ipv6: lexemes.ipv6,
  mac: lexemes.mac,
  hostName: lexemes.hostName,
  kbNumber: lexemes.kbNumber,
  count: lexemes.count,
  guid: P.regexp(lexemes.tokens.guid),
} as const;

it.each<[keyof typeof parsers, readonly string[], readonly string[]]>([
  ["gap", ["  ", "\t", "   ", " \t"], ["", " ", "\n"]],
  ["blanks", ["", " ", "\t "], ["\n", "x"]],
  ["someBlanks", [" ", "\t "], ["", "\n"]],
  ["cell", ["a", "a b c", "ä:1"], ["", "a  b", " a", "a ", "a\tb"]],
  ["words", ["a", "a  b", "\t a"], ["", " ", "a ", "a\nb"]],
  ["colon", [":", "："], ["", ";", "::"]],
  ["ruleLine", ["-----", " ------\t"], ["----", "---- -", "=====", "-----x"]],
  ["ipv4", ["192.0.2.1", "1.2.3.4", "999.1.1.1"], ["192.0.2", "192.0.2.1.", "1922.0.2.1", "192.0.2.1234", "a.0.2.1"]],
  [
    "ipv6",
    ["2001:db8::1", "::", "::1", "fe80::1%12", "FE80::A", "::ffff:192.0.2.1", "fe80::1%eth0"],
    ["2001:db8", "12:34", ":", "2001:db8::g", "fe80::1%", "::1.2", "::1:", "x::1"].filter((text) => text !== "::1:"),
  ],
  [
    "mac",
    ["00-00-5E-00-53-01", "00-00-5e-00-53-01-02-03"],
    ["00-00-5E-00-53", "00-00-5E-00-53-01-02-03-04", "00:00:5E:00:53:01", "0-00-5E-00-53-01", "00-00-5E-00-53-0g"],
  ],
  [
    "hostName",
    ["SRV01", "a", "srv-01.example.com", "_x_", "Büro-1", "b".repeat(63), `${"b.".repeat(126)}b`],
    ["", "-a", "a-", "a.", "a b", "b".repeat(64), `srv.${"b".repeat(64)}.com`, `${"b.".repeat(127)}b`],
  ],
  ["kbNumber", ["KB12345", "kb2525390", "KB12345678"], ["KB1234", "KB123456789", "2525390", "KB 12345"]],
  ["count", ["0", "123456789"], ["", "1234567890", "-1", "1.5"]],
  [
    "guid",
    ["{4D36E972-E325-11CE-BFC1-08002BE10318}", "4d36e972-e325-11ce-bfc1-08002be10318"],
    [
      "4D36E972-E325-11CE-BFC1-08002BE1031",
      "4D36E972E325-11CE-BFC1-08002BE10318",
      "{4D36E97g-E325-11CE-BFC1-08002BE10318}",
    ],
  ],
])("%s is any of %j, and none of %j", (name, taken, others) => {
  expect([name, ...taken.filter((text) => !fits(parsers[name], text))]).toEqual([name]);
  expect([name, ...others.filter((text) => fits(parsers[name], text))]).toEqual([name]);
});

it.each([
  ["  some words  ", "some words"],
  ["\tx", "x"],
  ["   ", ""],
  ["", ""],
])("%j has the words %j", (text, words) => {
  expect(readText(lexemes.anyWords.skip(lexemes.blanks), text)).toBe(words);
});

it("numbers are read as such, and the end of a line is seen ahead", () => {
  expect(readText(lexemes.count, "0042")).toBe(42);
  const word = P.regexp(/\w+/).skip(lexemes.atLineEnd).skip(P.all);
  expect(["a", "a \t", "a \nb", "a b"].map((text) => fits(word, text))).toEqual([true, true, true, false]);
});

it.each([
  ["enabled", true],
  ["ENABLED", true],
  ["en", true],
  ["enable", false],
  ["enabledx", false],
  ["enabled9", false],
  ["a+b", true],
  ["aab", false],
  ["", false],
])("%j is one of a list: %s", (text, expected) => {
  expect(fits(lexemes.oneOf(["en", "enabled", "a+b"]), text)).toBe(expected);
});

it("a list without words has none, and says what else was expected", () => {
  expect(fits(lexemes.oneOf([]), "")).toBe(false);
  const result = lexemes.oneOf(["b", "aa"]).parse("x");
  expect(result.status ? [] : result.expected).toEqual(["b or aa"]);
  expect(fits(lexemes.oneOf(["a", "a b"]).skip(P.string("!")), "a b!")).toBe(true);
});

it("special characters are escaped", () => {
  const special = "\\^$.*+?()[]{}|/-a";
  expect(lexemes.escaped("a.b")).toBe("a\\.b");
  expect(new RegExp(`^${lexemes.escaped(special)}$`).test(special)).toBe(true);
  expect(lexemes.escaped(special).replaceAll("\\", "")).toBe(special.replaceAll("\\", ""));
});

it.each([
  [" a b\n c ", ["a", "b", "c"]],
  ["a b | c\n d|", ["a b", "c", "d"]],
  ["", []],
])("%j is the list %j", (text, list) => {
  expect(wordList(text)).toEqual(list);
});

/** A Tuesday and a January of each language, whole and cut short. */
it.each([
  ["en", "Tuesday Tue", "January Jan"],
  ["de", "Dienstag Di.", "Januar Jänner"],
  ["fr", "mardi mar.", "janvier janv."],
  ["es", "martes mar", "enero ene"],
  ["it", "martedì mar", "gennaio gen"],
  ["pt", "terça-feira terça ter", "janeiro"],
  ["nl", "dinsdag di", "januari"],
  ["sv", "tisdag tirsdag tis", "januari januar"],
  ["fi", "tiistai ti", "tammikuuta"],
  ["ru", "вторник вт", "января янв"],
  ["pl", "wtorek wt", "stycznia sty"],
  ["cs", "úterý út", "ledna"],
  ["hu", "kedd", "január"],
  ["tr", "salı sal", "ocak oca"],
  ["ja", "火曜日 火", ""],
  ["zh", "星期二 周二 週二", ""],
  ["ko", "화요일 화", ""],
])("the calendar of %s has %s and %s", (_, days, months) => {
  for (const day of days.split(" ")) expect([day, readText(weekday, day)?.has(2)]).toEqual([day, true]);
  for (const name of months.split(" ").filter(Boolean)) expect([name, readText(month, name)]).toEqual([name, 1]);
});

it.each([
  ["zondag", 0, undefined],
  ["lørdag", 6, undefined],
  ["maart", undefined, 3],
  ["desember", undefined, 12],
  ["août", undefined, 8],
  ["Märch", undefined, undefined],
  ["Sunday", 0, undefined],
  ["Saturday", 6, undefined],
  ["january", undefined, 1],
  ["DECEMBER", undefined, 12],
  ["Ma\u0308rz", undefined, 3],
  ["mar", 2, 3],
  ["Marchx", undefined, undefined],
  ["-", undefined, undefined],
  ["March..", undefined, undefined],
])("%j is weekday %s and month %s", (name, day, number) => {
  expect(readText(weekday, name)?.has(day ?? 0)).toBe(day === undefined ? undefined : true);
  expect(readText(month, name)).toBe(number);
});

it.each([
  [/[A-Z]{2}(?!\d)/, "AB1 AB"],
  [/ab$/, "ab\nab"],
  // What looks back sees nothing of what stands before the token.
  [/^b/, "ab"],
  [/\bb/, "ab b"],
  [/(?<!a)b/, "ab b"],
  [/(?<=^|a)b/, "ab b"],
  [/[^\n]$/i, "x\ny"],
  // Not from the middle of a character on.
  [/\p{L}/u, "\u{20000}b"],
  [/[^a]/u, "\u{20000}b"],
])("reads %s as if nothing stood before it", (expression, text) => {
  const token = lexemes.token(expression);
  for (let at = 0; at <= text.length; at += 1) {
    const alone = P.regexp(expression).skip(P.all).parse(text.slice(at));
    const within = P(() => P.makeSuccess(at, ""))
      .then(token)
      .skip(P.all)
      .parse(text);
    expect([within.status, within.status && within.value]).toEqual([alone.status, alone.status && alone.value]);
  }
});
