/** What is mutated, and the tests that have to notice: those that mirror it. */
export interface Room {
  readonly name: string;
  readonly sources: readonly string[];
  readonly tests: string;
  /** Others that go through it, for what those do not notice. */
  readonly beside?: readonly string[];
}

/** The words of the locales are data: a test of the samples in a language tells whether they are right. */
export const rooms: readonly Room[] = [
  {
    name: "grammar",
    sources: ["contract", "forms", "kinds", "lexicon", "markers"].map((part) => `grammar/${part}/`),
    tests: "test/grammar/",
    beside: ["test/captures/segments/", "test/hosts/evidence/"],
  },
  { name: "captures", sources: ["src/captures/"], tests: "test/captures/" },
  { name: "hosts", sources: ["src/hosts/"], tests: "test/hosts/" },
  { name: "summary", sources: ["src/summary/"], tests: "test/summary/" },
  { name: "findings", sources: ["src/findings/"], tests: "test/findings/" },
];

/** Tests that try thousands of texts for seconds. They are left out; what only they notice counts as survived. */
export const slowTests =
  /at every width|without a heading as well|of any wrapped table|stays linear|has a blank one behind each|blank one behind/;
