import { describe, expect, it } from "vitest";
import { ipGlobal } from "../../../grammar/kinds/ip-global.ts";
import { classesIn, listing, remarksIn, segmentOf, settingsIn } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => ipGlobal.read(segmentOf(text), { command });

describe("the global parameters of IP", () => {
  it("have one setting that means something, and the others as printed", () => {
    const reading = read(`General Global Parameters
----------------------------------------------
Default Hop Limit                     : 128 hops
Source Routing Behavior               : dontforward
Task Offload                          : Enabled
Neighbor Cache Limit                  : 256
`);
    expect(settingsIn(reading)).toEqual([
      "?Default Hop Limit=128 hops",
      "?Source Routing Behavior=dontforward",
      "taskOffload=enabled",
      "?Neighbor Cache Limit=256",
    ]);
    expect(reading.records[3]?.value).toBe(256);
    expect(classesIn(reading)).toBe("hhrrrr");
    expect(reading).toMatchObject({ diagnostics: [], locale: "en-US", recognised: true });
  });

  it("leave the statistics below them alone", () => {
    const reading = read(
      `${listing("General Global Parameters", [["Task Offload", "disabled"]])}
Current Global Statistics
----------------------------------------------
Number of Compartments                : 1
`,
    );
    expect(settingsIn(reading)).toEqual(["taskOffload=disabled"]);
    expect(classesIn(reading)).toBe("hhrbhh-");
  });

  it.each([
    ["Task Offload   : on", ["unknown-value 1:18"]],
    ["Task Offload   : disabled   <-- !", ["trailing-text 1:29"]],
    ["Task Offload   :", ["value-missing 1:1"]],
  ])("%j is remarked upon", (text, remarks) => {
    expect(remarksIn(read(text))).toEqual(remarks);
  });

  it("behind their command in an unknown language are unmatched", () => {
    const text = listing("Glomar vundoj", [["Tuska ladofo", "enabled"]]);
    expect(remarksIn(read(text, "netsh int ip show global"))).toEqual(["settings-unmatched 3:1"]);
    expect(read(text).recognised).toBe(false);
  });
});

it.each([
  ["netsh int ip show global", true],
  ["netsh interface ipv4 sh gl", true],
  ["netsh -r SRV int ip show global | findstr Task", true],
  ["netsh int ip show global ?", false],
  ["netsh int ipv6 show global", false],
  ["netsh int tcp show global", false],
])("%j is answered: %s", (command, answered) => expect(ipGlobal.answers(command)).toBe(answered));

it.each([
  ["General Global Parameters", "title"],
  ["Task Offload                          : enabled", "record"],
  ["TaskOffload                  : Enabled", undefined],
  ["Default Hop Limit                     : 128 hops", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(ipGlobal.landmark(line, { command: null })).toBe(found);
});

it.each([
  ["Default Hop Limit                     : 128 hops", true],
  ["Somebody's words", false],
])("%j continues the listing: %s", (line, found) => {
  expect(ipGlobal.continues(line, { command: null })).toBe(found);
});
