import { beforeAll, describe, expect, it } from "vitest";
import { analyze, type ConnectionRow, type Report, readReport } from "../../../src/index.ts";
import { defaultCsvOptions, plain, reporters } from "../../../src/reporters/index.ts";
import { fleetCaptures } from "../../support/fleet-captures.ts";
import { packedIn } from "../../support/pages.ts";

const HOSTS = 200;

let report: Report;
let page = "";

beforeAll(async () => {
  const rows: ConnectionRow[] = [];
  report = await analyze(fleetCaptures(HOSTS), { onConnections: (more) => void rows.push(...more) });
  const options = { version: "", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  const rendering = await reporters.html.open(options);
  page = [...(rendering.connections?.(rows) ?? []), ...rendering.report(report)].join("");
});

const nodesIn = (markup: string) => markup.match(/<[a-z][^>]*>/g)?.length ?? 0;
const asText = (text: string) =>
  text.replaceAll(/[&<>"]/g, (one) => `&${{ "&": "amp", "<": "lt", ">": "gt" }[one] ?? "quot"};`);

describe("a page of 200 hosts", () => {
  it("is under 3 MB", () => {
    expect(report.hosts).toHaveLength(HOSTS);
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  });

  it("is under 30,000 nodes, with scripts or without", () => {
    expect(nodesIn(page)).toBeLessThan(30_000);
    expect(nodesIn(page.replaceAll(/<noscript.*?<\/noscript>/gs, ""))).toBeLessThan(10_000);
  });

  it("says of each host the verdict, what was found and what to do where there are no scripts", () => {
    const briefs = [...page.matchAll(/<noscript class="folded".*?<\/noscript>/gs)].map(([brief]) => brief);
    expect(briefs).toHaveLength(HOSTS);
    for (const [at, { verdict, findings, actions }] of report.hosts.entries()) {
      const told = findings.filter(({ kind, explainedBy = null }) => kind === "fail" && explainedBy === null);
      const texts = [verdict?.statement, ...told.map(({ message }) => message)];
      expect(texts.filter((text) => !briefs[at]?.includes(asText(text ?? "?")))).toEqual([]);
      expect(briefs[at]?.match(/<li>/g)?.length ?? 0).toBeGreaterThanOrEqual(actions?.length ?? 0);
    }
  });

  it("holds all there is to say of each host, and the report", async () => {
    const packed = packedIn(page).join();
    for (let host = 1; host <= HOSTS; host += 1) expect(packed).toContain(`id=\\"host-${host}-settings\\"`);
    expect(await readReport(new TextEncoder().encode(page))).toEqual({ ok: true, value: report });
  });
});
