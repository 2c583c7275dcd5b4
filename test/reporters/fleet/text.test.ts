import { describe, expect, it } from "vitest";
import { rollupOf } from "../../../src/fleet/index.ts";
import { fleetText, plain } from "../../../src/reporters/index.ts";
import { type AboutHost, bundleEntryOf } from "../../support/bundle-entries.ts";

const numbered = (count: number, about: (at: number) => AboutHost) =>
  Array.from({ length: count }, (_, at) => bundleEntryOf(`b${at}.zip`, [{ host: `SRV${at}`, ...about(at) }]));

const textOf = (entries: Parameters<typeof rollupOf>[0]) => fleetText(rollupOf(entries), 80, plain);

describe("the summary of a fleet", () => {
  it("says what became of the bundles, and names those that were not read whole", async () => {
    const text = await textOf([
      bundleEntryOf("a.zip", [{ host: "SRV01" }]),
      bundleEntryOf("b.zip", [{ host: null }], { status: "partial", reason: "the archive ends early" }),
      bundleEntryOf("c.zip", [], { status: "failed", reason: "encrypted" }),
      bundleEntryOf("d.zip", [], { status: "skipped", reason: "no capture recognised" }),
    ]);
    expect(text).toContain(
      "4 bundles: 1 read, 1 read in part, 1 without captures, 1 not read. 2 hosts (1\nwithout a name).\n" +
        "  b.zip: the archive ends early\n  c.zip: encrypted\n",
    );
  });

  it("begins with one line a host, the worst first", async () => {
    const text = await textOf(
      numbered(3, (at) => ({ band: "2012", failing: { warning: at === 2 ? ["rss-disabled"] : [] } })),
    );
    const lines = text.split("\n");
    const heading = lines.findIndex((line) => line.startsWith("Host "));
    expect(heading).toBeLessThan(5);
    expect(lines[heading + 1]).toMatch(/^SRV2 .*rss-disabled \(warning\)$/);
    expect(lines.slice(heading + 2, heading + 4).map((line) => line.slice(0, 4))).toEqual(["SRV0", "SRV1"]);
  });

  it("gives the ratio with its counts, and how it is spread over hosts and versions of Windows", async () => {
    const text = await textOf(
      numbered(4, (at) => ({
        band: at === 0 ? "2008R2" : "2012",
        tables: [{ offloaded: at === 0 ? 9 : 0, inHost: at === 0 ? 1 : 10 }],
      })),
    );
    expect(text).toContain(`
9 of 40 eligible connections are offloaded (22.5 %, 95 % interval 12.3–37.5 %).
  From 4 of 4 hosts.
  Host by host (4 with enough connections): least 0.0 % (SRV1), median 0.0 %,
  most 90.0 % (SRV0).
                                       Hosts  Offloaded  Share  Median
  Windows Server 2008 R2 or Windows 7      1    9 of 10   90 %       –
  Windows Server 2012 or Windows 8         3    0 of 30    0 %   0.0 %
`);
  });

  it("has no ratio where no table tells", async () => {
    const text = await textOf([bundleEntryOf("a.zip", [{ host: "SRV01" }])]);
    expect(text.replaceAll("\n", " ")).toContain("there is no ratio: netstat -nato prints one.");
    expect(text).not.toContain("%");
  });

  it("names the odd ones out", async () => {
    const text = await textOf(
      numbered(40, (at) => ({
        band: "2016",
        settings: at === 39 ? {} : { receiveSideScaling: at < 3 ? "disabled" : "enabled" },
      })),
    );
    expect(text.replaceAll("\n  ", " ")).toContain(
      "Receive-Side Scaling State, Windows Server 2016 or Windows 10 before 1709: 36 of 39 hosts have enabled; " +
        "these 3 differ: SRV0, SRV1, SRV2 disabled. Not captured on 1 host.",
    );
  });

  it("does not compare versions of Windows with each other", async () => {
    const text = await textOf(
      numbered(6, (at) => ({
        band: at < 3 ? "2008" : "2008R2",
        settings: { chimneyOffload: at < 3 ? "disabled" : "automatic" },
      })),
    );
    expect(text).not.toContain("differ");
  });

  it("says what counts once, and where else it is", async () => {
    const tables = [{ offloaded: 4, inHost: 4, digest: "d" }];
    const host = { host: "SRV01", tables };
    const text = await textOf([
      bundleEntryOf("a.zip", [host], { fingerprint: "1" }),
      bundleEntryOf("copy.zip", [host], { fingerprint: "1" }),
      bundleEntryOf("later.zip", [{ ...host, settings: { chimneyOffload: "enabled" } }]),
    ]);
    expect(text).toContain("  copy.zip is a.zip again, which counts once.\n");
    expect(text).toContain("  The table at netstat.txt:1 also appears in netstat.txt:1; counted once.\n");
    expect(text).toContain("  SRV01 occurs in 2 bundles: ");
    expect(text).toContain("No setting differs.");
    expect(text).toContain("The same table appears in several places: 1 copy not");
  });

  it("says how a host was before and after, and in another bundle", async () => {
    const text = await textOf(
      ["automatic", "enabled"].map((chimneyOffload, at) =>
        bundleEntryOf(`b${at}.zip`, [
          {
            host: "SRV01",
            settings: { chimneyOffload },
            tables: [
              { offloaded: 0, inHost: 40 - at, phase: "start", time: "2012-03-04T05:06:07" },
              { offloaded: 8 + at, inHost: 32, phase: "stop" },
            ],
          },
        ]),
      ),
    );
    expect(text).toContain("Before and after\n  SRV01  start  0 of 40  0.0 %  stop  8 of 40  20.0 %\n");
    expect(text.replaceAll("\n  ", " ")).toContain(
      "These settings differ: Chimney Offload State (automatic, enabled).",
    );
  });

  it("is made printable, and not long, whatever there is", async () => {
    const entries = Array.from({ length: 3000 }, (_, at) =>
      bundleEntryOf(
        `\u001b]0;${at}\u0007\u202e.zip`,
        [{ host: `\u001b[2J${at % 1500}`, band: "2012", settings: { ecnCapability: `\u009b${at}` } }],
        {
          status: "partial",
          reason: "\u001b[31mred\r\nnext line",
          fingerprint: String(at % 2000),
        },
      ),
    );
    const text = await textOf(entries);
    expect(text).not.toMatch(/[^\n\P{C}]/u);
    expect(text.split("\n").length).toBeLessThan(300);
  });
});
