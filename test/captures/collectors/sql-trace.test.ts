import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { sqlTrace } from "../../support/bundles/sql-check.ts";

it("has tables of the start and the end that say nothing about offloading", async () => {
  const { hosts, report } = await attributed("*.zip!", sqlTrace(srv01));
  // SQLCheck names the only host of the trace.
  expect(hosts["SRV01"]?.filter((own) => own.startsWith("NetStat"))).toEqual([
    "NetStatAtStart.txt | netstat | 11 | netstat -abon | start | 2021-09-16T18:59:48 | SQLTrace",
    "NetStatAtEnd.txt | netstat | 11 | netstat -abon | stop | - | SQLTrace",
  ]);
  expect(report.diagnostics.map(({ code }) => code)).toEqual([
    "sources-joined",
    "no-offload-column",
    "no-offload-column",
  ]);
});

it.each([
  ["SQLTrace_20210916_185948/IPCONFIG.txt", { collector: "SQLTrace", holdsCaptures: true }],
  [
    "SQLTrace_20219916_185948.zip!NetStatAtStart.txt",
    { collector: "SQLTrace", holdsCaptures: true, command: "netstat -abon", phase: "start" },
  ],
  ["NetStatAtStart.txt", undefined],
])("%s", (name, known) => {
  expect(attribute(name, "")).toEqual(known);
});
