import { describe, expect, it } from "vitest";
import { rollupOf } from "../../../src/fleet/index.ts";
import { fleetHtml } from "../../../src/reporters/index.ts";
import { type AboutHost, bundleEntryOf } from "../../support/bundle-entries.ts";
import { externals, HOSTILE, markupFaults, packedIn, tagsOf } from "../../support/pages.ts";

const numbered = (count: number, about: (at: number) => AboutHost) =>
  Array.from({ length: count }, (_, at) => bundleEntryOf(`b${at}.zip`, [{ host: `SRV${at}`, ...about(at) }]));

const pageOf = async (entries: Parameters<typeof rollupOf>[0], linkOf?: (bundle: string) => string) =>
  [...(await fleetHtml(rollupOf(entries), linkOf))].join("");

const some = numbered(4, (at) => ({
  band: at === 0 ? "2008R2" : "2012",
  tables: [{ offloaded: at === 0 ? 9 : 0, inHost: at === 0 ? 1 : 10 }],
}));

describe("the page of a fleet", () => {
  it("is valid, needs nothing else, and is the same each time", async () => {
    const page = await pageOf(some);
    expect(await markupFaults(page)).toEqual([]);
    expect(externals(page)).toEqual([]);
    expect(await pageOf(some.toReversed())).toBe(page);
  });

  it("has the ratio of all, a bar for each version of Windows, and a row for each host that can be sorted", async () => {
    const page = await pageOf(some);
    expect(page).toContain("9 of 40 eligible connections are offloaded");
    expect(page).toContain("2008R2: 9 of 10, 90 %");
    expect(page.match(/<th scope="row" data-sort="SRV\d">/g)).toHaveLength(4);
    expect(page).toContain('data-sort="0.9"');
  });

  it("names the bundles that were not read whole", async () => {
    const page = await pageOf([
      bundleEntryOf("a.zip", [], { status: "failed", reason: "encrypted" }),
      bundleEntryOf("b.zip", [{ host: "SRV01" }]),
    ]);
    expect(page).toMatch(/<th scope="row">a\.zip<\/th><td>encrypted<\/td>/);
  });

  it("is there when there is nothing to show", async () => {
    const page = await pageOf([]);
    expect(await markupFaults(page)).toEqual([]);
    expect(page).toContain("0 bundles, 0 hosts");
  });

  it("has hostile names of hosts and bundles as text only", async () => {
    const page = await pageOf([
      bundleEntryOf(HOSTILE, [{ host: HOSTILE }], { status: "partial", reason: HOSTILE }),
      bundleEntryOf(`${HOSTILE}2`, [{ host: HOSTILE }]),
    ]);
    expect(await markupFaults(page)).toEqual([]);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(tagsOf(page).filter((tag) => /^<img|\sonerror\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
  });

  it("has all hosts for browsers with scripts, and says how many of them others see: the worst", async () => {
    const page = await pageOf(
      numbered(2100, (at) => (at === 2099 ? { failing: { error: ["chimney-active-on-removed-os"] } } : {})),
    );
    expect(page.match(/<th scope="row" data-sort=/g)).toHaveLength(2000);
    expect(page).toContain("The worst 2000 of 2100 hosts");
    const data = JSON.parse(packedIn(page)[0] ?? "[]");
    expect(data).toHaveLength(2100);
    const worst = /<tbody><tr><th scope="row" data-sort="([^"]*)"/.exec(
      page.slice(page.indexOf("The worst 2000")),
    )?.[1];
    expect(data[0][0]).toBe(worst);
    expect(worst).toContain("2099");
  });

  it("links each host to its place in the report of its bundle", async () => {
    const both = [bundleEntryOf("b.zip", [{ host: "SRV01" }, { host: "SRV02" }])];
    const links = async (ending: string) => {
      const page = await pageOf(both, (bundle) => `./reports/${bundle}${ending}`);
      expect(page).not.toContain("Host by host");
      return [...page.matchAll(/<a href="(\.[^"]*)">/g)].map(([, link]) => link);
    };
    expect(await links(".html")).toEqual(["./reports/b.zip.html#host-1", "./reports/b.zip.html#host-2"]);
    expect(await links(".txt")).toEqual(["./reports/b.zip.txt", "./reports/b.zip.txt"]);
  });

  it("tells of each host itself where there are no reports, up to a number of them", async () => {
    const page = await pageOf(some);
    expect(page).toContain('<a href="#fleet-host-1">');
    expect(page).toContain('<h3 id="fleet-host-4">');
    expect(await pageOf(numbered(301, () => ({})))).not.toContain("fleet-host-");
  });
});
