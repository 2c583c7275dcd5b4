import { describe, expect, it } from "vitest";
import { isoTime, isRule, type Marker, readHeading } from "../../../grammar/markers/index.ts";

/** A heading with its time in ISO 8601, or the clock alone, and its host as `name by signal`. */
function told(line: string) {
  const heading: Partial<Marker> = readHeading(line) ?? {};
  const { time, host, ...rest } = heading;
  return {
    ...rest,
    ...(time !== undefined && { time: isoTime(time, null) ?? time.clock }),
    ...(host !== undefined && { host: `${host.name} by ${host.by}` }),
  };
}

describe("a heading with a command", () => {
  it.each([
    ["[netstat -nato]", { class: "banner", command: "netstat -nato" }],
    [
      "====================================== netstat -tn =============================",
      { class: "banner", command: "netstat -tn" },
    ],
    ["== netsh int tcp show global ==", { class: "banner", command: "netsh int tcp show global" }],
    ["【netsh int tcp show global】", { class: "banner", command: "netsh int tcp show global" }],
    ["### netsh int tcp show global ###", { class: "banner", command: "netsh int tcp show global" }],
    [
      "20240115 10:22:33.456 : netsh interface tcp show global\t",
      { class: "banner", command: "netsh interface tcp show global", time: "2024-01-15T10:22:33.456" },
    ],
    [
      "2024/01/15 10:22:33.456 : some tool /x",
      { class: "banner", command: "some tool /x", time: "2024-01-15T10:22:33.456" },
    ],
    ["2024.01.15 10:22:33.456 : some tool", { class: "banner", command: "some tool", time: "2024-01-15T10:22:33.456" }],
    ["2024.01.15 10.22.33.456 : some tool", { class: "banner", command: "some tool", time: "2024-01-15T10:22:33.456" }],
    [
      "20240115 10:22:33.456 : some tool /x",
      { class: "banner", command: "some tool /x", time: "2024-01-15T10:22:33.456" },
    ],
    [
      "===== 10:15:23.45 : netsh int tcp show global ",
      { class: "banner", command: "netsh int tcp show global", time: "10:15:23.45" },
    ],
    ["=====  9:05:12,33 : netstat -nato ", { class: "banner", command: "netstat -nato", time: "09:05:12.33" }],
    ["netstat -nat", { class: "prompt", command: "netstat -nat" }],
    ['"netstat -nat"', { class: "banner", command: "netstat -nat" }],
    ["+ netstat -nat", { class: "banner", command: "netstat -nat" }],
    [
      'inventory-win 2.1 2024-03-05 08:15:33 (UTC+1): "netstat -nato" ',
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33+01:00" },
    ],
    [
      "08:15:33 [INFO] output of 'netsh int tcp show global' follows",
      { class: "banner", command: "netsh int tcp show global", time: "08:15:33" },
    ],
    [
      'Captured "netstat -nt" on Tue 03/05/2024  8:15:10.42',
      { class: "banner", command: "netstat -nt", time: "2024-03-05T08:15:10.42" },
    ],
    ["2024-03-05 08:15:33 netstat -nato", { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33" }],
    ["[05.03.2024 08:15:33] netstat -nato", { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33" }],
    [
      "=== netstat -nato - 2024-03-05 08:15:33 ===",
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33" },
    ],
    [
      "[2024-03-05 08:15:33] [INFO] Running command: netstat -nato",
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33" },
    ],
    [
      "2024-03-05 08:15:33,123 - INFO - netstat -nato",
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33.123" },
    ],
    [
      "### Output of: netsh int tcp show global (2024-03-05 08:15:33) ###",
      { class: "banner", command: "netsh int tcp show global", time: "2024-03-05T08:15:33" },
    ],
    ["2024-03-05 08:15:33 INFO the usual netstat -nato was run", {}],
    [
      'tool 1.2 2024-03-05 08:15:33 (UTC 1): "netstat -nato"',
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33" },
    ],
    [
      'tool 1.2 2024-03-05 08:15:33 (UTC): "netstat -nato"',
      { class: "banner", command: "netstat -nato", time: "2024-03-05T08:15:33Z" },
    ],
    ["Running: netstat -nato", { class: "banner", command: "netstat -nato" }],
    ["                 (netstat -ano)", { class: "banner", command: "netstat -ano" }],
    ["                 Network connections (netstat -ano)  ", { class: "banner", command: "netstat -ano" }],
    ["=== Open ports (netstat -ano) ===", { class: "banner", command: "netstat -ano" }],
    ["Then run netsh as well (netstat -ano)", {}],
    ["                 Nothing to see (the usual)", {}],
    ["SRV01: netstat -nato", { class: "banner", command: "netstat -nato", host: "SRV01 by a heading" }],
    ["=== netstat -nato on SRV01 ===", { class: "banner", command: "netstat -nato", host: "SRV01 by a heading" }],
  ])("%s", (line, heading) => expect(told(line)).toEqual(heading));

  it.each([
    '+ Get-NetAdapterRss -Name "Ethernet 9"',
    "    + CategoryInfo          : ObjectNotFound",
    'The output of "netstat -nt" is below.',
    "To view Auto-Tuning settings: netsh interface tcp show global",
    "  TCP    192.0.2.1:445  198.51.100.7:1  ESTABLISHED",
    "Initial RTO                         : 3000",
    "[svchost.exe]",
    "System Boot Time:          1/13/2024, 7:28:52 PM",
  ])("is not %s", (line) => expect(readHeading(line)).toBeUndefined());
});

describe("a heading with a host", () => {
  it.each([
    ["Administrator @ SRV-01_A:", "SRV-01_A by the collector's heading"],
    ["\\\\SRV01:", "SRV01 by PsExec"],
    ["-                      Netstat NATO Report for NODE:  NODE01 ", "NODE01 by the collector's heading"],
    ["srv21 | CHANGED | rc=0 >>", "srv21 by Ansible"],
    ["srv21.example.com | SUCCESS | rc=0 >>", "srv21.example.com by Ansible"],
    ["192.0.2.21 | FAILED | rc=1 >>", "192.0.2.21 by Ansible"],
    ["srv21 | SUCCESS => {", "srv21 by Ansible"],
    ["srv21 | UNREACHABLE! => {", "srv21 by Ansible"],
    ["ok: [srv01] => {", "srv01 by Ansible"],
    ["changed: [srv01]", "srv01 by Ansible"],
    ["fatal: [srv01]: FAILED! => {", "srv01 by Ansible"],
    ["ok: [srv01 -> localhost] => {", "srv01 by Ansible"],
    ["Started on srv01...", "srv01 by Bolt"],
    ["Finished on srv01:", "srv01 by Bolt"],
    ["netstat exited on SRV01 with error code 0.", "SRV01 by PsExec"],
    ["[1] 08:15:10 [SUCCESS] admin@srv01", "srv01 by parallel-ssh"],
    ["Machine: SRV01 (Microsoft Windows NT 6.1.7601 Service Pack 1)", "SRV01 by the PowerShell transcript"],
    ["Computer: SRV01 (Microsoft Windows NT 10.0.17763.0)", "SRV01 by the PowerShell transcript"],
  ])("%s", (line, host) => expect(told(line)).toMatchObject({ class: "banner", command: null, host }));

  it("is the opening of a file, whose day is written as the locale has it", () => {
    const line = "Mon 01/15/2024 10:22:40.12 . INITIALIZE file C:\\mDCT\\on\\a.txt by some on on SRV-01 in Domain LAB ";
    expect(told(line)).toEqual({ class: "banner", command: null, host: "SRV-01 by the collector's heading" });
  });

  it("has the command of an item", () => {
    expect(told("ok: [srv01] => (item=netstat -nt) => {")).toMatchObject({ command: "netstat -nt" });
    expect(told("TASK [netstat -nt] ****************")).toEqual({ class: "banner", command: "netstat -nt" });
  });

  it.each(["ok: [srv01", "srv01 | pending | rc=0 >>", "srv01 : ok=2 changed=1 unreachable=0 failed=0"])(
    "is not %s",
    (line) => expect(readHeading(line)).toBeUndefined(),
  );
});

describe("a heading with a time", () => {
  it.each([
    ["Tue 03/05/2024 08:15:10.20", "2024-03-05T08:15:10.20"],
    ["==== 05.03.2024  8:15:10,42 ====", "2024-03-05T08:15:10.42"],
    ["08:15 AM", "08:15"],
    ["Tue 03/05/2024 ", "2024-03-05"],
    ["Start time: 20240305081510", "2024-03-05T08:15:10"],
    ["Heure de début : 20240305081510", "2024-03-05T08:15:10"],
    ["=== Captured at: 2024-03-05 08:15:10 ===", "2024-03-05T08:15:10"],
    ["=== Stand: 05.03.2024 08:15 Uhr ===", "2024-03-05T08:15"],
    ["=== Run 1 (2024-03-05 08:15:10) ===", "2024-03-05T08:15:10"],
  ])("%s", (line, time) => expect(told(line)).toEqual({ class: "banner", command: null, time, isWithin: true }));
});

it("has a time and a phase", () => {
  expect(told("=== before the change, 2024-03-05 08:15 ===")).toMatchObject({
    time: "2024-03-05T08:15",
    phase: "before",
  });
});

it.each(["=== Last boot 2024-03-05 08:15 ===", "=== from 2024-03-05 08:15 to 2024-03-06 08:15 ==="])(
  "%s is of another time",
  (line) => expect(told(line)).not.toHaveProperty("time"),
);

describe("a heading with a phase", () => {
  it.each([
    ["*** settings before the change ***", "before"],
    ["=== nach dem Neustart ===", "after"],
    ["--- до изменения ---", "before"],
    ["【変更後】", "after"],
    ["【变更前】", "before"],
    ["BEFORE", "before"],
    ["=== 当前连接 ===", undefined],
    ["=== before and after ===", undefined],
    ["before I ran it, nothing was wrong", undefined],
  ])("%s", (line, phase) => expect(told(line).phase).toBe(phase));
});

it.each([
  "-----------------------------",
  "=====",
  "________",
  "- - - - - -",
  "-_-_-_-_-_-_-_-_-_-_-_",
  "```",
  "~~~text",
])("a rule is %s", (line) => {
  expect(isRule(line)).toBe(true);
  expect(readHeading(line)).toBeUndefined();
});
