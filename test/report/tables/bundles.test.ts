import { describe, expect, it } from "vitest";
import type { BundleEntry } from "../../../src/fleet/index.ts";
import { bundleColumns } from "../../../src/report/tables/index.ts";
import { csvOf, defaultCsvOptions } from "../../../src/reporters/index.ts";
import { bundleEntryOf, hostEntryOf } from "../../support/bundle-entries.ts";

async function linesOf(entries: readonly BundleEntry[]): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of csvOf(bundleColumns, entries, defaultCsvOptions)) pieces.push(piece);
  return pieces.join("").split("\r\n");
}

describe("the table of bundles", () => {
  it("adds up the hosts of each", async () => {
    const host = { ...hostEntryOf({ host: "SRV01", tables: [{ offloaded: 3, inHost: 5 }] }), connections: 20 };
    const other = hostEntryOf({ host: null, failing: { warning: ["rss-disabled"] } });
    const whole = { ...bundleEntryOf("a.zip", [], { bytes: 9, fingerprint: "f" }), hosts: [host, other, host] };
    const failed = bundleEntryOf("=b.zip", [], { status: "failed", reason: "encrypted", fingerprint: "g" });
    const sources = { ok: 4, partial: 1, skipped: 2, failed: 3 };
    expect(await linesOf([{ ...whole, sources }, failed])).toEqual([
      "name,status,reason,fingerprint,bytes,sources_ok,sources_partial,sources_skipped,sources_failed,hosts,host_names,captures,connections,eligible_offloaded,eligible_total,errors,warnings,infos",
      "a.zip,ok,,f,9,4,1,2,3,3,SRV01 SRV01,3,40,6,16,0,1,0",
      "'=b.zip,failed,encrypted,g,1,0,0,0,0,0,,0,0,0,0,0,0,0",
      "",
    ]);
  });
});
