import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { services } from "../../../grammar/kinds/services/index.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => services.read(segmentOf(text), { command });
const landmark = (line: string, command: string | null = null) => services.landmark(line, { command });

/** The services as words: `3 MpsSvc (Windows Firewall) running`. */
const servicesIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(
    ({ line, name, displayName, state }) => `${line} ${name ?? "-"} (${displayName ?? "-"}) ${state}`,
  );

describe("sc query", () => {
  const block = (name: string, state: string) => `
SERVICE_NAME: ${name}
DISPLAY_NAME: The service ${name}
        TYPE               : 20  WIN32_SHARE_PROCESS
        STATE              : ${state}
                                (STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0
`;

  it("prints blocks", () => {
    const text = block("MpsSvc", "4  RUNNING ") + block("WlbS", "1  STOPPED");
    expect(servicesIn(text)).toEqual(["2 MpsSvc (The service MpsSvc) running", "12 WlbS (The service WlbS) stopped"]);
    expect(classesIn(read(text))).toBe("brrrrrrrrrbrrrrrrrrr");
    expect(remarksIn(read(text))).toEqual([]);
  });

  it.each([
    ["1  STOPPED", "stopped"],
    ["2  START_PENDING", "start_pending"],
    ["3  STOP_PENDING", "stop_pending"],
    ["4  RUNNING", "running"],
    ["5  CONTINUE_PENDING", "continue_pending"],
    ["6  PAUSE_PENDING", "pause_pending"],
    ["7  PAUSED", "paused"],
    // The number counts, whatever the word.
    ["4  FUNKCIAS", "running"],
  ])("%j is %s", (printed, state) => {
    expect(read(block("A", printed)).records.map((service) => service.state)).toEqual([state]);
  });

  it("is read in other words by its numbers and its shape", () => {
    const text =
      "NOMO: ClusSvc\nALIA_NOMO: Grapolo\n        SPECO : 10  PROPRA\n        STATO : 4  FUNKCIAS\n                                (STOPPABLE))\n";
    expect(servicesIn(text)).toEqual(["1 ClusSvc (Grapolo) running"]);
  });

  it.each([
    "SERVICE_NAME: MpsSvc\n        TYPE               : 20  WIN32_SHARE_PROCESS\n        START_TYPE         : 2   AUTO_START\n        ERROR_CONTROL      : 1   NORMAL\n",
    "[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n",
  ])("is not what %j is of", (text) => {
    expect(read(text, "sc query MpsSvc")).toMatchObject({ recognised: false, records: [] });
  });

  it("says what was not read", () => {
    const reading = read(`${block("A", "4  RUNNING")}some words\n        OTHER : 1\n`);
    expect(classesIn(reading)).toBe("brrrrrrrrr?r");
    expect(remarksIn(reading)).toEqual(["unknown-line 11:1"]);
  });

  it.each([
    ["sc query", true],
    ["sc.exe query", true],
    ["sc queryex type= service state= all", true],
    ["sc query state= all > services.txt", true],
    ["sc query bufsize= 65536", true],
    ["sc query state= inactive", false],
    ["sc query type= driver", false],
    ["sc query group= NDIS", false],
    ["sc query MpsSvc", false],
    ["sc \\\\SRV01 query", false],
    ["sc query | findstr MpsSvc", false],
    [null, false],
  ])("%j lists all running services: %s", (command, expected) => {
    expect(read(block("A", "4  RUNNING"), command).traits.listsAllRunning).toBe(expected);
  });

  it("does not list all when its buffer was too small", () => {
    const text = `${block("A", "4  RUNNING")}Enum: more data, need 1822 bytes start resume at index 79\n`;
    expect(read(text, "sc query").traits).toEqual({ listsAllRunning: false });
    expect(classesIn(read(text))).toBe("brrrrrrrrrm");
  });
});

describe("net start", () => {
  const title = "These Windows services are started:";
  const end = "The command completed successfully.";

  it("prints names of running services", () => {
    const text = `${title}\n\n   IPSEC Services\n   Plug and Play\n\n${end}\n\nmore\n`;
    const reading = read(text);
    expect(servicesIn(text)).toEqual(["3 - (IPSEC Services) running", "4 - (Plug and Play) running"]);
    expect(classesIn(reading)).toBe("hbrrbmb-");
    expect(reading).toMatchObject({ traits: { listsAllRunning: true }, diagnostics: [] });
  });

  it.each([
    ["without its end", `${title}\n\n   IPSEC Services\n`, null, false],
    ["interrupted", `${title}\n\n   IPSEC Services\n\nsome words\n   Workstation\n\n${end}\n`, null, false],
    ["without its title", `   IPSEC Services\n\n${end}\n`, 'net start | find /v "x"', false],
    ["in other words", `Lanĉitaj servoj:\n\n   IPSEC Services\n\n${end}\n`, "net start", true],
  ])("%s", (_what, text, command, expected) => {
    expect(read(text, command)).toMatchObject({
      recognised: true,
      records: [{ displayName: "IPSEC Services", state: "running" }],
      traits: { listsAllRunning: expected },
    });
  });

  it.each([`${title}\n\n${end}\n`, `   IPSEC Services\n\n${end}\n`, ""])("is not what %j is of", (text) => {
    expect(read(text).recognised).toBe(false);
  });
});

describe("Get-Service", () => {
  it("prints a table", () => {
    const text = `
Status   Name               DisplayName
------   ----               -----------
Running  MpsSvc             Windows Firewall
Stopped  VSStandardColle... Visual Studio Standard Collector Se...
StartP.. a                  b
`;
    expect(servicesIn(text)).toEqual([
      "4 MpsSvc (Windows Firewall) running",
      "5 - (Visual Studio Standard Collector Se...) stopped",
    ]);
  });

  it("prints a list", () => {
    const text =
      "Name                : ClusSvc\nDisplayName         : Cluster Service\nStatus              : StartPending\nCanStop : True\n";
    expect(servicesIn(text)).toEqual(["1 ClusSvc (Cluster Service) startpending"]);
  });

  it.each([
    ["Get-Service", true],
    ["Get-Service | Sort-Object Status | Format-Table -AutoSize", true],
    ["gsv|ft", true],
    ["Get-Service > services.txt", true],
    ["Get-Service MpsSvc", false],
    ["Get-Service | Where-Object Status -eq Stopped", false],
    ["Get-Service -ComputerName SRV01", false],
    ["Get-Service | Select-Object -First 3", false],
  ])("%j lists all services: %s", (command, expected) => {
    const text = "Status   Name\n------   ----\nRunning  MpsSvc\n";
    expect(read(text, command).traits.listsAllRunning).toBe(expected);
  });
});

it("lists that a script printed under one another are all read", () => {
  const netStart = "These Windows services are started:\n\n   A B\n\nThe command completed successfully.\n\n";
  const sc = "SERVICE_NAME: C\n        STATE : 4  RUNNING\n\n";
  const table = "Status   Name\n------   ----\nStopped  D\n";
  const reading = read(netStart + sc + netStart + table);
  expect(reading.records.map(({ line, name, displayName }) => `${line} ${name ?? displayName}`)).toEqual([
    "3 A B",
    "7 C",
    "12 A B",
    "18 D",
  ]);
  expect(classesIn(reading)).toBe("hbrbmbrrbhbrbmbhhr");
  expect(reading.traits).toEqual({ listsAllRunning: true });
});

describe("a landmark", () => {
  it.each([
    ["SERVICE_NAME: MpsSvc", null, "record"],
    ["        STATE              : 4  RUNNING ", null, "record"],
    ["        STATO              : 1  STOPPED", null, "record"],
    ["These Windows services are started:", null, "title"],
    ["Status   Name               DisplayName", null, "heading"],
    ["Name  DisplayName  Status", null, "heading"],
    ["ServicesDependedOn  : {RpcSs}", null, "record"],
    ["NOMO: MpsSvc", "sc query", "record"],
    ["        SPECO              : 20  X", "sc query", "record"],
    ["Name                : ClusSvc", "Get-Service ClusSvc", "record"],
    ["Status   Name", "Get-Service", "heading"],
    ["   Plug and Play", "net start", "record"],
    ["Lanĉitaj servoj:", "net start", "title"],
    ["The command completed successfully.", "net start", "record"],
    ["The command completed successfully.", null, undefined],
    ["   Plug and Play", null, undefined],
    ["Status   Name", null, undefined],
    ["Name      Status  LinkSpeed", null, undefined],
    ["        TYPE               : 20  WIN32_SHARE_PROCESS", null, undefined],
    ["Maximum SYN retransmissions : 4  RUNNING late", null, undefined],
    ["NOMO: MpsSvc", null, undefined],
    ["what SERVICE_NAME: means", null, undefined],
    ["The Status and Name of DisplayName", null, undefined],
    ["x".repeat(5000), "net start", undefined],
  ])("%j after %j: %s", (line, command, found) => {
    expect(landmark(line, command)).toBe(found);
  });
});

it.each([
  ["   Plug and Play", true],
  ["The command completed successfully.", true],
  ["   Proto  Local Address", false],
  ["Plug and Play", false],
  ["   Note:", false],
])("%j goes on over blank lines: %s", (line, expected) => {
  expect(services.resumes?.(line)).toBe(expected);
});

it.each([
  [["", "NOMO: A", "ALIA_NOMO: B", "        SPECO : 20  X"], 3],
  [["", "Name : A", "DisplayName : B"], 2],
  [["some words"], 0],
])("%j end with %d lines of a service", (lines, count) => {
  expect(services.above?.(lines)).toBe(count);
});

it.each([
  ["net start", true],
  ["net1 start", true],
  ["C:\\Windows\\System32\\net.exe start", true],
  ["net start > services.txt", true],
  ["sc query MpsSvc", true],
  ["sc \\\\SRV01 queryex", true],
  ["Get-Service -Name Mps*", true],
  ["net start MpsSvc", false],
  ["net stop MpsSvc", false],
  ["sc qc MpsSvc", false],
  ["sc start MpsSvc", false],
  ["Get-ServiceAccount", false],
])("%j asks for services: %s", (command, expected) => {
  expect(services.answers(command)).toBe(expected);
});

it("a line that two layouts claim is the record of the one that reads it as such", () => {
  const table = "Status   Name\n------   ----\nRunning  A\n";
  const reading = read(`X: words ${table}        STATE : 4  RUNNING\n${table}`, null);
  for (const { line } of reading.records) expect(reading.classes[line - 1]).toBe("record");
});

it("whatever the text, there is one class for each line, and services stand on records", () => {
  const parts = fc.constantFrom(
    "SERVICE_NAME: A\n",
    "        STATE : 4  RUNNING\n",
    "Status   Name\n------   ----\nRunning  A\n",
    "These Windows services are started:\n",
    "The command completed successfully.",
    "   B C\n",
    "\n",
    "X: ",
    " (A)",
    "[SC] x",
  );
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  const commands = fc.constantFrom(null, "sc query", "net start", "Get-Service");
  fc.assert(
    fc.property(texts, commands, (own, command) => {
      const text = own === "" || own.endsWith("\n") ? own : `${own}\n`;
      const reading = read(text, command);
      expect(reading.classes).toHaveLength(text.split("\n").length - 1);
      for (const { line } of reading.records) expect(reading.classes[line - 1]).toBe("record");
      for (const line of text.split("\n")) expect(() => landmark(line, command)).not.toThrow();
    }),
  );
});
