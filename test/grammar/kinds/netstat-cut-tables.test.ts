import { describe, expect, it } from "vitest";
import { analysed } from "../../support/analysed.ts";

/** A table as Windows prints it, in languages that are taught here and in others. */
const languages: readonly (readonly [string, readonly string[]])[] = [
  [
    "English",
    ["Active Connections", "  Proto  Local Address          Foreign Address        State           Offload State"],
  ],
  [
    "Polish",
    ["Aktywne połączenia", "  Protokół  Adres lokalny       Obcy adres             Stan            Stan odciążania"],
  ],
  [
    "Turkish",
    ["Etkin Bağlantılar", "  İl.Kr. Yerel Adres            Yabancı Adres          Durum           Boşaltma Durumu"],
  ],
  ["Greek", ["Ενεργές συνδέσεις", "  Πρωτ.  Τοπική διεύθυνση       Ξένη διεύθυνση         Κατάσταση       Αποφόρτωση"]],
  [
    "Hungarian",
    ["Aktív kapcsolatok", "  Proto  Helyi cím              Idegen cím             Állapot         Kiürítés"],
  ],
];
const rows = [
  "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded   ",
  "  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost      ",
  "  TCP    [2001:db8::10]:3389    [2001:db8::7]:50014    ESTABLISHED     InHost      ",
];
/** From within the local address to within the offload state. */
const widths = [15, 18, 22, 36, 44, 52, 58, 66, 74];

describe.each(languages)("a table in %s of which every row is cut", (_, [title = "", heading = ""]) => {
  it.each(widths)("at %i columns has all of its rows, counted or told as unread", async (width) => {
    const text = [title, "", heading, ...rows.map((row) => row.slice(0, width))].join("\n");
    const { report, connections } = await analysed(`${text}\n`);
    const unread = report.diagnostics.filter(({ message }) => message.includes("not counted"));
    expect(connections.length + unread.length).toBe(rows.length);
    expect(report.diagnostics.map(({ code }) => code)).not.toContain("table-without-rows");
  });
});

describe("what is no table of netstat", () => {
  it.each([
    ["a firewall's list", ["Protocol   Port   Program", "TCP        443    IIS", "TCP        8443   Tomcat"]],
    ["forwarded ports", ["Rule  Protocol  Public  Private", "TCP  443  8443", "TCP  80  8080"]],
    ["virtual servers", ["Prot LocalAddress:Port Scheduler Flags", "TCP  192.0.2.10:80 wlc", "TCP  192.0.2.10:443 rr"]],
    ["prose", ["These are open for everybody here:", "TCP port 443 is the web", "UDP port 53 is names"]],
  ])("%s stays what it is", async (_, lines) => {
    const { report } = await analysed(`${lines.join("\n")}\n`);
    expect(report.hosts.flatMap(({ captures }) => captures)).toEqual([]);
  });
});
