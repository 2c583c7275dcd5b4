import { describe, expect, it } from "vitest";
import { dynamicPortRange, looksLikeDynamicPorts } from "../../../grammar/kinds/dynamic-port-range.ts";
import { analysed } from "../../support/analysed.ts";
import { classesIn, listing, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string) => dynamicPortRange.read(segmentOf(text), { command: null });
const asked = "netsh int ipv4 show dynamicport tcp";

function range(title: string, start: number, size: number, labels = ["Start Port", "Number of Ports"]): string {
  return listing(title, [
    [labels[0] ?? "", String(start)],
    [labels[1] ?? "", String(size)],
  ]);
}

describe("a range of dynamic ports", () => {
  it("has its protocol and two figures", () => {
    const text = range("Protocol tcp Dynamic Port Range", 49_152, 16_384);
    const reading = read(`${text}\n${range("Protocol udp Dynamic Port Range", 1025, 64_510)}`);
    expect(reading.records).toEqual([
      { line: 1, protocol: "tcp", startPort: 49_152, numberOfPorts: 16_384 },
      { line: 6, protocol: "udp", startPort: 1025, numberOfPorts: 64_510 },
    ]);
    expect(reading).toMatchObject({ locale: "en-US", diagnostics: [] });
    expect(classesIn(reading)).toBe("hhrrbhhrr");
  });

  it("reads as well in words that nobody knows", () => {
    const reading = read(range("Protokolo tcp: haveneroj".replace(":", ""), 1025, 3976, ["Unua", "Nombro"]));
    expect(reading).toMatchObject({
      locale: null,
      records: [{ protocol: "tcp", startPort: 1025, numberOfPorts: 3976 }],
    });
  });

  it.each([
    ["more ports than there are", range("Protocol tcp Dynamic Port Range", 65_000, 16_384)],
    ["no port at all", range("Protocol tcp Dynamic Port Range", 49_152, 0)],
    ["no protocol", range("Dynamic Port Range", 49_152, 16_384)],
  ])("is not one with %s", (_, text) => {
    expect(read(text).recognised).toBe(false);
    expect(looksLikeDynamicPorts(text.trimEnd().split("\n"))).toBe(false);
  });

  it("tells what is left over", () => {
    expect(remarksIn(read(`${range("Protocol tcp Dynamic Port Range", 1025, 3976)}what?\n`))).toEqual([
      "unknown-line 5:6",
    ]);
  });

  it.each([
    ["its words", ["Start Port", "Number of Ports"]],
    ["other words", ["Komenca haveno", "Nombro da havenoj"]],
  ])("is found by %s", async (_, labels) => {
    const { report } = await analysed(`Hello\n\n${range("Protokolo tcp haveneroj", 1025, 3976, labels)}\nBye\n`);
    expect(report.hosts[0]?.captures.map(({ kind, records }) => `${kind} ${records}`)).toEqual(["dynamicPortRange 1"]);
  });
});

it.each([
  [asked, true],
  ["netsh interface ip sh dynamicport udp", true],
  ["netsh int ipv6 show dynamicport tcp | more", true],
  ["netsh int ipv4 set dynamicport tcp start=1025 num=3976", false],
  ["netsh int tcp show global", false],
])("%j is answered: %s", (command, answered) => expect(dynamicPortRange.answers(command)).toBe(answered));

it.each([
  ["Start Port      : 49152", null, "record"],
  ["Startport       : 49152", null, undefined],
  ["Startport       : 49152", asked, "record"],
  ["Protokoll tcp, dynamischer Portbereich", asked, "title"],
])("%j behind %j is a landmark: %s", (line, command, found) => {
  expect(dynamicPortRange.landmark(line, { command })).toBe(found);
});
