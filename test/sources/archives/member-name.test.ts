import { describe, expect, it } from "vitest";
import { labelOf, twinOf } from "../../../src/sources/archives/member-name.ts";

const LONGEST = 1024;

describe("the label of a member", () => {
  it.each([
    ["folder/a.txt", "folder/a.txt"],
    ["folder\\a.txt", "folder/a.txt"],
    [".\\folder//a.txt", "folder/a.txt"],
    ["__proto__", "__proto__"],
    ["console.txt", "console.txt"],
    ["v1..2/a.txt", "v1..2/a.txt"],
    ["Broadcom NetXtreme® Gigabit #2 (NDIS)/a.txt", "Broadcom NetXtreme® Gigabit #2 (NDIS)/a.txt"],
    ["wow!/a.txt", "wow%21/a.txt"],
  ])("%j is like any other", (name, text) => expect(labelOf(name, LONGEST)).toEqual({ text, remarks: [] }));

  it.each([
    ["../../etc/a.txt", "../../etc/a.txt", "leads out of its folder"],
    ["..\\a.txt", "../a.txt", "leads out of its folder"],
    ["/etc/a.txt", "etc/a.txt", "begins at the root of a drive"],
    ["C:\\Windows\\a.txt", "C:/Windows/a.txt", "names a drive"],
    ["\\\\srv\\share\\a.txt", "srv/share/a.txt", "names another computer"],
    ["a.txt:hidden", "a.txt:hidden", "has a colon, as streams within files have"],
    ["folder/CON.txt", "folder/CON.txt", "names a device of Windows"],
    ["nul", "nul", "names a device of Windows"],
    ["trail. ", "trail. ", "ends with a dot or a blank, which Windows would drop"],
    ["dots.../a.txt", "dots.../a.txt", "ends with a dot or a blank, which Windows would drop"],
    ["\u001b[31mred.txt", "\ufffd[31mred.txt", "has control characters"],
    ["a\u202etxt.exe", "a\ufffdtxt.exe", "has control characters"],
    ["", "(no name)", "is empty"],
    ["./", "(no name)", "is empty"],
    ["C:../CON", "C:../CON", "names a drive, names a device of Windows"],
  ])("%j is told for what it is", (name, text, says) => {
    const message = `The name of this member ${says}. It is only shown: nothing is written under it.`;
    expect(labelOf(name, LONGEST)).toEqual({ text, remarks: [{ code: "member-name", message, excerpt: name }] });
  });

  it("keeps its end where it is too long, whole characters of it", () => {
    const { text, remarks } = labelOf(`${"ü".repeat(50)}/SRV01_TCPIP_info.TXT`, 30);
    expect(text).toMatch(/^…ü{0,3}\/SRV01_TCPIP_info\.TXT$/);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(30);
    expect(remarks[0]?.message).toContain("is longer than 30 bytes");
  });

  it("costs no time, however odd it is", () => {
    for (const part of [". ", "..", "/", "\\", ":", "con/", "a ", "\u001b"]) {
      expect(labelOf(part.repeat(30_000), LONGEST).text.length).toBeLessThanOrEqual(LONGEST);
    }
  });

  it("of a twin ends as it did", () => {
    const { text, remarks } = twinOf(labelOf("..\\a.txt", LONGEST), 2);
    expect(text).toBe("(2)/../a.txt");
    expect(remarks.map(({ code }) => code)).toEqual(["member-name", "member-duplicate"]);
  });
});
