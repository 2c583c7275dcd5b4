import type { Finding, FindingKind, HostReport, Report } from "../report/index.ts";
import { placeText } from "./figures.ts";
import { printable } from "./printable.ts";
import type { Reporter } from "./reporter.ts";
import { withShown } from "./shown.ts";

/** What is told of in a suite: a host, or all of them side by side. */
type Judged = Pick<HostReport, "findings"> & { readonly name: string };

/** The findings of one rule for one host: what JUnit calls a test case. */
interface Case {
  readonly rule: string;
  readonly findings: readonly Finding[];
}

/** Why a rule has neither passed nor failed. */
const skippedWords: { readonly [K in FindingKind]?: string } = {
  notEvaluated: "not checked: what it needs was not captured",
  notApplicable: "not applicable to this Windows",
};

/** For build servers: every rule is a test case of its host, also those that pass; errors and warnings are failures. */
export const junit: Reporter = {
  name: "junit",
  description: "for build servers: each rule is a test case of its host",
  endings: [".xml"],
  open: async ({ show }) => ({
    opening: "",
    report: (report) => pieces(withShown(report, show)),
  }),
};

function* pieces({ hosts, fleet, tool }: Report): Iterable<string> {
  const suites: readonly Judged[] = [
    ...hosts.map((host, at) => ({
      name: host.host ?? host.captures[0]?.source ?? `host ${at + 1}`,
      findings: host.findings,
    })),
    ...(fleet === null ? [] : [{ name: "between the hosts", findings: fleet.findings }]),
  ];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: `chimneysweep ${tool.version}`, ...countsOf(suites.flatMap(casesOf)) })}>\n`;
  for (const suite of suites) yield* suiteOf(suite);
  yield "</testsuites>\n";
}

function* suiteOf(suite: Judged): Iterable<string> {
  const cases = casesOf(suite);
  yield `  <testsuite${attributes({ name: suite.name, ...countsOf(cases) })}>\n`;
  for (const one of cases) yield caseOf(suite.name, one);
  yield "  </testsuite>\n";
}

function casesOf({ findings }: Judged): readonly Case[] {
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding]);
  return [...rules].map(([rule, some]) => ({ rule, findings: some }));
}

function countsOf(cases: readonly Case[]) {
  const failures = cases.filter((one) => failuresOf(one).length > 0).length;
  const skipped = cases.filter((one) => failuresOf(one).length === 0 && skippedText(one) !== undefined).length;
  return { tests: String(cases.length), failures: String(failures), errors: "0", skipped: String(skipped) };
}

function caseOf(host: string, one: Case): string {
  const failures = failuresOf(one);
  const skipped = failures.length === 0 ? skippedText(one) : undefined;
  const said = one.findings.filter((finding) => !failures.includes(finding) && isSaid(finding));
  const [worst] = failures;
  const marks = failures.flatMap(({ fingerprint }) => fingerprint ?? []);
  const body = [
    ...(marks.length === 0 ? [] : [propertiesOf(marks)]),
    ...(worst === undefined
      ? []
      : [
          `      <failure${attributes({ type: worst.severity, message: worst.message })}>${escaped(failures.map(textOf).join("\n\n"))}</failure>\n`,
        ]),
    ...(skipped === undefined ? [] : [`      <skipped${attributes({ message: skipped })}/>\n`]),
    ...(said.length === 0 ? [] : [`      <system-out>${escaped(said.map(textOf).join("\n\n"))}</system-out>\n`]),
  ];
  const open = `    <testcase${attributes({ classname: host, name: one.rule })}`;
  return body.length === 0 ? `${open}/>\n` : `${open}>\n${body.join("")}    </testcase>\n`;
}

/** What the failures are known by from run to run. */
function propertiesOf(fingerprints: readonly string[]): string {
  const each = fingerprints.map((value) => `        <property${attributes({ name: "fingerprint", value })}/>\n`);
  return `      <properties>\n${each.join("")}      </properties>\n`;
}

function failuresOf({ findings }: Case): readonly Finding[] {
  return findings.filter(({ kind, severity }) => kind === "fail" && severity !== "info");
}

/** A rule is skipped when nothing else came of it. */
function skippedText({ findings }: Case): string | undefined {
  const words = findings.map(({ kind }) => skippedWords[kind]);
  return words.every((word) => word !== undefined) ? words[0] : undefined;
}

function isSaid({ kind }: Finding): boolean {
  return kind === "fail" || kind === "review";
}

function textOf({ severity, kind, message, evidence, remedy }: Finding): string {
  return [
    `${kind === "review" ? "review" : severity}: ${message}`,
    ...evidence.map((place) => `${placeText(place)}  ${place.text.trim()}`),
    ...(remedy === null ? [] : [`Do: ${remedy}`]),
  ].join("\n");
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

/** Captured text as text of XML: without what may not stand in it at all. */
function escaped(text: string): string {
  return text
    .split("\n")
    .map(printable)
    .join("\n")
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
