import { type Language, lines, type RawOutput } from "./lines.ts";

const RULE = "-".repeat(46);
const setting = (label: string, value: string): string => `${label.padEnd(36)}: ${value} `;

/** The settings of three versions of Windows, because the Chimney row was captured in no German one. */
const globals: { readonly [L in Language]: string } = {
  "en-US": lines(
    "Querying active state...",
    "",
    "TCP Global Parameters",
    RULE,
    setting("Receive-Side Scaling State", "enabled"),
    setting("Chimney Offload State", "automatic"),
    setting("NetDMA State", "enabled"),
    setting("Direct Cache Acess (DCA)", "disabled"),
    setting("Receive Window Auto-Tuning Level", "normal"),
    setting("Add-On Congestion Control Provider", "ctcp"),
    setting("ECN Capability", "disabled"),
    setting("RFC 1323 Timestamps", "disabled"),
    "",
  ),
  "de-DE": lines(
    "Der aktive Status wird abgefragt...",
    "",
    "Globale TCP-Parameter",
    RULE,
    setting("Zustand der empfangsseitigen Skalierung", "enabled"),
    setting("Autom. Abstimmungsgrad Empfangsfenster", "normal"),
    setting('Add-On "Überlastungssteuerungsanbieter"', "default"),
    setting("ECN-Funktion", "disabled"),
    setting("RFC 1323-Zeitstempel", "allowed"),
    setting("RTO (anfänglich)", "1000"),
    setting("Zustand der Empfangssegmentzusammenfügung", "enabled"),
    setting("Nicht-SACK-RTT-Widerstandsfähigkeit", "disabled"),
    setting("Maximale SYN-Neuübertragungen", "4"),
    "",
  ),
  "ja-JP": lines(
    "アクティブ状態を照会しています...",
    "",
    "TCP グローバル パラメーター",
    RULE,
    setting("Receive-Side Scaling 状態", "enabled"),
    setting("Chimney オフロード状態", "automatic"),
    setting("NetDMA 状態", "enabled"),
    setting("Direct Cache Acess (DCA)", "disabled"),
    setting("受信ウィンドウ自動チューニング レベル", "normal"),
    setting("アドオン輻輳制御プロバイダー", "ctcp"),
    setting("ECN 機能", "disabled"),
    setting("RFC 1323 タイムスタンプ", "disabled"),
    "",
  ),
};

/** How many settings the tables have. */
export const globalRows: { readonly [L in Language]: number } = { "en-US": 8, "de-DE": 9, "ja-JP": 8 };

/** What the commands print that list settings. */
export const settings = {
  tcpGlobal: (language: Language) => globals[language],
  tcpHeuristics: () =>
    lines("TCP Window Scaling heuristics Parameters", RULE, setting("Window Scaling heuristics", "disabled"), ""),
  ipGlobal: () =>
    lines(
      "Querying active state...",
      "",
      "General Global Parameters",
      RULE,
      setting("Default Hop Limit", "128 hops"),
      setting("Source Routing Behavior", "dontforward"),
      setting("Task Offload", "enabled"),
      "",
    ),
  supplemental: () =>
    lines(
      "The TCP global default template is internet",
      "",
      "TCP Supplemental Parameters",
      RULE,
      setting("Minimum RTO (msec)", "300"),
      setting("Initial Congestion Window (MSS)", "10"),
      setting("Congestion Control Provider", "cubic"),
      setting("Enable Congestion Window Restart", "disabled"),
      "",
    ),
} satisfies { readonly [command: string]: RawOutput };
