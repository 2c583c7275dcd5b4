import { describe, expect, it } from "vitest";
import { type CaptureKind, grammars } from "../../../grammar/index.ts";
import { segmentOf } from "../../support/readings.ts";

const grammarOf = (kind: CaptureKind) => grammars.find((one) => one.kind === kind);
const read = (kind: CaptureKind, text: string, command: string | null = null) =>
  grammarOf(kind)?.read(segmentOf(text), { command });
const records = (kind: CaptureKind, text: string, command: string | null = null) =>
  (read(kind, text, command)?.records ?? []).map((own) => {
    const { line, ...rest } = own as { readonly line: number };
    return `${line} ${Object.values(rest).join("|")}`;
  });
const landmark = (kind: CaptureKind, line: string, command: string | null = null) =>
  grammarOf(kind)?.landmark(line, { command });

describe("advanced properties of adapters", () => {
  const list = (...entries: readonly string[]) => `Name : LAN\n${entries.join("\n")}\n`;
  it.each<[string, string, readonly string[]]>([
    [
      "both names and values",
      list("DisplayName : RSS", "DisplayValue : Enabled", "RegistryKeyword : *RSS", "RegistryValue : {1}"),
      ["3 LAN|RSS|*RSS|Enabled"],
    ],
    [
      "no display name",
      list("DisplayName :", "DisplayValue : Enabled", "RegistryKeyword : *RSS"),
      ["3 LAN|*RSS|*RSS|Enabled"],
    ],
    [
      "no display value",
      list("DisplayName : RSS", "DisplayValue :", "RegistryKeyword : *RSS", "RegistryValue : {1}"),
      ["3 LAN|RSS|*RSS|{1}"],
    ],
    [
      "a keyword that is cut",
      list("DisplayName : RSS", "DisplayValue : Enabled", "RegistryKeyword : *RS..."),
      ["3 LAN|RSS||Enabled"],
    ],
    ["no keyword", list("DisplayName : RSS", "DisplayValue : Enabled", "RegistryKeyword :"), ["3 LAN|RSS||Enabled"]],
    ["no value", list("DisplayName : RSS", "RegistryKeyword : *RSS"), []],
    ["no name", list("DisplayValue : Enabled", "RegistryValue : {1}"), []],
  ])("with %s", (_, text, expected) => {
    expect(records("netAdapterAdvancedProperty", text)).toEqual(expected);
  });
});

describe("services of Get-Service", () => {
  const list = (...entries: readonly string[]) => `${entries.join("\n")}\n`;
  const states = ["stopped", "startpending", "stoppending", "running", "continuepending", "pausepending", "paused"];
  it.each(states.map((state, at) => [at + 1, state] as const))("in the state %i are %s", (number, state) => {
    expect(records("services", list("Name : A", `Status : ${number}`, "CanShutdown : True"))[0]).toContain(`|${state}`);
  });

  it.each<[string, string, readonly string[]]>([
    ["a service name", list("ServiceName : A", "Status : Running", "CanShutdown : True"), ["1 |running|A"]],
    ["a display name alone", list("DisplayName : B", "Status : Running", "CanShutdown : True"), ["1 B|running|"]],
    ["a name that is cut", list("Name : A...", "DisplayName : B", "Status : Stopped"), ["1 B|stopped|"]],
    ["no name", list("Status : Running", "CanShutdown : True"), []],
    ["no status", list("Name : A", "DisplayName : B", "CanShutdown : True"), []],
    ["a status that is no word", list("Name : A", "DisplayName : B", "Status : 12"), []],
    ["a status of three letters", list("Name : A", "DisplayName : B", "Status : abc"), []],
    ["a status that is cut", list("Name : A", "DisplayName : B", "Status : Star..."), []],
  ])("with %s", (_, text, expected) => {
    expect(records("services", text)).toEqual(expected);
  });

  it.each(["CanPauseAndContinue", "CanShutdown", "DependentServices", "ServicesDependedOn", "RequiredServices"])(
    "are known by %s",
    (label) => {
      expect(landmark("services", `${label} : x`)).toBe("record");
      expect(landmark("services", `${label.toLowerCase()} : x`)).toBe("record");
      expect(landmark("services", `x${label} : x`)).toBeUndefined();
    },
  );

  it.each([
    ["Status  Name  DisplayName", null, "heading"],
    ["Status  Name", null, undefined],
    ["Status  Name", "Get-Service", "heading"],
    ["Status  DisplayName", "Get-Service", undefined],
    ["Name  DisplayName", "Get-Service", undefined],
    ["#TYPE System.ServiceProcess.ServiceController", null, "title"],
    ["        STATE              : 4  RUNNING", null, "record"],
    ["        STATE              : 8  RUNNING", null, undefined],
    ["        STATE              : 1  RUNNING", null, undefined],
    ["        STATE              : 4     RUNNING", null, undefined],
    ["        X : 7  PAUSED", null, "record"],
    ["        X : 2  START_PENDING", null, "record"],
  ])("%s behind %s is a landmark: %s", (line, command, mark) => {
    expect(landmark("services", line, command)).toBe(mark);
  });
});

describe("blocks of sc", () => {
  const block = (...lines: readonly string[]) => `SERVICE_NAME: A\n${lines.join("\n")}\n`;
  it.each<[string, string, readonly string[]]>([
    ["its state by the label", block("        TYPE : 20  X", "        STATE : 4  Y"), ["1 A||running"]],
    ["its state by its words", block("        Z : 4  RUNNING"), ["1 A||running"]],
    [
      "its state by its place",
      block("        X : 10  Y", "        Z : 4  Y", "                (STOPPABLE)"),
      ["1 A||running"],
    ],
    ["no state by another place", block("        Z : 4  Y", "                (STOPPABLE)", "        X : 10  Y"), []],
    ["no state without what it accepts", block("        X : 10  Y", "        Z : 4  Y"), []],
    ["a number of no state", block("        STATE : 8  Y"), []],
    ["a remark between its lines", block("        TYPE : 20  X", "look", "        STATE : 4  Y"), ["1 A||running"]],
    [
      "fields at the margin",
      "SERVICE_NAME: A\nDISPLAY_NAME: B\nTYPE : 20  X\nSTATE : 4  RUNNING\nPID : 4\nFLAGS : x\n",
      ["1 A|B|running"],
    ],
    ["names that are set in", "  SERVICE_NAME: A\n  DISPLAY_NAME: B\n        STATE : 4  RUNNING\n", ["1 A|B|running"]],
    ["two names of services", "SERVICE_NAME: A\nSERVICE_NAME: B\n        STATE : 4  RUNNING\n", ["2 B||running"]],
  ])("with %s", (_, text, expected) => {
    expect(records("services", text)).toEqual(expected);
  });

  it.each(["TYPE", "STATE", "WIN32_EXIT_CODE", "SERVICE_EXIT_CODE", "CHECKPOINT", "WAIT_HINT", "PID", "FLAGS"])(
    "have the field %s at the margin, which is no name",
    (label) => {
      const text = `SERVICE_NAME: A\n${label}   : 4  RUNNING\nSERVICE_NAME: B\n        STATE : 4  RUNNING\n`;
      expect(records("services", text)).toEqual(["1 A||running", "3 B||running"]);
    },
  );
});

describe("a connection of Get-NetTCPConnection", () => {
  const list = (...entries: readonly string[]) =>
    `${["LocalAddress : 192.0.2.1", "LocalPort : 445", "RemoteAddress : 198.51.100.7", ...entries, "OffloadState : InHost"].join("\n")}\n`;
  it.each<[string, string, readonly string[]]>([
    [
      "its ports",
      list("RemotePort : 50012", "State : Established"),
      ["1 TCP|192.0.2.1|445|198.51.100.7|50012|ESTABLISHED|inHost"],
    ],
    ["no port", list("State : Established"), []],
    ["an empty port", list("RemotePort :", "State : Established"), []],
    [
      "a port that is none",
      list("RemotePort : 99999", "State : Established"),
      ["1 TCP|192.0.2.1|445|198.51.100.7|99999|ESTABLISHED|inHost"],
    ],
    [
      "an unknown offload state",
      list("RemotePort : 1", "State : Bound", "OffloadState : Aloft"),
      ["1 TCP|192.0.2.1|445|198.51.100.7|1|BOUND|Aloft"],
    ],
  ])("with %s", (_, text, expected) => {
    expect(records("netTcpConnection", text).map((own) => own.replace(/\|$/, ""))).toEqual(expected);
  });
});
