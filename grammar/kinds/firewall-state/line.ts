import { fold, lookUp, type Phrase, phrasebook } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import type { FirewallWord } from "../../locales/locale.ts";

/** A line of a firewall listing by itself, with the phrases that told what it is. */
export type FirewallLine = { readonly phrases: readonly Phrase<FirewallWord>[] } & (
  | { readonly shape: "status" }
  /** What the lines below are about: a profile, that may be marked as the one in force, or a connection. */
  | { readonly shape: "title"; readonly name: string; readonly of: "profile" | "profile in force" | "connection" }
  /** "Profile = Standard": the profile in force. */
  | { readonly shape: "profile"; readonly profile: string }
  /** The state of the firewall: `state` is null for a word that is not known, which stands at index `at`. */
  | { readonly shape: "state"; readonly state: "on" | "off" | null; readonly word: string; readonly at: number }
  /** Some other row of a name and a value. */
  | { readonly shape: "row" }
  | { readonly shape: "other" }
);

/** The words of every language for a set of keys. */
function wordsFor<K extends FirewallWord>(...keys: readonly K[]) {
  return phrasebook<K>(({ firewall }) => keys.map((key) => [key, firewall?.[key] ?? []] as const));
}

const statuses = wordsFor("status");
const labels = wordsFor("state", "operationalMode", "profile");
const values = wordsFor("on", "off");

/** The phrases that end a title, and what is behind it for the profile in force. */
const endings = (["profileSettings", "profileConfiguration", "connectionConfiguration"] as const).flatMap((key) =>
  locales.flatMap(({ tag, firewall }) =>
    (firewall?.[key] ?? []).map((phrase) => ({ phrase: fold(phrase), key, locale: tag })),
  ),
);
const marks = locales.flatMap(({ firewall }) => (firewall?.current ?? []).map(fold));

// State                                 ON            Operational mode                  = Enable
const nameAndValue = /^[ \t]*([^\s=:][^=:\t]{0,60}?)(?:[ \t]*=[ \t]*|[ \t]{2,}|\t[ \t]*)(\S.{0,200}?)[ \t]*$/;

const LONGEST_LINE = 400;

/** Reads a line by itself. */
export function firewallLine(line: string): FirewallLine {
  if (line.length > LONGEST_LINE) return { shape: "other", phrases: [] };
  return line.trimEnd().endsWith(":") ? titleLine(line) : rowLine(line);
}

function titleLine(line: string): FirewallLine {
  const text = line.trim().slice(0, -1).trim();
  const status = lookUp(statuses, text);
  if (status !== undefined) return { shape: "status", phrases: [status] };
  const folded = fold(text);
  const mark = marks.find((own) => folded.endsWith(` ${own}`));
  const title = mark === undefined ? folded : folded.slice(0, -mark.length).trim();
  const ending = endings.find(({ phrase }) => title.endsWith(` ${phrase}`));
  if (ending === undefined) return { shape: "other", phrases: [] };
  const name = text.slice(0, title.length - ending.phrase.length).trim();
  const phrases = [{ key: ending.key, locales: [ending.locale] }];
  if (ending.key === "connectionConfiguration") return { shape: "title", name, of: "connection", phrases };
  return { shape: "title", name, of: mark === undefined ? "profile" : "profile in force", phrases };
}

function rowLine(line: string): FirewallLine {
  const [, name = "", value = ""] = nameAndValue.exec(line) ?? [];
  if (name === "") return { shape: "other", phrases: [] };
  const label = lookUp(labels, name);
  if (label === undefined) return { shape: "row", phrases: [] };
  if (label.key === "profile") return { shape: "profile", profile: value, phrases: [label] };
  const word = lookUp(values, value);
  const at = line.lastIndexOf(value);
  if (word === undefined) return { shape: "state", state: null, word: value, at, phrases: [label] };
  return { shape: "state", state: word.key, word: value, at, phrases: [label, word] };
}
