import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeSettingsTable, tcpGlobal } from "../../../grammar/kinds/tcp-global.ts";
import { classesIn, listing, remarksIn, segmentOf, settingsIn } from "../../support/readings.ts";

const COMMAND = "netsh int tcp show global";
const read = (text: string, command: string | null = null) => tcpGlobal.read(segmentOf(text), { command });
const landmark = (line: string, command: string | null = null) => tcpGlobal.landmark(line, { command });
const continues = (line: string, command: string | null = null) => tcpGlobal.continues(line, { command });

/** Puts a row into a table that is known without it. */
const under = (row: string) => read(`TCP Global Parameters\n${"-".repeat(46)}\nECN Capability : enabled\n${row}`);

const windows7 = `Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled 
Chimney Offload State               : automatic 
NetDMA State                        : enabled 
Direct Cache Acess (DCA)            : disabled 
Receive Window Auto-Tuning Level    : highlyrestricted 
Add-On Congestion Control Provider  : ctcp 
ECN Capability                      : disabled 
RFC 1323 Timestamps                 : disabled 
** The above autotuninglevel setting is the result of Windows Scaling heuristics
overriding any local/policy configuration on at least one profile.

`;

/** A table in a language that nobody speaks: no locale will ever know it. */
const invented = (rows: readonly (readonly [string, string])[]) => listing("Glomar TCP-vundoj", rows);
const eightRows = [
  ["onda", "enabled"],
  ["dwe", "automatic"],
  ["triba", "disabled"],
  ["kvarn", "disabled"],
  ["pemf", "normal"],
  ["sisk", "none"],
  ["hept", "disabled"],
  ["okom", "disabled"],
] as const;
const eightSettings = [
  "receiveSideScaling=enabled",
  "chimneyOffload=automatic",
  "netDma=disabled",
  "directCacheAccess=disabled",
  "receiveWindowAutoTuning=normal",
  "addOnCongestionControlProvider=none",
  "ecnCapability=disabled",
  "rfc1323Timestamps=disabled",
];

describe("a whole table", () => {
  it("of Windows 7 with its footnote", () => {
    const reading = read(windows7);
    expect(settingsIn(reading)).toEqual([
      "receiveSideScaling=enabled",
      "chimneyOffload=automatic",
      "netDma=enabled",
      "directCacheAccess=disabled",
      "receiveWindowAutoTuning=highlyrestricted",
      "addOnCongestionControlProvider=ctcp",
      "ecnCapability=disabled",
      "rfc1323Timestamps=disabled",
    ]);
    expect(reading.records[1]).toEqual({
      line: 6,
      setting: "chimneyOffload",
      label: "Chimney Offload State",
      value: "automatic",
    });
    expect(classesIn(reading)).toBe("mbhhrrrrrrrrmmb");
    expect(reading).toMatchObject({
      locale: "en-US",
      traits: { byPosition: false },
      recognised: true,
      diagnostics: [],
    });
  });

  it("in Japanese, with colons that do not align and a full-width one", () => {
    const reading = read(`アクティブ状態を照会しています...

TCP グローバル パラメーター
----------------------------------------------
Receive-Side Scaling 状態          : enabled 
Chimney オフロード状態：disabled
初期 RTO                         : 1000 
Fast Open フォールバック                  : enabled 
ペーシング プロファイル                      : off 
`);
    expect(settingsIn(reading)).toEqual([
      "receiveSideScaling=enabled",
      "chimneyOffload=disabled",
      "initialRto=1000",
      "fastOpenFallback=enabled",
      "pacingProfile=off",
    ]);
    expect(reading).toMatchObject({ locale: "ja-JP", diagnostics: [], recognised: true });
    expect(classesIn(reading)).toBe("mbhhrrrrr");
  });

  it("in German, written as ASCII", () => {
    const reading = read(
      listing("Globale TCP-Parameter", [
        ["Zustand der empfangsseitigen Skalierung", "enabled"],
        ["RTO (anf?nglich)", "3000"],
        ['Add-On "?berlastungssteuerungsanbieter"', "default"],
        ["Maximale SYN-Neu?bertragungen", "2"],
      ]),
    );
    expect(settingsIn(reading)).toEqual([
      "receiveSideScaling=enabled",
      "initialRto=3000",
      "addOnCongestionControlProvider=default",
      "maxSynRetransmissions=2",
    ]);
    expect(reading).toMatchObject({ locale: "de-DE", diagnostics: [] });
  });

  it("without title, as findstr leaves it", () => {
    const reading = read("Chimney Offload State               : disabled\nNetDMA State : enabled");
    expect(settingsIn(reading)).toEqual(["chimneyOffload=disabled", "netDma=enabled"]);
    expect(reading).toMatchObject({ locale: "en-US", diagnostics: [], recognised: true });
  });

  it("knows its lines in a source that was mended", () => {
    const segment = { text: "NetDMA State : enabled\nECN Capability : odd\n", runs: [{ ordinal: 0, line: 40 }] };
    const reading = tcpGlobal.read(segment, { command: null });
    expect(reading.records.map(({ line }) => line)).toEqual([40, 41]);
    expect(remarksIn(reading)).toEqual(["unknown-value 41:18"]);
  });
});

describe("a row", () => {
  it.each([
    ["Direct Cache Access (DCA)           : disabled", "directCacheAccess=disabled"],
    ["TCP Fast Open                       : disabled", "fastOpen=disabled"],
    ["Fast Open : enabled", "fastOpen=enabled"],
    ["Add-On Congestion Control Provider: none", "addOnCongestionControlProvider=none"],
    ["\tChimney Offload State:automatic", "chimneyOffload=automatic"],
    ["Max SYN Retransmissions             : 4 ", "maxSynRetransmissions=4"],
    ["烟囱卸载状态 : enabled", "chimneyOffload=enabled"],
    ["Начальное RTO                       : 1000", "initialRto=1000"],
  ])("%j", (row, setting) => {
    const reading = under(row);
    expect(settingsIn(reading).at(-1)).toBe(setting);
    expect(remarksIn(reading)).toEqual([]);
  });

  it.each([
    ["NetDMA State : enabled   <--- this", "netDma=enabled", "trailing-text 4:26"],
    ["NetDMA State : disabled  # why?", "netDma=disabled", "trailing-text 4:26"],
    ["NetDMA State : enabled (default)", "netDma=enabled", "trailing-text 4:24"],
    ["Chimney Offload State : aktiviert", "chimneyOffload=aktiviert", "unknown-value 4:25"],
    ["Initial RTO : 1,000", "initialRto=1,000", "unknown-value 4:15"],
    ["Warp  Drive State : Enabled", "?Warp Drive State=enabled", "unknown-setting 4:1"],
    ["Warp Factor : 9", "?Warp Factor=9", "unknown-setting 4:1"],
  ])("%j with a remark", (row, setting, remark) => {
    const reading = under(row);
    expect(settingsIn(reading).at(-1)).toBe(setting);
    expect(remarksIn(reading)).toEqual([remark]);
    expect(classesIn(reading)).toBe("hhrr");
  });

  it.each([
    ["Chimney Offload State               :", "hhrt", "value-missing 4:1"],
    ["Chimney Offload State", "hhrt", "value-missing 4:1"],
    ["Chimney Offload State    automatic", "hhrt", "value-missing 4:1"],
    ["Chimney Offl", "hhrt", "value-missing 4:1"],
    ["Chimney Offload State :\nECN Capability : enabled", "hhrtr", "value-missing 4:1"],
    ["Chimney Offload State :\nsomething else", "hhrt?", "value-missing 4:1,unknown-line 5:15"],
    [": enabled", "hhr?", "unknown-line 4:1"],
    ["Note: this was taken before the change", "hhr?", "unknown-line 4:11"],
  ])("%j is not guessed", (rows, classes, remarks) => {
    const reading = under(rows);
    expect(classesIn(reading)).toBe(classes);
    expect(remarksIn(reading).join()).toBe(remarks);
    expect(settingsIn(reading).join()).not.toContain("chimney");
  });

  it.each([
    ["Chimney Offload State               :\n  automatic", "chimneyOffload=automatic"],
    ["Chimney Offload\nState               : automatic", "chimneyOffload=automatic"],
    ["Receive-\nSide Scaling State : enabled", "receiveSideScaling=enabled"],
    ["Chimney Offload State\n               : automatic", "chimneyOffload=automatic"],
    ["TCP\nFast Open : enabled", "fastOpen=enabled"],
    ["Warp Drive State :\nenabled", "?Warp Drive State=enabled"],
  ])("%j is wrapped", (rows, setting) => {
    const reading = under(rows);
    expect(settingsIn(reading).at(-1)).toBe(setting);
    expect(reading.records.at(-1)?.line).toBe(4);
    expect(classesIn(reading)).toBe("hhrrr");
  });
});

it("tells where the text behind a wrapped value begins", () => {
  expect(remarksIn(under("Chimney Offload State :\n  automatic !!!"))).toEqual(["trailing-text 5:13"]);
});

describe("the footnote", () => {
  it.each([
    "** The above autotuninglevel setting is the result of Windows Scaling heuristics overriding any local/policy configuration on at least one profile.",
    "** The above autotuninglevel setting is the result of\nWindows Scaling heuristics overriding any local/policy\nconfiguration on at least one profile.",
  ])("%j is a message however it is wrapped", (footnote) => {
    expect(classesIn(under(footnote))).toMatch(/^hhrm+$/);
    expect(footnote.split("\n").every((line) => continues(line))).toBe(true);
  });
});

describe("an unknown language", () => {
  it("is read by position where everything fits one version of Windows", () => {
    const reading = read(invented(eightRows));
    expect(settingsIn(reading)).toEqual(eightSettings);
    expect(reading).toMatchObject({ locale: null, traits: { byPosition: true }, recognised: true });
    expect(remarksIn(reading)).toEqual(["settings-by-position 3:1"]);
    expect(reading.records[1]?.label).toBe("dwe");
  });

  it("may leave single labels of a known one to their position", () => {
    const reading = read(
      listing("Globale TCP-Parameter", [
        ["Zustand der empfangsseitigen Skalierung", "enabled"],
        ["Zustand der Schornsteinabladung", "automatic"],
        ["NetDMA-Zustand", "disabled"],
        ["Direct Cache Acess (DCA)", "disabled"],
        ["Autom. Abstimmungsgrad Empfangsfenster", "normal"],
        ['Add-On "Überlastungssteuerungsanbieter"', "none"],
        ["ECN-Funktion", "disabled"],
        ["RFC 1323-Zeitstempel", "disabled"],
      ]),
    );
    expect(settingsIn(reading)).toEqual(eightSettings);
    expect(reading).toMatchObject({ locale: "de-DE", traits: { byPosition: true } });
  });

  it.each([
    ["a row too few", invented(eightRows.slice(1))],
    ["thirteen rows with values of no version", invented([...eightRows, ...eightRows].slice(0, 13))],
    ["a value that its position can't have", invented([...eightRows.slice(0, 7), ["okom", "normal"]])],
    ["a title without TCP", invented(eightRows).replace("TCP", "UDP")],
    ["no rule", invented(eightRows).replace(/-+\n/, "")],
    ["a sentence among the rows", invented(eightRows).replace("triba", "vo frunda\ntriba")],
  ])("is not guessed with %s", (_why, text) => {
    expect(read(text)).toMatchObject({ recognised: false, records: [], diagnostics: [] });
    expect(looksLikeSettingsTable(text.split("\n"))).toBe(false);
  });

  it("is not guessed against a label that is known", () => {
    const reading = read(invented([...eightRows.slice(0, 7), ["ECN Capability", "disabled"]]));
    expect(reading.traits.byPosition).toBe(false);
    expect(settingsIn(reading)).toContain("?dwe=automatic");
    expect(settingsIn(reading)).toContain("ecnCapability=disabled");
    expect(reading.locale).toBeNull();
  });

  it("is not guessed where the language has another word for that setting", () => {
    const reading = read(windows7.replace("Chimney Offload State", "Warp Drive State     "));
    expect(reading.traits.byPosition).toBe(false);
    expect(settingsIn(reading)).toContain("?Warp Drive State=automatic");
    expect(remarksIn(reading)).toEqual(["unknown-setting 6:1"]);
  });

  it("of thirteen rows is that of the version whose values fit", () => {
    const rowsFrom = (tuning: number) => [
      ...Array.from({ length: tuning }, (_, at) => [`fila ${at}`, "enabled"] as const),
      ...(["normal", "default", "disabled", "allowed", "1000", "enabled", "disabled", "4"] as const).map(
        (value, at) => [`otra ${at}`, value] as const,
      ),
    ];
    const onOff = (...values: readonly string[]) => values.map((value, at) => [`última ${at}`, value] as const);
    expect([
      settingsIn(read(invented([...rowsFrom(4), ...onOff("enabled")]))).at(-1),
      settingsIn(read(invented([...rowsFrom(2), ...onOff("enabled", "enabled", "off")]))).at(1),
      settingsIn(read(invented([...rowsFrom(1), ...onOff("enabled", "enabled", "enabled", "off")]))).at(-2),
    ]).toEqual(["fastOpen=enabled", "chimneyOffload=enabled", "hyStart=enabled"]);
  });

  it("needs no title behind its command", () => {
    const rows = invented(eightRows).replace(/^.*\n.*\n/, "");
    expect(read(rows).recognised).toBe(false);
    expect(settingsIn(read(rows, COMMAND))).toEqual(eightSettings);
  });

  it("whose letters were lost is read by the position of its rows, where only some are known", () => {
    const reading = read(
      listing("????????? TCP", [
        ["????????? ??????????????? ?? ??????? ??????", "enabled"],
        ["??????? ????????????? ???? ?????????", "normal"],
        ["????????? ??????????????? ?????????? ???????? ??????????", "default"],
        ["???????? ECN", "disabled"],
        ["????? ??????? RFC 1323", "disabled"],
        ["????????? RTO", "3000"],
        ["????????? ??????????? ????????? ??????", "enabled"],
        ["???????????? RTT ??? SACK", "disabled"],
        ["???????? ????????? ??????? SYN", "2"],
        ["Fast Open", "enabled"],
        ["????? ??? Fast Open", "enabled"],
        ["HyStart", "enabled"],
        ["?????????? ???????????? ?????????", "enabled"],
        ["??????? ?????", "off"],
      ]),
    );
    expect(settingsIn(reading).filter((own) => own.startsWith("?"))).toEqual([]);
    expect(settingsIn(reading)).toContain("receiveSideScaling=enabled");
    expect(reading).toMatchObject({ locale: "ru-RU", traits: { byPosition: true } });
  });

  it("is found in a block of lines by its looks", () => {
    expect(looksLikeSettingsTable(invented(eightRows).split("\n"))).toBe(true);
    expect(looksLikeSettingsTable(["Mirpas...", "", ...invented(eightRows).split("\n")])).toBe(true);
    expect(looksLikeSettingsTable([])).toBe(false);
  });

  it("behind the echoed command is reported as unmatched", () => {
    const reading = read(invented(eightRows.slice(1)), COMMAND);
    expect(reading).toMatchObject({ recognised: true, records: [], locale: null });
    expect(remarksIn(reading)).toEqual(["settings-unmatched 3:1"]);
    expect(classesIn(reading)).toBe("hh???????");
  });
});

describe("words beside a table", () => {
  it.each(["[09:13] ben: thanks", "ben 09:13: 2", "ana: thanks", "PS: 8", "Sent: Monday", "thanks :)"])(
    "%j below it is no setting",
    (words) => {
      expect(continues(words, COMMAND)).toBe(false);
      expect(landmark(words, COMMAND)).toBeUndefined();
      expect(settingsIn(under(words))).toEqual(["ecnCapability=enabled"]);
    },
  );

  it.each(["The new server shows this for TCP", "It says:"])("%j above it is no unread line", (words) => {
    const reading = read(`${words}\n\n${windows7}`, COMMAND);
    expect(reading.classes[0]).toBe("unrelated");
    expect(reading.diagnostics).toEqual([]);
    expect(reading.records).toHaveLength(8);
  });
});

describe("what is something else", () => {
  it.each([
    [
      "show supplemental",
      listing("TCP Supplemental Parameters", [
        ["Minimum RTO (msec)", "300"],
        ["Initial Congestion Window (MSS)", "10"],
        ["Congestion Control Provider", "cubic"],
        ["Enable Congestion Window Restart", "disabled"],
        ["Delayed ACK timeout (msec)", "40"],
        ["Delayed ACK frequency", "2"],
        ["Enable RACK", "enabled"],
        ["Enable Tail Loss Probe", "enabled"],
      ]),
    ],
    [
      "ipv4 show global",
      listing("General Global Parameters", [
        ["Default Hop Limit", "128 hops"],
        ["Neighbor Cache Limit", "256 entries per interface"],
        ["Task Offload", "enabled"],
      ]),
    ],
    ["a headline", "TCP Global Parameters\n"],
    ["nothing", ""],
  ])("%s is not recognised", (_what, text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ recognised: false, records: [], diagnostics: [] });
    expect(classesIn(reading)).toMatch(/^[-b]*$/);
    expect(text.split("\n").some((line) => landmark(line) === "record")).toBe(false);
  });

  it("a title with its rule but without rows is a table that was cut", () => {
    const reading = read("TCP Global Parameters\n-----\n");
    expect(remarksIn(reading)).toEqual(["table-without-rows 1:1"]);
    expect(reading).toMatchObject({ recognised: true, records: [] });
  });

  it("unknown rows behind a blank line are of the next listing", () => {
    const reading = read("NetDMA State : enabled\nECN Capability : enabled\n\nWarp Drive : enabled");
    expect(settingsIn(reading)).toEqual(["netDma=enabled", "ecnCapability=enabled"]);
    expect(classesIn(reading)).toBe("rrb-");
    const spaced = read("NetDMA State : enabled\n\nECN Capability : enabled\n\nWarp Drive : enabled");
    expect(classesIn(spaced)).toBe("rbrbr");
  });
});

describe("a landmark", () => {
  it.each([
    ["Querying active state...", "title"],
    ["TCP Global Parameters", "title"],
    ["  TCP Global Parameters:", "title"],
    ["查询活动状态...", "title"],
    ["Chimney Offload State               : disabled ", "record"],
    ["Fast Open : enabled", "record"],
    ["Chimney Offload State : automatic    <- look", "record"],
    ["RFC 1323 ??? : allowed", "record"],
  ])("%j is a %s", (line, found) => {
    expect(landmark(line)).toBe(found);
  });

  it.each([
    "",
    "----------------------------------------------",
    "Fast Open : a TCP extension",
    "HyStart: enabled by default since 2020",
    "Initial RTO:",
    "Chimney Offload State",
    "See TCP Global Parameters",
    "Chimney : Disabled",
    "dwe : enabled",
    `${"x".repeat(500)} Fast Open : enabled`,
  ])("%j is none", (line) => {
    expect(landmark(line)).toBeUndefined();
  });

  it.each([
    ["Glomar TCP-vundoj", "title"],
    ["dwe                 : enabled", "record"],
    ["Chimney Offload State : aktiviert", "record"],
    ["Mirpas vo zuma stodo...", undefined],
    ["Computer : SRV01", undefined],
  ])("%j behind the echoed command: %s", (line, found) => {
    expect(landmark(line, COMMAND)).toBe(found);
  });

  it.each([
    ["", true],
    ["----------------------------------------------", true],
    ["dwe : enabled", true],
    ["  automatic", true],
    ["Chimney Offload State :", true],
    ["Receive-Side Scaling", true],
    ["State : enabled", true],
    ["dwe : todavía no", false],
    ["Active Connections", false],
    ["C:\\>netstat -nt", false],
    ["Ethernet adapter:", false],
  ])("%j may stand in the table: %j", (line, answer) => {
    expect(continues(line)).toBe(answer);
  });
});

describe("for any text", () => {
  const words = fc.constantFrom(
    ...windows7.split(/(?<=\n)|(?<=:)|(?= {2})/),
    ":",
    "\n",
    "\n\n",
    "?",
    "\ufffd",
    "x",
    " ",
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );

  it("there is one class for each line, and everything found stands on one of them", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(null, COMMAND), (own, command) => {
        const text = own === "" || own.endsWith("\n") ? own : `${own}\n`;
        const count = text.split("\n").length - 1;
        const reading = read(text, command);
        expect(reading.classes).toHaveLength(count);
        for (const { line } of [...reading.records, ...reading.diagnostics]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(Math.max(1, count));
        }
        expect(reading.records.length).toBeLessThanOrEqual(
          reading.classes.filter((found) => found === "record").length,
        );
        for (const line of text.split("\n"))
          expect([landmark(line, command), continues(line, command)]).toHaveLength(2);
      }),
    );
  });
});
