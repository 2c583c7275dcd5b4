import { bareCommand } from "./commands.ts";
import { hostNamePattern, type Marker } from "./marker.ts";

/** A line drawn of one character, with nothing else on it. */
const ruleLine = /^[ \t]*([-=_*#~+])(?:[ \t]?\1){4,400}[ \t]*$/;

//  -_-_-_-_-_-_-_-_-_-_
const mixedRule = /^[ \t]*(?:-_){10,200}-?[ \t]*$/;

//  20240115 10:22:33.456 : netsh interface tcp show global
const stampedCommand = /^(\d{4})(\d{2})(\d{2}) (\d{2}:\d{2}:\d{2}(?:[.,]\d{1,3})?) : (.{1,300})$/;

//  ===== 10:15:23.45 : netsh int tcp show global
const timedCommand = /^=====[ ]{1,2}(\d{1,2}):(\d{2}:\d{2})[.,](\d{2}) : (.{1,300})$/;

//  Administrator @ SRV01:
const userAtHost = new RegExp(`^\\S[^@\\n]{0,103} @ (${hostNamePattern}):$`);

//  \\SRV01:
const remoteHost = new RegExp(`^\\\\\\\\(${hostNamePattern}):$`);

//  -     Netstat NATO Report for NODE:  NODE01
const nodeReport = new RegExp(`^-?[ \\t]{1,80}\\S[^\\n]{0,80} Report for NODE:[ \\t]{1,8}(${hostNamePattern})$`);

//  Mon 01/15/2024 10:22:40.12 . INITIALIZE file C:\mDCT\…\netstat-nato.txt by admin on SRV01 in Domain CONTOSO
const opening = /^\S[^\n]{0,60} \. INITIALIZE file /;
const openedOn = new RegExp(` on (${hostNamePattern}) in Domain(?: |$)`);

/** Where PowerShell says in which command an error is, it quotes the command: nothing of its output follows. */
const quotedInError = /^\+ {1,40}[A-Z][a-z]{1,20}-[A-Z]/;

/** Characters people and scripts decorate a command with when they print it above its output. */
const decoration = /^[-=_*#~+|:<>[\]【】"'`\s]{1,200}|[-=_*#~+|:<>[\]【】"'`\s]{1,200}$/g;

/** The banner that a line is: a rule, a command on a line of its own, a line that names host or time. */
export function readBanner(line: string): Marker | undefined {
  if (line.length > 600) return undefined;
  if (isRule(line)) return { class: "banner", command: null };
  const text = line.trim();
  return namedHost(text) ?? timed(text) ?? echoed(text);
}

/** True for a line that is drawn, and for the fence of a Markdown block. */
function isRule(line: string): boolean {
  return ruleLine.test(line) || mixedRule.test(line) || /^[ \t]*(?:```|~~~)\S{0,20}[ \t]*$/.test(line);
}

function namedHost(text: string): Marker | undefined {
  const patterns = opening.test(text) ? [openedOn] : [userAtHost, remoteHost, nodeReport];
  for (const pattern of patterns) {
    const host = pattern.exec(text)?.[1];
    if (host !== undefined) return { class: "banner", command: null, host };
  }
  return undefined;
}

function timed(text: string): Marker | undefined {
  const stamp = stampedCommand.exec(text);
  if (stamp !== null) {
    const [, year, month, day, clock = "", command = ""] = stamp;
    return { class: "banner", command: command.trim(), time: `${year}-${month}-${day}T${clock.replace(",", ".")}` };
  }
  const [, hours = "", minutes, hundredths, command] = timedCommand.exec(text) ?? [];
  if (command === undefined) return undefined;
  return { class: "banner", command: command.trim(), time: `${hours.padStart(2, "0")}:${minutes}.${hundredths}` };
}

/** A command that stands alone is an echo of the shell (a prompt that was left out); a decorated one is a header. */
function echoed(text: string): Marker | undefined {
  if (quotedInError.test(text)) return undefined;
  const bare = bareCommand(text);
  if (bare !== null) return { class: /^["'`]/.test(text) ? "banner" : "prompt", command: bare };
  const inner = bareCommand(text.replace(decoration, ""));
  return inner === null ? undefined : { class: "banner", command: inner };
}
