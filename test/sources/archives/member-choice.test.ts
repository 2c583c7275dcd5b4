import { describe, expect, it } from "vitest";
import { passedOver } from "../../../src/sources/archives/member-choice.ts";

describe("a member", () => {
  it.each([
    ["MEMORY.DMP", "a memory dump"],
    ["logs/SRV01_System.evtx", "an event log"],
    ["SRV01_evt_System.csv", "an event log"],
    ["tcpip.etl", "a trace"],
    ["cap.pcapng", "a trace"],
    ["SYSTEM.hiv", "a registry hive"],
    ["perf.blg", "a performance log"],
    ["Report.wer", "an error report"],
    ["bin/tss.exe", "a program"],
    ["adapter.lnk", "a shortcut"],
    ["logo.PNG", "an image"],
    ["folder/desktop.ini", "a setting of a folder's look"],
    ["Thumbs.db", "a store of small images"],
    [".DS_Store", "a setting of a folder's look"],
    ["__MACOSX/folder/a.txt", "what a Mac keeps beside a file"],
    ["folder/._a.TXT", "what a Mac keeps beside a file"],
  ])("called %s is passed over", (label, kind) => expect(passedOver(label)).toBe(`${kind}, passed over by its name`));

  it.each([
    "SRV01_TCPIP_info.TXT",
    "netstat",
    "netstat.out",
    "couchbase.log",
    "hklm.reg",
    "setup.cab",
    "RegistryFiles.zip",
    "exe",
    "dump.dmp.txt",
    "folder.exe/a.txt",
    "_MACOSX/a.txt",
    "a._b",
  ])("called %s is opened", (label) => expect(passedOver(label)).toBeUndefined());
});
