import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ipConfig } from "../../../grammar/kinds/ip-config/index.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string) => ipConfig.read(segmentOf(text), { command: null });
const landmark = (line: string) => ipConfig.landmark(line, { command: null });

const entry = (label: string, value: string) => `   ${`${label} `.padEnd(34, ". ")}: ${value}`;

/** An adapter with one entry and its value. */
const addressesOf = (label: string, value: string, ...more: readonly string[]) =>
  read(
    ["Ethernet adapter A:", "", entry("Physical Address", "00-00-5E-00-53-01"), entry(label, value), ...more].join(
      "\n",
    ),
  ).records[0]?.addresses;

it("reads ipconfig /all", () => {
  const reading = read(
    [
      "",
      "Windows IP Configuration",
      "",
      entry("Host Name", "WEB01"),
      entry("Node Type", "Hybrid"),
      "",
      "Ethernet adapter Local Area Connection 2:",
      "",
      entry("Connection-specific DNS Suffix ", "example.com"),
      entry("Description", "Example Adapter #2"),
      entry("Physical Address", "00-00-5E-00-53-02"),
      entry("IPv4 Address", "192.0.2.20(Preferred)"),
      entry("Default Gateway", "fe80::1%12"),
      "                                       192.0.2.1",
      "",
      "Wireless LAN adapter Wi-Fi:",
      "",
      entry("Media State", "Media disconnected"),
    ].join("\n"),
  );
  expect(reading.records).toEqual([
    {
      line: 7,
      name: "Local Area Connection 2",
      description: "Example Adapter #2",
      physicalAddress: "00-00-5E-00-53-02",
      addresses: ["192.0.2.20"],
    },
    { line: 16, name: "Wi-Fi", description: null, physicalAddress: null, addresses: [] },
  ]);
  expect(reading).toMatchObject({
    host: { name: "WEB01", by: "ipconfig" },
    locale: "en-US",
    diagnostics: [],
    recognised: true,
  });
  expect(classesIn(reading)).toBe("bhbrrbrbrrrrrrbrbr");
});

describe("an address of the host", () => {
  it.each([
    ["IPv4 Address", "192.0.2.20(Preferred)", ["192.0.2.20"]],
    ["IPv4 Address", "192.0.2.20(Duplicate) ", ["192.0.2.20"]],
    ["IPv4 Address", "192.0.2.20", ["192.0.2.20"]],
    ["IP Address", "192.0.2.20", ["192.0.2.20"]],
    ["Autoconfiguration IPv4 Address", "169.254.7.8(Preferred)", ["169.254.7.8"]],
    ["Link-local IPv6 Address", "fe80::20%12(Preferred)", ["fe80::20%12"]],
    ["IPv6 Address", "2001:db8::20", ["2001:db8::20"]],
    ["Temporary IPv6 Address", "2001:db8::5efe:192.0.2.20(Deprecated)", ["2001:db8::5efe:192.0.2.20"]],
    ["Speco de adreso", "192.0.2.20(preferata)", ["192.0.2.20"]],
    ["Speco de adreso", "2001:db8::20 (首选)", ["2001:db8::20"]],
    ["Default Gateway", "192.0.2.1", []],
    ["DNS Servers", "2001:db8::53", []],
    ["Subnet Mask", "255.255.255.0", []],
    ["Physical Address", "00-00-5E-00-53-02", []],
    ["IPv4 Address", "none", []],
    ["Lease Obtained", "Friday, March 1, 2024 10:15:23 AM", []],
  ])("%j %j: %j", (label, value, addresses) => {
    expect(addressesOf(label, value)).toEqual(addresses);
  });

  it("in an unknown language stands above its mask", () => {
    expect(addressesOf("Adreso", "192.0.2.20", entry("Masko", "255.255.255.128"))).toEqual(["192.0.2.20"]);
    expect(addressesOf("Adreso", "192.0.2.20", entry("Kluzo", "192.0.2.1"))).toEqual([]);
  });

  it("may stand below another one", () => {
    const below = `${" ".repeat(39)}192.0.2.21`;
    expect(addressesOf("IPv4 Address", "192.0.2.20", below)).toEqual(["192.0.2.20", "192.0.2.21"]);
    expect(addressesOf("Default Gateway", "192.0.2.1", below)).toEqual([]);
  });
});

it("in an unknown language a description stands above the physical address", () => {
  const text = ["Etereta adaptilo A:", "", entry("Priskribo", "Example Adapter"), entry("Adreso", "00-00-5E-00-53-02")];
  expect(read(text.join("\n"))).toMatchObject({
    records: [{ name: "Etereta adaptilo A", description: "Example Adapter" }],
    locale: null,
    traits: {},
  });
});

describe("the name of the host", () => {
  const below = [entry("Speco", "miksita"), "", "Etereta adaptilo A:", entry("Adreso", "192.0.2.20(preferata)")];
  it.each([
    ["by its label", ["Windows IP Configuration", "", entry("Node Type", "x"), entry("Host Name", "WEB01")], "WEB01"],
    ["in German", ["Windows-IP-Konfiguration", "", entry("Hostname", "WEB01"), "", "Ethernet-Adapter A:"], "WEB01"],
    ["without a title", [entry("Host Name", "WEB01"), ...below], "WEB01"],
    ["in any language", ["IP-agordo", "", entry("Nomo", "web-01.example.com"), ...below], "web-01.example.com"],
    ["in other letters", ["Windows IP 구성", "", entry("호스트 이름", "서버01"), ...below], "서버01"],
    ["without a title and label", [entry("Nomo", "WEB01"), ...below], null],
    ["not without its label in English", ["Windows IP Configuration", "", entry("Node Type", "Hybrid")], null],
    ["not from words", ["IP-agordo", "", entry("Nomo", "two words"), ...below], null],
    ["not from an adapter", ["remark", entry("DHCP", "ne"), entry("Adreso", "192.0.2.20"), ...below], null],
  ])("%s", (_, lines, hostName) => {
    expect(read(lines.join("\n")).host?.name ?? null).toBe(hostName);
  });

  it("takes no remark above for a title", () => {
    const text = ["a remark", "", "Ethernet adapter A:", entry("IPv4 Address", "192.0.2.20")].join("\n");
    expect(classesIn(read(text))).toBe("-brr");
    expect(remarksIn(read(text))).toEqual([]);
  });
});

it.each([
  ["Windows IP Configuration", "title"],
  ["  windows ip configuration  ", "title"],
  [entry("Host Name", "WEB01"), "record"],
  ["Connection-specific DNS Suffix  . : example.com", "record"],
  ["IPv4 Address. . . . . . . . . . . : 192.0.2.20", "record"],
  ["Ethernet adapter Local Area Connection:", "record"],
  ["Tunnel adapter isatap.{00000000-0000-0000-0000-000000000002}:", "record"],
  ["Please check the following:", undefined],
  ["Etereta adaptilo Loka konekto:", undefined],
  ["Host Name:                 WEB01", undefined],
  ["Receive-Side Scaling State          : enabled", undefined],
  ["See chapter 4. : it says more", undefined],
  ["The Windows IP Configuration is shown by ipconfig", undefined],
  [`${entry("Host Name", "WEB01")}${"x".repeat(500)}`, undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(landmark(line)).toBe(found);
});

it.each([
  ["   Autoconfiguration enabled by some long label: Yes", true],
  [entry("Node Type", "Hybrid"), true],
  ["                                       192.0.2.1", true],
  ["some words", false],
  ["Another heading:", false],
])("%j goes on with it: %s", (line, expected) => {
  expect(ipConfig.continues(line, { command: null })).toBe(expected);
});

it.each([
  [["some words", "Etereta adaptilo A:", ""], 2],
  [["Etereta adaptilo A:"], 1],
  [["Etereta adaptilo A:", "", ""], 0],
  [["Konfiguracja IP", ""], 2],
  [["some words", "", ""], 0],
  [["3 words", ""], 0],
  [[], 0],
])("%j end with %d lines of an adapter", (lines, count) => {
  expect(ipConfig.above?.(lines)).toBe(count);
});

it("says what was not read", () => {
  const reading = read(["Ethernet adapter A:", entry("Node Type", "x"), "some words", entry("More", "y")].join("\n"));
  expect(classesIn(reading)).toBe("rr?r");
  expect(remarksIn(reading)).toEqual(["unknown-line 3:11"]);
  expect(reading.diagnostics[0]?.message).toContain("; expected dots that lead to the value");
});

it.each([
  "Windows IP Configuration",
  "Ethernet adapter Local Area Connection:\n\nsome words",
  entry("Host Name", "WEB01"),
  "",
])("is not recognised in %j alone", (text) => {
  expect(read(text)).toMatchObject({ recognised: false, records: [] });
});

it.each([
  ["ipconfig", true],
  ["ipconfig /all", true],
  ["C:\\Windows\\System32\\ipconfig.exe /allcompartments /all", true],
  ["IPCONFIG /ALL > ip.txt", true],
  ["ipconfig /displaydns", false],
  ["ipconfig /release", false],
  ["ipconfigs", false],
])("%j asks for it: %s", (command, expected) => {
  expect(ipConfig.answers(command)).toBe(expected);
});

it("whatever the text, there is one class for each line", () => {
  const parts = fc.constantFrom(
    "A adapter B:",
    "\n",
    "\n\n",
    entry("X", "192.0.2.1(y)"),
    "   long label: x",
    " ".repeat(39),
    "::1",
    ". . ",
    ":",
  );
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, (own) => {
      const text = own === "" || own.endsWith("\n") ? own : `${own}\n`;
      const reading = read(text);
      expect(reading.classes).toHaveLength(text.split("\n").length - 1);
      for (const { line } of reading.records) expect(reading.classes[line - 1]).toBe("record");
      for (const line of text.split("\n")) expect(() => landmark(line)).not.toThrow();
    }),
  );
});
