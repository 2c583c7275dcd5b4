import P from "parsimmon";
import type { Grammar, Landmark } from "../../contract/grammar.ts";
import type { Hint } from "../../contract/hint.ts";
import { blankLine, hintOf, isLine, line, type PrintedLine } from "../../contract/lines.ts";
import { blanks, token, tokens } from "../../lexicon/lexemes.ts";
import { memoizeAnswer } from "../../lexicon/netsh.ts";
import { beginningOf } from "../../lexicon/phrases.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";
import { listing as languageOf, type SettingsLanguage } from "./language.ts";
import { isPlaced, readListing, type Setting, type SettingsListing, type SettingsTraits } from "./reading.ts";
import { listed } from "./values.ts";

const titleWithTcp = line("title", "heading", token(/[^:：\n]{0,400}\bTCP\b[^:：\n]{0,400}/i));

/** Makes the grammar of a settings listing. */
export function settingsGrammar<N extends string, K extends SettingKey | HeuristicKey>(
  listing: SettingsListing<N, K>,
): Grammar<N, Setting, SettingsTraits> {
  const language = languageOf(listing);
  const isAsked = memoizeAnswer((command) => listing.answers(command));
  const hint = hintOf(() => [
    [/^/, tokens.blank, beginningOf(listing.labels)],
    [/^/, tokens.blank, beginningOf(listing.furniture)],
  ]);
  return {
    kind: listing.kind,
    title: listing.title,
    command: listing.command,
    ...(listing.notes !== undefined && { notes: listing.notes }),
    words: listing.words,
    answers: (command) => listing.answers(command),
    hint,
    landmark: landmarksOf(language, hint, isAsked),
    continues: continuing(language, listing, isAsked),
    read: (segment, surroundings) => readListing(segment, surroundings, listing, language),
  };
}

type IsAsked = (command: string | null) => boolean;
type Words<K extends SettingKey | HeuristicKey> = SettingsListing<string, K>;

function landmarksOf<K extends SettingKey | HeuristicKey>(
  { title, certain, likely }: SettingsLanguage<K>,
  hint: Hint,
  isAsked: IsAsked,
): Grammar<string, Setting, SettingsTraits>["landmark"] {
  const titleOrRecord = (
    text: string,
    anyTitle: P.Parser<unknown>,
    record: P.Parser<unknown>,
  ): Landmark | undefined => {
    if (isLine(anyTitle, text)) return "title";
    return isLine(record, text) ? "record" : undefined;
  };
  return (text, { command }) => {
    if (isAsked(command)) return titleOrRecord(text, P.alt<unknown>(title, titleWithTcp), likely);
    return hint(text) ? titleOrRecord(text, title, certain) : undefined;
  };
}

function continuing<K extends SettingKey | HeuristicKey>(
  { possible, likely, rule, cut }: SettingsLanguage<K>,
  { aside, anyValue, others }: Words<K>,
  isAsked: IsAsked,
): Grammar<string, Setting, SettingsTraits>["continues"] {
  const value = line("value", "record", blanks.then(listed(anyValue)));
  const within = (setting: P.Parser<PrintedLine>) => P.alt<PrintedLine>(blankLine, rule, aside, setting, value, cut);
  const withinAsked = within(possible);
  const withinAny = others === "kept" ? withinAsked : within(likely);
  return (text, { command }) => isLine(isAsked(command) ? withinAsked : withinAny, text);
}

/**
 * Makes the test whether lines are such a table in a language nobody taught us: a title with "TCP", a rule, and rows
 * whose number and values fit one version of Windows. For blocks that have no other landmark.
 */
export function looksLike<K extends SettingKey | HeuristicKey>(
  listing: Words<K>,
): (lines: readonly string[]) => boolean {
  const language = languageOf(listing);
  return (lines) => lines.some((text) => text.includes("-----")) && isPlaced(lines.join("\n"), listing, language);
}
