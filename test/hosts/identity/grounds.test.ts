import { describe, expect, it } from "vitest";
import { decideHosts, type Lot, type NameClaim, shareNoAddress } from "../../../src/hosts/identity/index.ts";

interface Given {
  /** The name that stands in the captures themselves. */
  readonly name?: string;
  readonly kinds?: readonly string[];
  /** Local addresses of a table. */
  readonly table?: readonly string[];
  readonly adapters?: readonly string[];
  readonly versions?: readonly string[];
}

const claim = (source: string, name: string, by = "systeminfo"): NameClaim => ({
  name,
  by,
  source,
  line: 3,
  reach: "source",
});

function lot(source: string, { name, kinds = [], table = [], adapters = [], versions = [] }: Given): Lot {
  return {
    source,
    line: 1,
    named: name === undefined ? [] : [{ source, ground: "named", claim: claim(source, name) }],
    kinds: new Set(table.length > 0 ? ["netstat", ...kinds] : kinds),
    tableAddresses: new Set(table),
    adapterAddresses: new Set(adapters),
    versions: new Set(versions),
    apartFrom: new Set(),
    headings: [],
    above: null,
  };
}

/** Lots as `source` with what they hold; what names a lot reaches its whole source. `declared` is `--host`. */
function decided(given: readonly (readonly [source: string, of: Given])[], declared: string | null = null) {
  const lots = given.map(([source, of]) => lot(source, of));
  const claims = given.flatMap(([source, { name }]) => (name === undefined ? [] : [claim(source, name)]));
  return decideHosts({ lots, claims, collectorClaims: new Map(), declared });
}

/** `NAME: source ground, source ground` for each host. */
function outline(...args: Parameters<typeof decided>): readonly string[] {
  return decided(...args).hosts.map(({ names, reasons }) => {
    return `${names?.shown ?? "-"}: ${reasons.map(({ source, ground }) => `${source} ${ground}`).join(", ")}`;
  });
}

const doubts = (...args: Parameters<typeof decided>) => decided(...args).doubts.map(({ message }) => message);

const settings = { kinds: ["tcpGlobal"] };
const at = (...table: readonly string[]) => ({ table });

describe("a name in the same source", () => {
  it("has its other captures", () => {
    expect(
      outline([
        ["a.txt", settings],
        ["a.txt", { name: "APP11" }],
      ]),
    ).toEqual(["APP11: a.txt source, a.txt named"]);
  });

  it("has what of two has its addresses", () => {
    const two = [
      ["a.txt", { name: "APP11", adapters: ["192.0.2.1"] }],
      ["a.txt", { name: "APP12", adapters: ["192.0.2.2"] }],
    ] as const;
    expect(outline([...two, ["a.txt", at("192.0.2.2")]])).toEqual([
      "APP11: a.txt named",
      "APP12: a.txt named, a.txt addresses",
    ]);
    expect(outline([...two, ["a.txt", { adapters: ["192.0.2.1"] }]])[0]).toBe("APP11: a.txt named, a.txt addresses");
    for (const table of [["192.0.2.1", "192.0.2.2"], ["192.0.2.3"], []]) {
      expect(outline([...two, ["a.txt", at(...table)]])).toHaveLength(3);
    }
  });

  it.each<[string, Given, Given, string | undefined]>([
    ["the table of another host", at("192.0.2.1"), { adapters: ["192.0.2.2"] }, "none of its local addresses belongs"],
    ["adapters of another host", { adapters: ["192.0.2.1"] }, at("192.0.2.2"), "none of its adapters has"],
    ["another version", { versions: ["6.1"] }, { versions: ["6.3"] }, "it comes from another version of Windows"],
    ["one of its versions", { versions: ["6.1"] }, { versions: ["6.3", "6.1"] }, undefined],
    ["a version where none is known", { versions: ["6.1"] }, {}, undefined],
    ["no version", {}, { versions: ["6.3"] }, undefined],
    ["a table of the other family", at("192.0.2.1"), { adapters: ["2001:db8::1"] }, undefined],
    ["one of its addresses", at("192.0.2.1", "192.0.2.3"), { adapters: ["192.0.2.2", "192.0.2.3"] }, undefined],
  ])("has no capture that is disproved: %s", (_, other, host, why) => {
    const given = [
      ["a.txt", { name: "APP11", ...host }],
      ["a.txt", other],
    ] as const;
    expect(outline(given)).toHaveLength(why === undefined ? 1 : 2);
    expect(doubts(given)).toEqual(
      why === undefined
        ? []
        : [expect.stringMatching(`^Only APP11 is named around this capture \\(systeminfo, a.txt:3\\), but ${why}`)],
    );
  });
});

it("two names that one signal gives in one source are of two hosts, however alike", () => {
  const alike = ["WAREHOUSE-FILES", "warehouse-files-01"] as const;
  expect(decided(alike.map((name) => ["a.txt", { name }] as const)).hosts).toHaveLength(2);
  expect(decided(alike.map((name, of) => [`${of}.txt`, { name }] as const)).hosts).toHaveLength(1);
});

describe("a name in the folder or archive", () => {
  it.each<[string, string, string, string]>([
    ["beside it", "x/a.txt", "x/b.txt", "container"],
    ["in a folder below", "x/y/a.txt", "x/b.txt", "container"],
    ["in a folder above", "x/a.txt", "x/y/b.txt", "container"],
    ["in one archive", "x/a.zip!p/a.txt", "x/a.zip!b.txt", "container"],
    ["in an archive beside it", "x/a.txt", "x/b.zip!b.txt", "alone"],
    ["in two archives", "x/a.zip!a.txt", "x/b.zip!b.txt", "alone"],
  ])("has the captures that nothing else names: %s", (_, source, named, ground) => {
    expect(
      outline([
        [source, settings],
        [named, { name: "APP11" }],
      ]).join(),
    ).toContain(`${source} ${ground}`);
  });

  it.each<[string, string, string, Given, string]>([
    ["the same command in two folders", "x/one/a.txt", "x/two/a.txt", settings, "alone"],
    ["another command", "x/one/a.txt", "x/two/a.txt", { kinds: ["services"] }, "container"],
    ["the version alone in both", "x/one/a.txt", "x/two/a.txt", { kinds: ["systemInfo"] }, "container"],
    ["folders that say when", "x/before/a.txt", "x/after/a.txt", settings, "container"],
    ["one folder says when", "x/before/a.txt", "x/two/a.txt", settings, "alone"],
    ["the same folder", "x/one/a.txt", "x/one/b.txt", settings, "container"],
    ["the container itself", "x/a.txt", "x/two/a.txt", settings, "container"],
  ])("has nothing of another server's folder: %s", (_, source, named, own, ground) => {
    const host = { name: "APP11", kinds: ["tcpGlobal", "systemInfo"] };
    expect(
      outline([
        [source, own],
        [named, host],
      ]).join(),
    ).toContain(`${source} ${ground}`);
  });

  it("has the other folder with its addresses", () => {
    const host = { name: "APP11", table: ["192.0.2.1"] };
    expect(
      outline([
        ["x/one/a.txt", at("192.0.2.1")],
        ["x/two/a.txt", host],
      ]),
    ).toEqual(["APP11: x/one/a.txt container, x/two/a.txt named"]);
  });

  it("is the innermost one", () => {
    const given = [
      ["x/a.txt", { name: "APP11" }],
      ["x/y/b.txt", { name: "APP12" }],
      ["x/y/c.txt", settings],
    ] as const;
    expect(outline(given)).toEqual(["APP11: x/a.txt named", "APP12: x/y/b.txt named, x/y/c.txt container"]);
  });

  it("leaves what may be of several, and lists five of them", () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, of) => [`x/${of}.txt`, { name: `APP1${of}` }] as const);
    expect(doubts([...named(2), ["x/t.txt", settings]])[0]).toContain("is of: APP10, APP11. It is reported separately");
    expect(doubts([...named(5), ["x/t.txt", settings]])[0]).toContain("APP13, APP14. It is reported");
    expect(doubts([...named(6), ["x/t.txt", settings]])[0]).toContain("APP13, APP14 …. It is reported");
    expect(doubts([...named(2), ["x/t.txt", settings]], "APP10")).toEqual([
      "--host says APP10, but APP11 was captured (systeminfo, x/1.txt:3): the captured name is used.",
    ]);
  });
});

describe("the names of files", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["one prefix twice", ["x/APP52-netstat.txt", "x/APP52-tcp.txt"], ["APP52", "APP52"]],
    ["two prefixes", ["x/APP52-netstat.txt", "x/APP53-netstat.txt"], ["APP52", "APP53"]],
    ["one prefix once", ["x/APP52-netstat.txt"], ["-"]],
    ["prefixes of two folders", ["x/APP52-netstat.txt", "y/APP53-netstat.txt"], ["-", "-"]],
    ["a ticket", ["x/INC0012345-netstat.txt", "x/INC0012345-tcp.txt"], ["-", "-"]],
    ["folders beside one another", ["x/APP52/n.txt", "x/APP53/n.txt"], ["APP52", "APP53"]],
    ["folders with other files", ["x/APP52/n.txt", "x/APP53/t.txt"], ["-", "-"]],
    ["folders without a digit", ["x/WEST/n.txt", "x/EAST/n.txt"], ["WEST", "EAST"]],
    ["folders of two letters", ["x/A1/n.txt", "x/B1/n.txt"], ["-", "-"]],
    ["folders at two places", ["x/APP52/n.txt", "y/APP53/n.txt"], ["-", "-"]],
    ["archives beside one another", ["x/APP52.zip!n.txt", "x/APP53.zip!n.txt"], ["-", "-"]],
  ])("name hosts: %s", (_, sources, names) => {
    const { hosts } = decided(sources.map((source) => [source, { kinds: ["tcpGlobal"] }] as const));
    const nameOf = (source: string) => hosts.find(({ lots }) => lots.some((one) => one.source === source))?.names;
    expect(sources.map((source) => nameOf(source)?.shown ?? "-")).toEqual(names);
  });

  it("say from what they name them", () => {
    const { hosts } = decided([
      ["x/APP52-netstat.txt", settings],
      ["x/APP52-tcp.txt", settings],
      ["y/b1b/n.txt", {}],
      ["y/b2b/n.txt", {}],
    ]);
    expect(hosts.flatMap(({ reasons }) => reasons.map(({ claim: by }) => by?.by))).toEqual([
      "the file name",
      "the file name",
      "the folder",
      "the folder",
    ]);
  });
});

describe("captures that nothing names", () => {
  it.each<[string, readonly (readonly [string, Given])[], number]>([
    [
      "a table and settings of one folder",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", settings],
      ],
      1,
    ],
    [
      "two commands of one folder",
      [
        ["x/a.txt", { kinds: ["services"] }],
        ["x/b.txt", settings],
      ],
      1,
    ],
    [
      "the same command twice",
      [
        ["x/a.txt", settings],
        ["x/b.txt", settings],
      ],
      2,
    ],
    [
      "the version twice",
      [
        ["x/a.txt", { kinds: ["systemInfo", "services"] }],
        ["x/b.txt", { kinds: ["systemInfo"] }],
      ],
      1,
    ],
    [
      "tables by themselves",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", at("192.0.2.1")],
      ],
      2,
    ],
    [
      "tables that share an address, and settings",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", at("192.0.2.1")],
        ["x/c.txt", settings],
      ],
      1,
    ],
    [
      "tables that share none, and settings",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", at("192.0.2.2")],
        ["x/c.txt", settings],
      ],
      3,
    ],
    [
      "tables that a third one links, and settings",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", at("192.0.2.2")],
        ["x/c.txt", at("192.0.2.1", "192.0.2.2")],
        ["x/d.txt", settings],
      ],
      1,
    ],
    [
      "tables that a third and a fourth one link, and settings",
      [
        ["x/a.txt", at("192.0.2.1")],
        ["x/b.txt", at("192.0.2.2")],
        ["x/c.txt", at("192.0.2.1", "192.0.2.2")],
        ["x/d.txt", at("192.0.2.2")],
        ["x/e.txt", settings],
      ],
      1,
    ],
  ])("are of one host or of several: %s", (_, given, count) => {
    expect(decided(given).hosts).toHaveLength(count);
  });

  it("stand in the order in which they were read, behind the named ones by name", () => {
    const given = [
      ["y/1.txt", settings],
      ["x/a.txt", { name: "B2" }],
      ["z/1.txt", settings],
      ["z/2.txt", { name: "A1" }],
      ["y/2.txt", settings],
      ["w/1.txt", settings],
    ] as const;
    expect(outline(given)).toEqual([
      "A1: z/1.txt container, z/2.txt named",
      "B2: x/a.txt named",
      "-: y/1.txt alone",
      "-: y/2.txt alone",
      "-: w/1.txt alone",
    ]);
  });
});

it.each([
  [["192.0.2.1"], ["192.0.2.2"], true],
  [["192.0.2.1", "2001:db8::1"], ["2001:db8::2"], true],
  [["192.0.2.1"], ["2001:db8::2"], false],
  [["192.0.2.1", "192.0.2.2"], ["192.0.2.2"], false],
  [[], ["192.0.2.2"], false],
  [["192.0.2.2"], [], false],
])("%j and %j share no address: %s", (one, other, expected) => {
  expect(shareNoAddress(new Set(one), new Set(other))).toBe(expected);
});
