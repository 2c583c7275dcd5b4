import fc from "fast-check";
import { locales, type SettingKey } from "../../grammar/index.ts";
import { blankLine, type Printed, type PrintedLine, words } from "./printed.ts";

const onOff = ["enabled", "disabled"] as const;

/** The rows of one version of Windows, from top to bottom: key, label, values seen or documented. */
type Version = readonly (readonly [key: SettingKey, label: string, values: readonly (string | number)[]])[];

const rows = {
  rss: ["receiveSideScaling", "Receive-Side Scaling State", onOff],
  chimney: ["chimneyOffload", "Chimney Offload State", ["automatic", "enabled", "disabled"]],
  dma: ["netDma", "NetDMA State", onOff],
  misspelt: ["directCacheAccess", "Direct Cache Acess (DCA)", onOff],
  dca: ["directCacheAccess", "Direct Cache Access (DCA)", onOff],
  tuning: [
    "receiveWindowAutoTuning",
    "Receive Window Auto-Tuning Level",
    ["normal", "disabled", "highlyrestricted", "restricted", "experimental"],
  ],
  provider: ["addOnCongestionControlProvider", "Add-On Congestion Control Provider", ["none", "ctcp", "default"]],
  ecn: ["ecnCapability", "ECN Capability", onOff],
  timestamps: ["rfc1323Timestamps", "RFC 1323 Timestamps", ["disabled", "enabled", "allowed"]],
  rto: ["initialRto", "Initial RTO", [1000, 2000, 3000]],
  rsc: ["receiveSegmentCoalescing", "Receive Segment Coalescing State", onOff],
  sack: ["nonSackRttResiliency", "Non Sack Rtt Resiliency", onOff],
  syn: ["maxSynRetransmissions", "Max SYN Retransmissions", [2, 4]],
  tcpFastOpen: ["fastOpen", "TCP Fast Open", onOff],
  fastOpen: ["fastOpen", "Fast Open", onOff],
  fallback: ["fastOpenFallback", "Fast Open Fallback", onOff],
  hyStart: ["hyStart", "HyStart", onOff],
  prr: ["proportionalRateReduction", "Proportional Rate Reduction", onOff],
  pacing: ["pacingProfile", "Pacing Profile", ["off"]],
} as const satisfies Record<string, Version[number]>;

const { rss, chimney, dma, misspelt, dca, tuning, provider, ecn, timestamps, rto, rsc, sack, syn } = rows;
const { tcpFastOpen, fastOpen, fallback, hyStart, prr, pacing } = rows;
const window: Version = [tuning, provider, ecn, timestamps];

/** Vista, 7, 8, 8.1, Windows 10 1809, later 10, 11, and the servers of their time. */
const versions: readonly Version[] = [
  [rss, chimney, ...window],
  [rss, chimney, dma, misspelt, ...window],
  [rss, chimney, dma, dca, ...window, rto, rsc, sack, syn],
  [rss, chimney, dma, dca, ...window, rto, rsc, sack, syn, tcpFastOpen],
  [rss, chimney, ...window, rto, rsc, sack, syn, fastOpen, fallback, pacing],
  [rss, ...window, rto, rsc, sack, syn, fastOpen, fallback, hyStart, pacing],
  [rss, ...window, rto, rsc, sack, syn, fastOpen, fallback, hyStart, prr, pacing],
];

const FOOTNOTE = [
  "** The above autotuninglevel setting is the result of Windows Scaling heuristics",
  "overriding any local/policy configuration on at least one profile.",
];

/** Languages that have a word for every row of a version, as far as they were captured. */
const languages = [undefined, ...locales.filter(({ tag, globalTitle }) => tag !== "en-US" && globalTitle.length > 0)];

/** The output of `netsh int tcp show global` of any version, in any language that has the words for it. */
export const settingsTable: fc.Arbitrary<Printed> = fc
  .record({
    version: fc.constantFrom(...versions),
    language: fc.constantFrom(...languages),
    choices: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    querying: fc.boolean(),
    footnote: fc.boolean(),
    lineEnds: fc.constantFrom("as printed", "trimmed"),
  })
  .map(({ version, language, choices, querying, footnote, lineEnds }) => {
    const isSpoken = language !== undefined && version.every(([key]) => language.settings[key] !== undefined);
    const title = (isSpoken ? language.globalTitle[0] : undefined) ?? "TCP Global Parameters";
    const question = (isSpoken ? language.globalQuerying[0] : undefined) ?? "Querying active state...";
    const printed = version.map((row, at) => {
      const foreign = isSpoken ? language.settings[row[0]]?.[0] : undefined;
      return settingLine(row, choices[at] ?? 0, foreign);
    });
    const lines: PrintedLine[] = [
      ...(querying ? [words(question), blankLine] : []),
      words(title),
      { text: "-".repeat(46), is: "rule" },
      ...printed,
      ...(footnote && !isSpoken ? FOOTNOTE.map((text) => ({ text, is: "remark" as const })) : []),
      blankLine,
    ];
    return {
      command: "netsh int tcp show global",
      lines: lineEnds === "trimmed" ? lines.map((line) => ({ ...line, text: line.text.trimEnd() })) : lines,
    };
  });

/** In other languages the label is as many blanks short or long of its column as the English one is. */
function settingLine(
  [setting, label, values]: Version[number],
  choice: number,
  foreign: string | undefined,
): PrintedLine {
  const value = values[choice % values.length] ?? "disabled";
  const padding = " ".repeat(Math.max(0, 36 - label.length));
  return { is: "setting", text: `${foreign ?? label}${padding}: ${value} `, setting, value };
}
