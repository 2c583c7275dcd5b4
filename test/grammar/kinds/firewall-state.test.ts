import { describe, expect, it } from "vitest";
import { firewallState } from "../../../grammar/kinds/firewall-state/index.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => firewallState.read(segmentOf(text), { command });

/** The records as words: `Domain on (3)`, with "in force" or "not in force" where the listing says so. */
const statesIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(({ line, profile, state, inForce }) => {
    const force = { yes: ", in force", no: ", not in force" };
    return `${profile} ${state} (${line})${inForce === null ? "" : force[inForce]}`;
  });

const rule = "-".repeat(70);

describe("netsh advfirewall show", () => {
  it("allprofiles state", () => {
    const text = `
Domain Profile Settings: 
${rule}
State                                 ON

Private Profile Settings: 
${rule}
State                                 OFF
Ok.
`;
    expect(statesIn(text)).toEqual(["Domain on (4)", "Private off (8)"]);
    expect(classesIn(read(text))).toBe("bhhrbhhr-");
    expect(read(text)).toMatchObject({ diagnostics: [], locale: "en-US", recognised: true });
  });

  it("with everything else that it shows", () => {
    const text = `Public Profile Settings:
${rule}
State                                 ON
Firewall Policy                       BlockInbound,AllowOutbound
LocalFirewallRules                    N/A (GPO-store only)

Logging:
LogAllowedConnections                 Disable
`;
    expect(statesIn(text)).toEqual(["Public on (3)"]);
    expect(classesIn(read(text))).toBe("hhr--b--");
  });
});

describe("netsh firewall show", () => {
  it("state", () => {
    const text = `Firewall status:
${rule}
Profile                           = Standard
Operational mode                  = Enable
Exception mode                    = Disable
`;
    expect(statesIn(text)).toEqual(["Standard on (4), in force"]);
    expect(classesIn(read(text))).toBe("hhhr-");
  });

  it("opmode", () => {
    const text = `Domain profile configuration:
${rule}
Operational mode                  = Enable

Standard profile configuration (current):
${rule}
Operational mode                  = Disable

Local Area Connection firewall configuration:
${rule}
Operational mode                  = Enable
`;
    expect(statesIn(text)).toEqual([
      "Domain on (3), not in force",
      "Standard off (7), in force",
      "Local Area Connection on (11)",
    ]);
  });
});

describe("what is not known", () => {
  it.each([
    ["Domain Profile Settings:\nState                 EIN\n", null, ["unknown-value 2:23"], "h?"],
    [
      "Profil: \n-----\nEtat                 ACTIF\n",
      "netsh advfirewall show allprofiles state",
      ["settings-unmatched 1:1"],
      "?h?",
    ],
  ])("%j is said", (text, command, remarks, classes) => {
    expect(remarksIn(read(text, command))).toEqual(remarks);
    expect(classesIn(read(text, command))).toBe(classes);
    expect(read(text, command)).toMatchObject({ records: [], recognised: true });
  });

  it.each(["State                 ON\n", "Public Profile Settings:\n", "STATE              : 4  RUNNING\n", ""])(
    "%j is not taken for the firewall",
    (text) => {
      expect(read(text)).toMatchObject({ records: [], diagnostics: [], recognised: false });
    },
  );
});

it.each([
  ["Domain Profile Settings: ", null, "record"],
  ["State                                 ON", null, "record"],
  ["State                                 on", null, "record"],
  ["Operational mode                  = Disable", null, "record"],
  ["Firewall status:", null, "title"],
  ["Standard profile configuration (current):", null, "record"],
  ["Firewall Policy                       BlockInbound,AllowOutbound", null, undefined],
  ["Firewall Policy                       BlockInbound,AllowOutbound", "netsh advfirewall show allprofiles", "record"],
  ["STATE              : 4  RUNNING", null, undefined],
  [" ".repeat(100_000), "netsh advfirewall show allprofiles", undefined],
])("%j behind %j is a landmark: %s", (line, command, found) => {
  expect(firewallState.landmark(line, { command })).toBe(found);
});

it.each([
  ["netsh advfirewall show allprofiles state", true],
  ["netsh adv sh all", true],
  ["netsh advfirewall show currentprofile", true],
  ["netsh firewall show state", true],
  ["netsh firewall show opmode", true],
  ["netsh advfirewall show domainprofile", true],
  ["netsh advfirewall show privateprofile state", true],
  ["netsh advfirewall show publicprofile", true],
  ["netsh adv sh al", true],
  ["netsh adv sh a", false],
  ["netsh firewall show config", true],
  ["netsh fi s con", false],
  ["netsh fi sh con", true],
  ["netsh firewall show currentprofile", true],
  ["netsh firewall show", false],
  ["netsh advfirewall firewall show rule name=all", false],
  ["netsh advfirewall set allprofiles state off", false],
  ["netsh firewall show allowedprogram", false],
])("%j is answered: %s", (command, answered) => expect(firewallState.answers(command)).toBe(answered));
