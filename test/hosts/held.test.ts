import { describe, expect, it } from "vitest";
import type { AnyCapture } from "../../src/captures/capture.ts";
import { emptyLog } from "../../src/captures/diagnostics.ts";
import { emptyEvidence } from "../../src/hosts/collect.ts";
import { addRows, holdRows, releaseRows } from "../../src/hosts/held-rows.ts";
import type { NameClaim } from "../../src/hosts/identity/index.ts";
import { addCapture, addName, allHosts, emptyCaptures, emptyNames, type HeldLot } from "../../src/hosts/index.ts";
import { analyze } from "../../src/index.ts";
import { readSnapshot } from "../../src/summary/index.ts";
import { rows, table } from "../summary/tables.ts";

const nothing = { text: "", runs: [] };
const mention = (name: string, by: string) => ({ name, by, line: 2, reach: "source" }) as const;

/** A capture without records. */
const capture = (source: string, about: Partial<AnyCapture> = {}) =>
  ({ ...table([], { source }), kind: "rscStats", traits: {}, ...about }) as unknown as AnyCapture;

/** A table of connections of a local address. */
function addTable(held: ReturnType<typeof emptyCaptures>, source: string, address: string, line = 1): HeldLot {
  const connections = table(rows(`TCP ${address}:445 198.51.100.7:50001 ESTABLISHED inHost`), { source, line });
  return addCapture(held, connections, nothing, readSnapshot(connections, {}));
}

const add = (held: ReturnType<typeof emptyCaptures>, one: AnyCapture) => addCapture(held, one, nothing, undefined);

describe("captures are held together", () => {
  it("by the name in their text before that of their files, whatever its case", () => {
    const held = emptyCaptures();
    const lots = [
      add(held, capture("a.txt", { named: mention("App1", "hostname") })),
      add(held, capture("b.txt", { named: mention("APP1", "hostname"), collectorNames: mention("APP2", "folder") })),
      add(held, capture("c.txt", { collectorNames: mention("app1", "folder") })),
      add(held, capture("c.txt", { collectorNames: mention("app1", "folder") })),
    ];
    expect(new Set(lots).size).toBe(1);
    expect(lots[0]?.named.map(({ source, ground, claim }) => [source, ground, claim?.name])).toEqual([
      ["a.txt", "named", "App1"],
      ["b.txt", "named", "APP1"],
      ["c.txt", "collector", "app1"],
    ]);
  });

  it("by their source where nothing names them, unless their tables share no address", () => {
    const held = emptyCaptures();
    const first = addTable(held, "a.txt", "192.0.2.1");
    expect(add(held, capture("a.txt"))).toBe(first);
    const second = addTable(held, "a.txt", "192.0.2.2", 9);
    expect(second).not.toBe(first);
    expect(add(held, capture("a.txt"))).toBe(second);
    expect(add(held, capture("b.txt"))).not.toBe(second);
    expect([...held.lots.values()].map(({ source, line, kinds }) => [source, line, [...kinds]])).toEqual([
      ["a.txt", 1, ["netstat", "rscStats"]],
      ["a.txt", 9, ["netstat", "rscStats"]],
      ["b.txt", 1, ["rscStats"]],
    ]);
    expect([...first.tableAddresses]).toEqual(["192.0.2.1"]);
  });

  it("with the addresses of adapters and the versions of Windows, 256 at most", () => {
    const held = emptyCaptures();
    const addresses = ["192.0.2.1", "fe80::1%12", ...Array.from({ length: 300 }, (_, at) => `2001:db8::${at}`)];
    const lot = add(held, capture("a.txt", { kind: "ipConfig", records: [{ addresses }] } as never));
    expect([...lot.adapterAddresses].slice(0, 3)).toEqual(["192.0.2.1", "fe80::1", "2001:db8::0"]);
    expect(lot.adapterAddresses.size).toBe(256);
    const records = [
      { name: "hostName", value: "APP1" },
      { name: "version", value: "6.1.7601" },
    ];
    add(held, capture("a.txt", { kind: "systemInfo", records } as never));
    add(held, capture("a.txt", { kind: "services", records } as never));
    expect([...lot.versions]).toEqual(["6.1.7601"]);
  });

  it("with the notes of the latest table alone left to make", () => {
    const held = emptyCaptures();
    const first = addTable(held, "a.txt", "192.0.2.1");
    expect(typeof first.evidence.forRules.table?.notes).toBe("function");
    addTable(held, "a.txt", "192.0.2.1");
    expect(typeof first.evidence.forRules.table?.notes).toBe("function");
    add(held, capture("b.txt"));
    expect(typeof first.evidence.forRules.table?.notes).toBe("function");
    const second = addTable(held, "b.txt", "192.0.2.2");
    expect(typeof first.evidence.forRules.table?.notes).toBe("object");
    expect(typeof second.evidence.forRules.table?.notes).toBe("function");
  });
});

describe("names", () => {
  const claim: NameClaim = { name: "APP1", by: "prompt", source: "a.txt", line: 1, reach: "source" };

  it("of the text are kept once each, those of a collector by their source", () => {
    const names = emptyNames(null);
    addName(names, claim, "text");
    addName(names, { ...claim, line: 9 }, "text");
    addName(names, { ...claim, by: "hostname" }, "text");
    addName(names, { ...claim, source: "b.txt" }, "text");
    addName(names, { ...claim, name: "APP2" }, "text");
    addName(names, { ...claim, reach: "below" } as unknown as NameClaim, "text");
    addName(names, { ...claim, name: "APP3" }, "collector");
    expect([...names.claims.values()].map(({ line }) => line)).toEqual([1, 1, 1, 1, 1]);
    expect([...names.collectorClaims]).toEqual([["a.txt", { ...claim, name: "APP3" }]]);
  });

  it("in a source without captures reach those beside it, which is said", () => {
    const held = emptyCaptures();
    add(held, capture("x/a.txt"));
    add(held, capture("x/b.txt", { kind: "services" }));
    add(held, capture("x/d.txt", { kind: "netDmaStats" }));
    const names = emptyNames(null);
    addName(names, { ...claim, source: "x/c.txt", line: 7 }, "text");
    const log = emptyLog();
    const [host, ...others] = allHosts(held, names, log);
    expect(others).toEqual([]);
    expect([host?.evidence.host, host?.names]).toEqual(["APP1", ["APP1"]]);
    expect(host?.evidence.captures.map(({ source }) => source)).toEqual(["x/a.txt", "x/b.txt", "x/d.txt"]);
    expect(log.kept).toMatchObject([
      {
        code: "sources-joined",
        source: "x/a.txt",
        line: 1,
        message:
          "x/a.txt, x/b.txt, x/d.txt name no host. They are read as captures of APP1, the only host named beside them " +
          "(prompt, x/c.txt:7). Pass them one by one if that is wrong.",
      },
    ]);
  });

  it("that contradict each other are noted where they stand", () => {
    const held = emptyCaptures();
    add(held, capture("a.txt", { line: 5, named: mention("APP1", "hostname") }));
    const log = emptyLog();
    allHosts(held, emptyNames("APP9"), log);
    expect(log.kept).toMatchObject([{ code: "host-declared", source: "a.txt", line: 5, column: 1 }]);
  });
});

describe("a report says which sources it read as one host", () => {
  async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n";
  const setting = "Chimney Offload State               : automatic\n";
  const joined = async (files: Readonly<Record<string, string>>) => {
    const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
    const { diagnostics } = await analyze(sources);
    return diagnostics.flatMap(({ code, message }) => (code === "sources-joined" ? [message] : []));
  };

  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      "none names a host",
      { "x/a.txt": row, "x/b.txt": setting },
      "x/a.txt, x/b.txt name no host and hold different captures",
    ],
    ["one file alone", { "x/a.txt": row + setting }, undefined],
    ["files of two folders", { "x/a.txt": row, "y/b.txt": setting }, undefined],
    [
      "one names the host",
      { "x/a.txt": row, "x/b.txt": `C:\\>hostname\nAPP1\n\n${setting}` },
      "x/a.txt name no host. They are read as captures of APP1, the only host named beside them",
    ],
  ])("%s", async (_, files, message) => {
    expect(await joined(files)).toEqual(message === undefined ? [] : [expect.stringContaining(message)]);
  });
});

describe("rows on their way out", () => {
  const lot = (name: string | null) =>
    ({
      named: name === null ? [] : [{ source: "a.txt", ground: "named", claim: { name } }],
      evidence: emptyEvidence(null),
    }) as unknown as HeldLot;
  const tableOf = (host: string | null, count: number) => ({
    lot: lot(host),
    moment: { time: null, phase: null },
    rows: Array.from({ length: count }, (_, line) => ({ line, host: null, connection: {} })) as never,
  });

  it("are held until they are released, in order, with the host that is known by then", async () => {
    const out: (readonly [number, string | null | undefined])[] = [];
    const held = holdRows((more) => void out.push([more.length, more[0]?.host]));
    await addRows(held, tableOf("APP1", 3));
    await addRows(held, tableOf(null, 2));
    expect([out.length, held.size]).toEqual([0, 5]);
    await releaseRows(held, ({ named }) => ({
      name: named.length > 0 ? "LATER1" : null,
      processNames: () => undefined,
    }));
    expect(out).toEqual([
      [3, "LATER1"],
      [2, null],
    ]);
    expect(held.size).toBe(0);
  });

  it("go out with the name that is known when they are too many to hold, and so do all further ones", async () => {
    const out: (readonly [number, string | null | undefined])[] = [];
    const held = holdRows((more) => void out.push([more.length, more[0]?.host]));
    await addRows(held, tableOf("APP1", 400_000));
    expect(out).toEqual([]);
    await addRows(held, tableOf(null, 1));
    await addRows(held, tableOf("APP2", 1));
    expect(out).toEqual([
      [400_000, "APP1"],
      [1, null],
      [1, "APP2"],
    ]);
  });
});
