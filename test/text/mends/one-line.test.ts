import { describe, expect, it } from "vitest";
import { locales } from "../../../grammar/locales/index.ts";
import { oneLine } from "../../../src/text/mends/one-line.ts";
import { linesAfter } from "../../support/mended.ts";

const trimmed = (text: string) => linesAfter(oneLine, text).map((line) => line.trim());

const rows = [
  "TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED InHost",
  "UDP 192.0.2.1:123 *:*",
  "TCP [2001:db8::1]:445 [2001:db8::2]:50012 TIME_WAIT 0 Offloaded",
  "TCP 192.0.2.1:1433 srv.example.com:ms-sql ESTABLISHED InHost",
];
const title = "Active Connections";
const heading = "Proto Local Address Foreign Address State Offload State";
const settings = [
  "Receive-Side Scaling State : enabled",
  "Chimney Offload State : automatic",
  "TCP Fast Open : disabled",
];
const footnote =
  "** The above autotuninglevel setting is the result of Windows Scaling heuristics overriding any local/policy " +
  "configuration on at least one profile.";

describe("a netstat table on one line", () => {
  it.each<[what: string, lines: readonly string[]]>([
    ["rows", rows],
    ["title, heading and rows", [title, heading, ...rows]],
    ["heading and one row", [heading, "TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED InHost"]],
    ["title and heading", [title, heading]],
    ["a German table", ["Aktive Verbindungen", "Proto. Lokale Adresse Remoteadresse Status Abladungsstatus", ...rows]],
    ["a Chinese table", ["活动连接", "协议 本地地址 外部地址 状态 卸载状态", ...rows]],
    ["text before", ["This is what I see:", ...rows]],
    ["a prompt before and behind", ["C:\\>netstat -nt", title, heading, ...rows, "PS C:\\Users\\x> exit"]],
  ])("%s", (_, lines) => {
    expect(trimmed(lines.join(" "))).toEqual(lines);
    expect(trimmed(`   ${lines.join("    ")}  `)).toEqual(lines);
  });
});

describe("a settings table on one line", () => {
  it.each<[what: string, lines: readonly string[]]>([
    ["settings", settings],
    ["title, rule and settings", ["TCP Global Parameters", "-".repeat(46), ...settings]],
    ["title and rule", ["TCP Global Parameters", "-".repeat(46)]],
    ["title, rule and unknown labels", ["TCP Global Parameters", "-----", "New Setting : enabled"]],
    ["what netsh says first", ["Querying active state...", "TCP Global Parameters"]],
    ["a footnote", [...settings, footnote]],
    ["a prompt before", ["C:\\>netsh int tcp show global", "Querying active state..."]],
    [
      "the administrator's answer",
      ["C:\\>netsh int tcp show chimneystats", "Your System Administrator has disabled TCP Chimney."],
    ],
    ["heuristics", ["Window Scaling heuristics : disabled", "Qualifying Destination Threshold : 3"]],
    ["two captures", [...settings, "C:\\>netstat -nt", title, heading, ...rows]],
    ["Fast Open beside its fallback", ["Fast Open : enabled", "Fast Open Fallback : enabled", "HyStart : enabled"]],
  ])("%s", (_, lines) => {
    expect(trimmed(lines.join(" "))).toEqual(lines);
  });

  it.each(locales.map((locale) => [locale.tag, locale] as const))("in %s", (_, locale) => {
    const labels = Object.values(locale.settings).flat();
    const lines = [...locale.globalTitle, "-".repeat(46), ...labels.map((label) => `${label} : enabled`)];
    expect(trimmed(lines.join(" "))).toEqual(lines);
  });
});

describe("a line that is one line", () => {
  it.each([
    "",
    heading,
    `  ${rows[0]}`,
    `${rows[0]}  Querying active state...`,
    settings[0] ?? "",
    title,
    "----------------------------------------------",
    "Querying active state...",
    footnote,
    "The Chimney Offload State : automatic line is what matters here",
    "Chimney Offload State : automatic   ---------- this one",
    "C:\\>echo ------------------ netstat ------------ >> out.txt",
    "TCP 192.0.2.1:445 and UDP 192.0.2.1:123 are open; TCP is not UDP",
    "Receive-Side Scaling State, Chimney Offload State and NetDMA State",
    "Active Connections are not the same as Active Connections of yesterday",
  ])("%j stays", (text) => {
    expect(oneLine(text)).toEqual([]);
  });
});
