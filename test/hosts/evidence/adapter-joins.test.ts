import { describe, expect, it } from "vitest";
import type { AdapterIdentity, AdapterSighting } from "../../../src/hosts/evidence/adapter-sightings.ts";
import { adapterSightings } from "../../../src/hosts/evidence/adapter-sightings.ts";
import { joinAdapters } from "../../../src/hosts/evidence/joined-adapters.ts";
import type { KeptCaptures } from "../../../src/hosts/evidence/kept.ts";
import { evidenceIn } from "../../support/evidence.ts";

const seen = (identity: AdapterIdentity, about: Partial<AdapterSighting> = {}): AdapterSighting => ({
  kind: "netAdapter",
  identity,
  properties: [],
  addresses: [],
  isShown: true,
  isNumbered: false,
  ...about,
});

const join = (...sightings: readonly AdapterSighting[]) => joinAdapters(sightings).map(({ identity }) => identity);

describe("what several captures say is of one adapter", () => {
  it.each<[string, AdapterIdentity, AdapterIdentity]>([
    ["by its GUID, whatever its names", { guid: "g", connection: "A" }, { guid: "g", connection: "B" }],
    ["by its number", { index: 7, connection: "A" }, { index: 7, connection: "B" }],
    ["by its connection", { connection: "LAN" }, { connection: "lan", description: "X" }],
    ["by its description", { description: "Card", connection: "LAN" }, { description: "CARD" }],
    ["by a description for its connection", { connection: "LAN", description: "Card" }, { connection: "card" }],
    ["by description and connection in one", { description: "CardLAN" }, { description: "Card", connection: "LAN" }],
    ["by its address alone", { mac: "1", connection: "LAN" }, { mac: "1" }],
  ])("%s", (_, one, other) => {
    expect(join(seen(one), seen(other))).toEqual([{ ...other, ...one }]);
  });

  it.each<[string, AdapterIdentity, AdapterIdentity]>([
    ["by two GUIDs", { guid: "g", connection: "A" }, { guid: "h", connection: "A" }],
    ["by two numbers", { index: 7, description: "Card" }, { index: 8, description: "Card" }],
    ["by two connections", { connection: "A", description: "Card" }, { connection: "B", description: "Card" }],
    ["by an address beside a name", { connection: "A", mac: "1" }, { connection: "B", mac: "1" }],
    ["by nothing in common", { connection: "A" }, { description: "B" }],
  ])("or of two: %s", (_, one, other) => {
    expect(join(seen(one), seen(other))).toEqual([one, other]);
  });

  it("goes to the one that nothing speaks against, and to none by an address of two", () => {
    expect(
      join(
        seen({ index: 1, description: "C" }),
        seen({ index: 2, description: "C" }),
        seen({ index: 2, description: "C", connection: "L" }),
      ),
    ).toEqual([
      { index: 1, description: "C" },
      { index: 2, description: "C", connection: "L" },
    ]);
    expect(
      join(seen({ connection: "A", mac: "1" }), seen({ connection: "B", mac: "1" }), seen({ mac: "1" })),
    ).toHaveLength(3);
  });

  it("is not put together by numbers of our own, nor by their addresses", () => {
    const numbered = { isNumbered: true };
    expect(join(seen({ description: "C" }, numbered), seen({ description: "C" }, numbered))).toHaveLength(2);
    expect(join(seen({ description: "C" }), seen({ description: "C" }, numbered))).toHaveLength(1);
    expect(join(seen({ description: "C", mac: "1" }, numbered), seen({ mac: "1" }))).toHaveLength(2);
  });

  it("is of 300 adapters at most", () => {
    const many = Array.from({ length: 301 }, (_, at) => seen({ connection: `A${at}` }));
    expect(join(...many)).toHaveLength(300);
    const [first] = joinAdapters([...many, seen({ connection: "A0" })]);
    expect(first?.sightings).toHaveLength(2);
  });
});

/** Captures of one kind, whose records are `adapter property=value`. */
function kept(kind: string, ...records: readonly string[]): KeptCaptures {
  const capture = {
    ...{ kind, source: "a.txt", line: 1, command: null, time: null, phase: null, locale: null, traits: {} },
    records: records.map((record, at) => {
      const [, adapter = "", property = "", value = ""] = /^(.*?)\t(.*?)=(.*)$/.exec(record) ?? [];
      return { line: at + 1, adapter, property, keyword: null, value };
    }),
    textOf: (line: number) => `line ${line}`,
  };
  return new Map([[kind, [capture]]]) as unknown as KeptCaptures;
}

describe("an adapter is known by", () => {
  it.each<[string, readonly string[], AdapterIdentity]>([
    ["wmicNic", ["Card\tNetConnectionID=LAN", "Card\tIndex=7"], { index: 7, connection: "LAN", description: "Card" }],
    ["wmicNic", ["Card\tDeviceID=8"], { index: 8, description: "Card" }],
    [
      "wmicNic",
      ["Card\tGUID={AB-C}", "Card\tMACAddress=00:00:5E:00:53:01"],
      { guid: "ab-c", mac: "00005e005301", description: "Card" },
    ],
    ["wmicNic", ["Card\tIndex=x"], { description: "Card" }],
    [
      "wmicNicConfig",
      ["Card\tSettingID={G}", "Card\tCaption=[00000007] Other"],
      { guid: "g", index: 7, description: "Card" },
    ],
    ["wmicNicConfig", ["[00000012] Card\tSettingID={G}"], { guid: "g", description: "Card" }],
    ["wmicNicConfig", ["00:00:5E:00:53:01\tCaption=[00000007] Card"], { index: 7, description: "Card" }],
    ["adapterClass", ["Card\tIndex=3", "Card\tNetCfgInstanceId={G}"], { guid: "g", index: 3, description: "Card" }],
    ["adapterClass", ["LAN\tNetCfgInstanceId={G}"], { guid: "g", connection: "LAN" }],
    [
      "netAdapter",
      ["LAN\tInterfaceDescription=Card", "LAN\tInterfaceGuid={G}"],
      { guid: "g", connection: "LAN", description: "Card" },
    ],
    ["netAdapterRss", ["LAN\tEnabled=True"], { connection: "LAN" }],
  ])("%s: %j", (kind, records, identity) => {
    expect(adapterSightings(kept(kind, ...records)).map((own) => own.identity)).toEqual([identity]);
  });

  it.each<[string, readonly string[], boolean]>([
    ["wmicNic", ["Card\tNetConnectionID=LAN"], true],
    ["wmicNic", ["Card\tSpeed=1000000000"], true],
    ["wmicNic", ["Card\tNdisLinkSpeed=10000000"], true],
    ["wmicNic", ["Card-0001\tNdisLinkSpeed=10000000"], false],
    ["wmicNic", ["Card-0001\tSpeed=10000000"], true],
    ["wmicNicConfig", ["Card\tIPEnabled=TRUE"], false],
    ["adapterClass", ["LAN\tNetCfgInstanceId={G}"], false],
    ["adapterClass", ["Card\tIndex=3"], true],
  ])("%s %j shows it: %s", (kind, records, isShown) => {
    expect(adapterSightings(kept(kind, ...records)).map((own) => own.isShown)).toEqual([isShown]);
  });

  it("shows those of wmic that have a connection, where some have one", () => {
    const [card, other] = adapterSightings(kept("wmicNic", "Card\tNetConnectionID=LAN", "Port\tSpeed=1000000000"));
    expect([card?.isShown, other?.isShown]).toEqual([true, false]);
  });

  it("has the addresses of wmic, of both families", () => {
    const [own] = adapterSightings(kept("wmicNicConfig", 'Card\tIPAddress={"192.0.2.1", "fe80::1"}'));
    expect(own?.addresses).toEqual(["192.0.2.1", "fe80::1"]);
    expect(adapterSightings(kept("wmicNic", 'Card\tIPAddress={"192.0.2.1"}'))[0]?.addresses).toEqual([]);
  });

  it.each([
    "Microsoft ISATAP Adapter",
    "Teredo Tunneling Pseudo-Interface",
    "Microsoft Failover Cluster Virtual Adapter",
  ])("is none by the name %s", (name) => {
    expect(adapterSightings(kept("wmicNic", `${name}\tSpeed=1000000000`))).toEqual([]);
    expect(adapterSightings(kept("netAdapter", `LAN\tInterfaceDescription=${name}`))).toEqual([]);
  });
});

describe("what is known of an adapter", () => {
  const list = (...properties: readonly string[]) =>
    `PS C:\\> Get-NetAdapter | fl\n\nName : LAN\n${properties.join("\n")}\n\n`;

  it.each([
    ["the speed of its link", ["InterfaceDescription : Example 10 Gigabit Adapter", "LinkSpeed : 1 Gbps"], 1000, false],
    [
      "that of its card without one",
      ["InterfaceDescription : Example 10 Gigabit Adapter", "LinkSpeed :"],
      10_000,
      true,
    ],
    ["none", ["InterfaceDescription : Example Adapter", "LinkSpeed :"], undefined, false],
  ])("is %s", async (_, properties, speed, isRated) => {
    const [own] = (await evidenceIn(list(...properties))).adapters ?? [];
    expect([own?.speedMbps?.value, own?.isRated]).toEqual([speed, isRated]);
  });

  it("is its description and its driver", async () => {
    const [own] =
      (await evidenceIn(list("InterfaceDescription : Card", "DriverVersion : 7.4.14.0", "LinkSpeed : 1 Gbps")))
        .adapters ?? [];
    expect(own).toMatchObject({ name: "LAN", description: "Card", driver: { value: "7.4.14.0" }, isWhole: false });
    const [other] =
      (await evidenceIn(list("DriverVersionString : 1.2", "DriverVersionX : 9", "LinkSpeed : 1 Gbps"))).adapters ?? [];
    expect(other?.driver?.value).toBe("1.2");
    expect(other).not.toHaveProperty("description");
  });
});
