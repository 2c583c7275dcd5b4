import { describe, expect, it } from "vitest";
import { looksLikeSupplemental, tcpSupplemental } from "../../../grammar/kinds/tcp-supplemental.ts";
import { analysed } from "../../support/analysed.ts";
import { classesIn, listing, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => tcpSupplemental.read(segmentOf(text), { command });
const asked = "netsh int tcp show supplemental";

const german = `Globale TCP-Standardvorlage: custom

Zusätzliche TCP-Parameter
----------------------------------------------
Mindest-RTO (ms)                  : 20
Anfängliches Überlastungsfenster (MSS)     : 10
Überlastungssteuerungsanbieter         : dctcp
Neustart des Überlastungsfensters aktivieren    : disabled
Häufigkeit für verzögerte Bestätigung               : 2
`;

/** The same in words that nobody knows. */
const unknown = listing("Aldonaj TCP parametroj", [
  ["Minimuma RTO (ms)", "300"],
  ["Komenca fenestro (MSS)", "10"],
  ["Provizanto", "cubic"],
  ["Rekomenco", "disabled"],
  ["Ofteco", "2"],
]);

describe("the supplemental parameters", () => {
  it("are read with their template", () => {
    const reading = read(german, asked);
    expect(reading.records.map(({ line, label, value }) => `${line} ${label}=${value}`)).toEqual([
      "5 Mindest-RTO (ms)=20",
      "6 Anfängliches Überlastungsfenster (MSS)=10",
      "7 Überlastungssteuerungsanbieter=dctcp",
      "8 Neustart des Überlastungsfensters aktivieren=disabled",
      "9 Häufigkeit für verzögerte Bestätigung=2",
    ]);
    expect(reading).toMatchObject({ traits: { template: "custom" }, locale: "de-DE", diagnostics: [] });
    expect(classesIn(reading)).toBe("hbhhrrrrr");
  });

  it.each([
    ["by their title", german.split("\n").slice(2).join("\n"), null, 5],
    ["by their shape", unknown, null, 5],
    ["behind their command in any shape", unknown.split("\n").slice(4).join("\n"), asked, 3],
  ])("are known %s", (_, text, command, records) => {
    expect(read(text, command)).toMatchObject({ recognised: true });
    expect(read(text, command).records).toHaveLength(records);
  });

  it("tell what is none of them", () => {
    expect(remarksIn(read(`${german}\n***\n`, asked))).toEqual(["unknown-line 11:4"]);
  });

  it.each([
    ["the global parameters", listing("TCP Global Parameters", [["Receive-Side Scaling State", "enabled"]])],
    [
      "other numbers",
      listing("TCP", [
        ["a", "1"],
        ["b", "2"],
      ]),
    ],
  ])("are not %s", (_, text) => {
    expect(read(text).recognised).toBe(false);
    expect(looksLikeSupplemental(text.trimEnd().split("\n"))).toBe(false);
  });

  it("are found among other text, in a language that nobody taught us too", async () => {
    const { report } = await analysed(`Hello,\n\n${unknown}\nBye\n\n${german}`);
    const [host] = report.hosts;
    expect(host?.captures.map(({ kind, records }) => `${kind} ${records}`)).toEqual([
      "tcpSupplemental 5",
      "tcpSupplemental 5",
    ]);
  });
});

it.each([
  ["netsh int tcp show supplemental", true],
  ["netsh interface tcp show supp internetcustom", true],
  ["netsh int tcp show supplementalports", false],
  ["netsh int tcp show supplementalsubnets", false],
  ["netsh int tcp show security", false],
])("%j is answered: %s", (command, answered) => expect(tcpSupplemental.answers(command)).toBe(answered));

it.each([
  ["TCP Supplemental Parameters", null, "title"],
  ["Enable RACK                         : enabled", null, undefined],
  ["Enable RACK                         : enabled", asked, "record"],
  ["The TCP global default template is internet", asked, "title"],
  ["Somebody's words", asked, undefined],
])("%j behind %j is a landmark: %s", (line, command, found) => {
  expect(tcpSupplemental.landmark(line, { command })).toBe(found);
});
