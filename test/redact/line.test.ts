import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactedLine } from "../../src/redact/line.ts";
import { nameList } from "../../src/redact/names.ts";
import { pseudonyms } from "../../src/redact/pseudonyms.ts";
import { secretOf } from "../../src/redact/secret.ts";
import { otherWord } from "../../src/redact/words.ts";

const secret = secretOf(new TextEncoder().encode("sixteen bytes and more"));
const names = nameList();
for (const name of ["SQL-02.corp.example.com", "MAIL", "LONGSERVERNAME-01A"]) names.add(name);
const redacted = (line: string) => redactedLine(line, names.known(), pseudonyms(secret));

describe("a line", () => {
  it.each([
    ["  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost", ["192.0.2.10", "198.51.100.7"]],
    ["  TCP    [fe80::1:2%11]:445     [2001:db8::7]:50012    ESTABLISHED     InHost", ["fe80::1:2", "2001:db8::7"]],
    ["  TCP    SQL-02:445             mail:50012             ESTABLISHED     InHost", ["sql-02", "mail"]],
    ["C:\\Users\\jdoe>netstat -nato", ["jdoe"]],
    ["[SQL-02]: PS C:\\Users\\j.doe\\Documents> Get-NetTCPConnection", ["sql-02", "j.doe", "doe"]],
    ["   Physical Address. . . . . . . . . : 00-15-5D-0A-1B-2C", ["0A-1B-2C"]],
    ["   DHCPv6 Client DUID. . : 00-01-00-01-1C-2F-11-22-00-15-5D-0A-1B-2C", ["0A-1B-2C", "00-15-5D"]],
    ["   Primary Dns Suffix  . . . . . . . : corp.initech.example", ["initech", "corp.initech"]],
    ["HKEY_USERS\\S-1-5-21-1111111111-2222222222-3333333333-1104\\Software", ["1111111111", "-1104"]],
    ["    NetCfgInstanceId    REG_SZ    {2F9A7B1C-1234-4ABC-8DEF-0123456789AB}", ["2F9A7B1C", "0123456789AB"]],
    ["Registered Owner: jane.doe@initech.example", ["jane", "doe", "initech"]],
    ['  "DisplayName":  "M\\u00fcller \\\\\\\\SQL-02\\\\share\\njdoe",', ["ller", "sql-02", "jdoe"]],
    ["\\\\MAIL\\c$ on ip-10-1-2-3", ["mail", "10-1-2-3"]],
    ["\\\\MAIL-SERVER\\c$ and \\\\SERVER\\share", ["mail-server", "\\\\server\\"]],
    ["Address10.1.2.3 and 10.1.2.3.445", ["10.1.2.3"]],
  ])("%s holds none of its secrets any more", (line, secrets) => {
    const text = redacted(line).toLowerCase();
    expect(secrets.filter((one) => text.includes(one.toLowerCase()))).toEqual([]);
  });

  it.each([
    "Microsoft Windows [Version 6.1.7601]",
    "  Proto  Local Address          Foreign Address        State           Offload State",
    "  TCP    127.0.0.1:445          0.0.0.0:0              LISTENING       InHost",
    "Receive-Side Scaling State          : enabled",
    "   Subnet Mask . . . . . . . . . . . : 255.255.255.0",
    "2024-01-15 10:22:33,123",
    "  TCP    SERVER:Mail",
    "[svchost.exe]",
    "    EnableTCPChimney    REG_DWORD    0x1",
  ])("%s stays as it is", (line) => {
    expect(redacted(line)).toBe(line);
  });

  it("keeps its columns where an address gets longer or shorter", () => {
    const line = "  TCP    10.1.2.3:445           198.51.100.7:50012     ESTABLISHED     InHost";
    expect(redacted(line).indexOf("ESTABLISHED")).toBe(line.indexOf("ESTABLISHED"));
  });

  it("tells a name and the same with its domain, and cut to fifteen signs, by the same beginning", () => {
    const whole = redacted("LONGSERVERNAME-01A.corp.example.com");
    expect(whole.startsWith(`${redacted("LONGSERVERNAME-01A")}.`)).toBe(true);
    expect(redacted("LONGSERVERNAME-01A").startsWith(redacted("LONGSERVERNAME-"))).toBe(true);
    expect(redacted("sql-02").toUpperCase()).toBe(redacted("SQL-02"));
  });

  it("takes time that grows with its length alone", () => {
    for (const sign of ["1.", "a-", ":", "0:", "-00", "\\u00e", "x", "S-1-", "00,", "?", "\\", "@a."]) {
      expect(redacted(sign.repeat(20_000)).length).toBeGreaterThan(0);
    }
  });
});

describe("a word", () => {
  it("stands for one word alone, as long, and never for itself", () => {
    const word = fc.stringMatching(/^[a-z\d]{1,12}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const [a, b] = [otherWord(one, secret), otherWord(other, secret)];
        expect(a === b).toBe(one === other);
        expect(a).toHaveLength(one.length);
        expect(a).not.toBe(one);
      }),
    );
  });

  it.each(["Müller", "Иванов", "山田太郎", "ヤマダ", "김철수", "Παπάς"])("%s is of the same script", (name) => {
    const other = otherWord(name, secret);
    expect([...other]).toHaveLength([...name].length);
    expect([...other].filter((sign, at) => sign === [...name][at])).toEqual([]);
  });
});
