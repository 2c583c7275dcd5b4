import { expect, it } from "vitest";
import { decorationOf, isDrawnAround, mayBeDrawn } from "../../../grammar/markers/decoration.ts";

it.each([
  ["=== words here ===", "=== ", "words here", " ===", true],
  ["words", "", "words", "", false],
  ["  words: ", "  ", "words", ": ", false],
  ["- words", "- ", "words", "", false],
  ["- - words", "- - ", "words", "", true],
  [": == words", ": == ", "words", "", true],
  ["words ::", "", "words", " ::", false],
  ["[words]", "[", "words", "]", true],
  ["<words>", "<", "words", ">", true],
  ["【words】", "【", "words", "】", true],
  ["words *-*", "", "words", " *-*", false],
  ["words **", "", "words", " **", true],
  ["words =\t=", "", "words", " =\t=", true],
  ["‗words‗", "", "‗words‗", "", false],
  ["━━ words ══", "━━ ", "words", " ══", true],
  ["=====", "=====", "", "", true],
  ["", "", "", "", false],
  ["a = b", "", "a = b", "", false],
])("%j is drawn as %j, %j, %j: %s", (text, left, inner, right, drawn) => {
  expect(decorationOf(text)).toEqual({ left, inner, right });
  expect(isDrawnAround(decorationOf(text))).toBe(drawn);
});

it.each([
  ["== some words", true],
  ["some words [x", true],
  ["SRV01", true],
  ["SRV01:", true],
  [" - SRV01 -", true],
  ["some words", false],
  ["some words:", false],
  ["a-b c-d", false],
  ["", false],
])("%j may be drawn: %s", (text, expected) => {
  expect(mayBeDrawn(text)).toBe(expected);
});
