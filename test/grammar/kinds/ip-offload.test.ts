import { expect, it } from "vitest";
import { ipOffload } from "../../../grammar/kinds/ip-offload.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => ipOffload.read(segmentOf(text), { command });

/** The records as words: `12 Ethernet: tcp … supported. (3)`. */
const linesIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(
    ({ line, interfaceIndex, interfaceName, sentence }) => `${interfaceIndex} ${interfaceName}: ${sentence} (${line})`,
  );

const command = "netsh int ip show offload";

it("reads the sentences below each interface, and interfaces that have none", () => {
  const text = `Interface 20: Ethernet 2

ipv4 transmit checksum supported.
tcp giant send offload supported.

Interface 22: Ethernet 3

Interface 11: Wi-Fi: guests

tcp large send offload supported.
`;
  expect(linesIn(text)).toEqual([
    "20 Ethernet 2: ipv4 transmit checksum supported. (3)",
    "20 Ethernet 2: tcp giant send offload supported. (4)",
    "22 Ethernet 3: null (6)",
    "11 Wi-Fi: guests: tcp large send offload supported. (10)",
  ]);
  expect(classesIn(read(text))).toBe("hbrrbhbhbr");
  expect(read(text)).toMatchObject({ diagnostics: [], locale: "en-US", recognised: true });
});

it.each([
  [
    "sentences without their interface",
    "tcp large send offload supported.",
    null,
    ["null : tcp large send offload supported. (1)"],
  ],
  ["an interface alone behind its command", "Interface 7: Wi-Fi", command, ["7 Wi-Fi: null (1)"]],
  ["an interface alone, which other listings print too", "Interface 7: Wi-Fi", null, []],
  ["another language behind its command", "Interfaz 7: Wi-Fi\n\ntcp xyzzy.", command, ["7 Wi-Fi: tcp xyzzy. (3)"]],
  ["another language", "Interfaz 7: Wi-Fi\n\ntcp xyzzy.", null, []],
  ["the title of what comes next", "Interface 7: Wi-Fi\n\nIPv6 Netsh Commands", command, ["7 Wi-Fi: null (1)"]],
])("%s", (_, text, echoed, lines) => {
  expect(linesIn(text, echoed)).toEqual(lines);
  expect(read(text, echoed).recognised).toBe(lines.length > 0);
});

it("says what stands between and is neither", () => {
  const reading = read("Interface 7: Wi-Fi\ntcp large send offload supported.\nsomebody's remark\n");
  expect(classesIn(reading)).toBe("hr?");
  expect(remarksIn(reading)).toEqual(["unknown-line 3:18"]);
  expect(reading.diagnostics[0]?.message).toContain("; expected a number");
});

it.each([
  ["Interface 12: Ethernet", null, "record"],
  ["udp receive checksum supported.", null, "record"],
  ["tcp is supported", null, undefined],
  ["Interfaz 12: Ethernet", null, undefined],
  ["Interfaz 12: Ethernet", command, "record"],
  ["tcp xyzzy.", command, "record"],
  ["Interface: 192.0.2.10 --- 0xb", command, undefined],
  ["x".repeat(100_000), command, undefined],
])("%j behind %j is a landmark: %s", (line, echoed, found) => {
  expect(ipOffload.landmark(line, { command: echoed })).toBe(found);
});

it.each([
  [command, true],
  ["netsh interface ipv4 sh of", true],
  ["netsh int ipv6 show offload", false],
  ["netsh int tcp show offload", false],
  ["netsh int ip show offload ?", false],
])("%j is answered: %s", (echoed, answered) => expect(ipOffload.answers(echoed)).toBe(answered));
