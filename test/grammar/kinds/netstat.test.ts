import { describe, expect, it } from "vitest";
import { type Connection, netstat } from "../../../grammar/kinds/netstat/index.ts";

const read = (text: string) => netstat.read({ text, runs: [{ ordinal: 0, line: 1 }] }, { command: null });

/** A row as one line, absent columns left out, to compare with. */
const brief = (row: Connection) =>
  [
    row.protocol,
    `${row.localAddress}|${row.localPort}`,
    `${row.foreignAddress}|${row.foreignPort}`,
    row.state,
    row.pid,
    row.offloadState,
    row.unknownOffloadState && `?${row.unknownOffloadState}`,
    row.process && `[${row.process}]`,
  ]
    .filter((cell) => cell !== undefined)
    .join(" ");

describe("a row of netstat", () => {
  it.each([
    [
      "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost      ",
      "TCP 192.0.2.1|445 198.51.100.7|50012 ESTABLISHED inHost",
    ],
    [
      "TCP 127.0.0.1:52613 computer_name:52614 ESTABLISHED InHost",
      "TCP 127.0.0.1|52613 computer_name|52614 ESTABLISHED inHost",
    ],
    [
      "  TCP    192.0.2.1:1433         198.51.100.7:49825     ESTABLISHED     3416\tOffloaded   ",
      "TCP 192.0.2.1|1433 198.51.100.7|49825 ESTABLISHED 3416 offloaded",
    ],
    [
      "  TCP    [::]:135               [::]:0                 LISTENING       920      InHost",
      "TCP ::|135 ::|0 LISTENING 920 inHost",
    ],
    [
      "  TCP    [fe80::9c1:2:3%11]:49156  [fe80::1%11]:445  TIME_WAIT  0  Uploading",
      "TCP fe80::9c1:2:3%11|49156 fe80::1%11|445 TIME_WAIT 0 uploading",
    ],
    [
      "  TCP    files01:microsoft-ds   CLIENT-7:50012         CLOSE_WAIT      Offloading",
      "TCP files01|microsoft-ds CLIENT-7|50012 CLOSE_WAIT offloading",
    ],
    ["  UDP    0.0.0.0:123            *:*                                                ", "UDP 0.0.0.0|123 *|*"],
    ["  UDP    [::1]:1900             *:*                                    2744", "UDP ::1|1900 *|* 2744"],
    [
      "  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4",
      "TCP 0.0.0.0|80 0.0.0.0|0 LISTENING 4",
    ],
    [
      "  TCP    192.0.2.1:1110         192.0.2.1:53588        HERGESTELLT     InHost",
      "TCP 192.0.2.1|1110 192.0.2.1|53588 ESTABLISHED inHost",
    ],
    [
      "# TCP    0.0.0.0:445            0.0.0.0:0              LISTENING       InHost".slice(2),
      "TCP 0.0.0.0|445 0.0.0.0|0 LISTENING inHost",
    ],
    [
      "  TCP    0.0.0.0:445            0.0.0.0:0              LISTENING       InHost       Locally!",
      "TCP 0.0.0.0|445 0.0.0.0|0 LISTENING inHost",
    ],
    [
      "  TCP    192.0.2.1:80   192.0.2.9:1   ESTABLISHED  InHost [httpd.exe]",
      "TCP 192.0.2.1|80 192.0.2.9|1 ESTABLISHED inHost [httpd.exe]",
    ],
    [
      "  TCP    192.0.2.1 80   192.0.2.9 51000   ESTABLISHED  InHost",
      "TCP 192.0.2.1|80 192.0.2.9|51000 ESTABLISHED inHost",
    ],
    ["  TCP    192.0.2.1:80   192.0.2.9:1   ESTABLISHED  inhost", "TCP 192.0.2.1|80 192.0.2.9|1 ESTABLISHED inHost"],
    [
      "  TCP    192.0.2.1:80   192.0.2.9:70000   ESTABLISHED  InHost",
      "TCP 192.0.2.1|80 192.0.2.9|70000 ESTABLISHED inHost",
    ],
    [
      "  TCP    192.0.2.1:80   192.0.2.9:1e3   ESTABLISHED  InHost",
      "TCP 192.0.2.1|80 192.0.2.9|1e3 ESTABLISHED inHost",
    ],
  ])("%s", (line, expected) => {
    const reading = read(`${line}\n`);
    expect(reading.records.map(brief)).toEqual([expected]);
    expect(reading.classes).toEqual(["record"]);
  });
});

describe("a row that is not whole", () => {
  const whole = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n";
  it.each([
    ["  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED", "truncated", "truncated-row", 67],
    ["  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     45", "truncated", "truncated-row", 74],
    ["  TCP    192.0.2.1:445          198.51.100.7:50013", "truncated", "truncated-row", 51],
    ["  TCP    192.0.2.1:445          198.51.100.", "truncated", "truncated-row", 44],
    ["  TCP    192.0.2.1:445", "truncated", "truncated-row", 23],
    ["  TCP    192.0.2.1:445          198.51.100.7:50013     InHost", "unknown", "unknown-row", 56],
  ])("%s", (line, lineClass, code, column) => {
    const reading = read(`${whole}${line}\n`);
    expect(reading.records).toHaveLength(1);
    expect(reading.classes).toEqual(["record", lineClass]);
    expect(reading.diagnostics.map((found) => [found.code, found.line, found.column])).toEqual([[code, 2, column]]);
  });

  it("counts a row that ends within its offload state, with an unknown one", () => {
    const reading = read(`${whole}  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     InHos\n`);
    expect(reading.records.map(brief)[1]).toBe("TCP 192.0.2.1|445 198.51.100.7|50013 ESTABLISHED ?InHos");
    expect(reading.classes).toEqual(["record", "record"]);
    expect(reading.diagnostics.map((found) => [found.code, found.line, found.column])).toEqual([
      ["truncated-row", 2, 77],
    ]);
    expect(reading.traits.unreadRows).toBe(0);
  });

  it("keeps an offload word that is none of the four as it was printed", () => {
    const reading = read(`${whole}  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     Sideways\n`);
    expect(reading.records.map(brief)[1]).toBe("TCP 192.0.2.1|445 198.51.100.7|50013 ESTABLISHED ?Sideways");
    expect(reading.diagnostics.map((found) => [found.code, found.line, found.column])).toEqual([
      ["unknown-offload-state", 2, 72],
    ]);
  });

  it.each([
    ["addresses", "192.0.2.1:445          198.51.100.7:50013     ESTABLISHED"],
    ["names", "SRV01:https            clienta:ajax           ZUBAR"],
  ])("takes words behind all rows for offload states where no heading is known, of %s", (_, cells) => {
    const heading = "  Prat   Lokko adura            Vira adura             Stan            Uplo stan\n\n";
    const reading = read(`${heading}  TCP    ${cells}     Zarg\n  TCP    ${cells}     Blik\n`);
    expect(reading.records.map(({ unknownOffloadState }) => unknownOffloadState)).toEqual(["Zarg", "Blik"]);
    expect(reading.traits.hasOffloadState).toBe(true);
    expect(reading.diagnostics.map((found) => found.code)).not.toContain("no-offload-column");
  });

  it("takes a word behind a row of a table without the offload column for a remark", () => {
    const reading = read("  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     mine!\n");
    expect(reading.records.map(brief)).toEqual(["TCP 192.0.2.1|445 198.51.100.7|50013 ESTABLISHED"]);
    expect(reading.diagnostics.map((found) => found.code)).toEqual(["no-offload-column", "trailing-text"]);
    expect(reading.traits.hasOffloadState).toBe(false);
  });
});

describe("a row whose ends are not known", () => {
  it.each([
    ["TCP    <server>               <client>               ESTABLISHED     Offloaded", "<server>|? <client>|?"],
    ["TCP    <server-ip>:443        [REDACTED]             ESTABLISHED     Offloaded", "<server-ip>|443 [REDACTED]|?"],
    ["TCP    <our server>:443       {{IP}}:50012           ESTABLISHED     Offloaded", "<our server>|443 {{IP}}|50012"],
    ["TCP    [REDACTED]:443         (masked)               ESTABLISHED     Offloaded", "[REDACTED]|443 (masked)|?"],
    ["TCP    files01                CLIENT-7:50012         ESTABLISHED     Offloaded", "files01|? CLIENT-7|50012"],
    ["TCP    192.0.2.10 13011       CLIENT-7 445           ESTABLISHED     Offloaded", "192.0.2.10|13011 CLIENT-7|445"],
    ["TCP 192.0.2.10:445 DESKTOP- FSHSTS:55453 ESTABLISHED Offloaded", "192.0.2.10|445 DESKTOP-FSHSTS|55453"],
    ["TCP 192.0.2. 10:445 CLIENT-7 :50012 ESTABLISHED Offloaded", "192.0.2.10|445 CLIENT-7|50012"],
    ["TCP    192.0.2.10: 445        CLIENT-7               ESTABLISHED     Offloaded", "192.0.2.10|445 CLIENT-7|?"],
    ["TCP    192.0.2.10:445                                ESTABLISHED     Offloaded", "192.0.2.10|445 ?|?"],
    ["TCP                                                  ESTABLISHED     Offloaded", "?|? ?|?"],
    ["TCP    ████:443               ████                   HERGESTELLT     Offloaded", "████|443 ████|?"],
    ["TCP    -                      -                      ESTABLISHED     Offloaded", "-|? -|?"],
  ])("%s", (line, ends) => {
    const reading = read(`${line}\n`);
    expect(reading.records.map(brief)).toEqual([`TCP ${ends} ESTABLISHED offloaded`]);
    expect(reading.classes).toEqual(["record"]);
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(["damaged-address"]);
  });

  it.each([
    ["TCP    xx.xx.xx.xx:445        10.1.x.x:50012         ESTABLISHED     InHost", "xx.xx.xx.xx|445 10.1.x.x|50012"],
    [
      "TCP    [2001:db8:xxxx::1]:445 [redacted]:XXXX        ESTABLISHED     InHost",
      "2001:db8:xxxx::1|445 [redacted]|XXXX",
    ],
  ])("%s, which is a row like any other", (line, ends) => {
    const reading = read(`${line}\n`);
    expect(reading.records.map(brief)).toEqual([`TCP ${ends} ESTABLISHED inHost`]);
    expect(reading.diagnostics).toEqual([]);
  });
});

describe("what was not read is said", () => {
  const heading = "  Proto  Local Address   Foreign Address   State   Offload State\n";
  it.each([
    ["x TCP 192.0.2.1:445 198.51.100.7:50013 ESTABLISHED InHost", "unknown-row", 1],
    ["192.0.2.1:445 -> 198.51.100.7:50013", "unknown-row", 1],
    ["[2001:db8::1]:445 ESTABLISHED / Offloaded", "unknown-row", 1],
    ["the first is Offloaded", "unknown-line", 0],
    ["  TCP    192.0.2.1:445", "truncated-row", 1],
  ])("%s", (line, code, unreadRows) => {
    for (const above of [heading, `${heading}  TCP    192.0.2.1:1   192.0.2.9:2   ESTABLISHED   InHost\n`]) {
      const reading = read(`${above}${line}\n`);
      expect(reading.classes.at(-1)).toBe(code === "truncated-row" ? "truncated" : "unknown");
      expect(reading.diagnostics.at(-1)?.code).toBe(code);
      expect(reading.traits.unreadRows).toBe(unreadRows);
      expect(reading.diagnostics.map((found) => found.code)).not.toContain(
        unreadRows > 0 ? "table-without-rows" : "unread-rows",
      );
    }
  });

  it.each([
    ["Active Connections", true],
    ["  Proto  Local Address   Foreign Address   State   PID", false],
    ["  Proto  Local Address   Foreign Address   State   Offload State", true],
  ])("that the table lacks the column is said by its heading only where no row tells: %s", (above, hasOffloadState) => {
    const { traits } = read(`${above}\n  TCP    192.0.2.1:445         198.51.\n`);
    expect(traits).toMatchObject({ hasOffloadState, unreadRows: 1 });
  });

  it("without a heading, an offload state tells that a row is netstat's", () => {
    const rows = (line: string) => read(`${line}\n`);
    expect(rows("  TCP    192.0.2.1:445    198.51.100.7:50013   InHost").recognised).toBe(true);
    expect(rows("  TCP    192.0.2.1:445    198.51.100.7:50013").recognised).toBe(false);
  });
});

it("a row of UDP is whole where something else stands below it", () => {
  const reading = read("  UDP    FILES01:https          *:*\nrc:0\n");
  expect(reading.records).toMatchObject([{ foreignAddress: "*", foreignPort: "*" }]);
});

describe("a wrapped row", () => {
  it.each([
    ["in mid-word", "  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     4536     InHos\nt\n"],
    ["in the process id", "  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     45\n36     InHost\n"],
    ["at a gap", "  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     4536\nInHost\n"],
    ["after an address", "TCP    192.0.2.1:445          198.51.100.7:50013\nESTABLISHED     4536     InHost\n"],
    [
      "in the process id, behind an indent",
      "          TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED     45\n        36     InHost\n",
    ],
    ["twice", "TCP    192.0.2.1:445\n198.51.100.7:50013\nESTABLISHED     4536     InHost\n"],
  ])("%s", (_, text) => {
    const reading = read(text);
    expect(reading.records.map(brief)).toEqual(["TCP 192.0.2.1|445 198.51.100.7|50013 ESTABLISHED 4536 inHost"]);
    expect(new Set(reading.classes)).toEqual(new Set(["record"]));
    expect(reading.diagnostics).toEqual([]);
    expect(reading.records[0]?.line).toBe(1);
  });
});

describe("a whole table", () => {
  it("tells heading, rows, owners and refusals apart", () => {
    const reading = read(
      [
        "Active Connections",
        "",
        "  Proto  Local Address          Foreign Address        State           PID      Offload State",
        "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       920      InHost",
        "  RpcSs",
        " [svchost.exe]",
        "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     4        Offloaded",
        " Can not obtain ownership information",
        "  UDP    0.0.0.0:123            *:*                                    1044",
        " [svchost.exe]",
        "",
      ].join("\n"),
    );
    expect(reading.records.map(brief)).toEqual([
      "TCP 0.0.0.0|135 0.0.0.0|0 LISTENING 920 inHost [svchost.exe]",
      "TCP 192.0.2.1|445 198.51.100.7|50012 ESTABLISHED 4 offloaded",
      "UDP 0.0.0.0|123 *|* 1044 [svchost.exe]",
    ]);
    expect(reading.classes).toEqual([
      "heading",
      "blank",
      "heading",
      "record",
      "record",
      "record",
      "record",
      "message",
      "record",
      "record",
    ]);
    expect(reading.locale).toBe("en-US");
    expect(reading.traits).toEqual({ hasOffloadState: true, hasProcessId: true, unreadRows: 0 });
    expect(reading.diagnostics).toEqual([]);
  });

  it("reads a heading in no known language by its place", () => {
    const reading = read(
      "Xyzzy Plugh\n\n  Foo  Bar Baz   Quux\n  TCP    192.0.2.1:445   198.51.100.7:50012   FROTZ   InHost\n",
    );
    expect(reading.classes).toEqual(["heading", "blank", "heading", "record"]);
    expect(reading.locale).toBeNull();
    expect(reading.diagnostics.map((found) => found.code)).toEqual(["unknown-language", "unknown-connection-state"]);
  });

  it.each(['"TCP","192.0.2.1:445","198.51.100.7:50012"', "TCP;192.0.2.1:445;198.51.100.7:50012;ESTABLISHED;InHost"])(
    "says that it does not understand %j, which is no heading",
    (row) => {
      const reading = read(`  Proto  Local Address   Foreign Address   State   Offload State\n${row}\n${row}\n`);
      expect(reading.classes).toEqual(["heading", "unknown", "unknown"]);
      expect(reading.diagnostics.map((found) => found.code)).toEqual(["unread-rows", "unknown-row", "unknown-row"]);
    },
  );

  it("stays linear when all rows but one are cut", () => {
    const cut = "  TCP    192.0.2.1:445          198.51.100.7:50013     ESTABLISHED\n".repeat(20_000);
    const reading = read(`${cut}  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n`);
    expect(reading.records).toHaveLength(1);
    expect(reading.classes.filter((found) => found === "truncated")).toHaveLength(20_000);
  });
});
