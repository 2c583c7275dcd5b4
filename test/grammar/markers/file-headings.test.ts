import { describe, expect, it } from "vitest";
import { readFileHeading } from "../../../grammar/markers/file-headings.ts";

describe("a heading of a file", () => {
  it.each([
    ["==> netstat1.txt <==", undefined],
    ["==> C:\\captures\\SRV01_netstat.txt <==", "SRV01"],
    ["==> caps/app-41.example.com.log <==", "app-41.example.com"],
    ["==> my netstat <==", undefined],
    ["---------- NETSTAT1.TXT", undefined],
    ["---------- C:\\CAPS\\SRV-02.TXT", "SRV-02"],
    ["netstat1.txt", undefined],
    ["before.log", undefined],
  ])("is %j", (text, host) => {
    expect(readFileHeading(text)).toMatchObject({ class: "banner", command: null });
    expect(readFileHeading(text)?.host?.name).toBe(host);
  });

  it.each([
    "==>",
    "==> <==",
    "----------",
    "---------- Active Connections ----------",
    "-------------------- netstat.txt",
    "see netstat.txt",
    "notepad.exe",
    "Offload Log",
  ])("is not %j", (text) => {
    expect(readFileHeading(text)).toBeUndefined();
  });
});
