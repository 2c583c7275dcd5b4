import { lineByLine, type Wrapping } from "./wrapping.ts";

const two = (number: number) => String(number).padStart(2, "0");
const clock = (at: number) => `08:${two(15 + Math.floor(at / 60))}:${two(at % 60)}`;

/** Something in front of each line of a capture. */
export const prefixWrappings: readonly Wrapping[] = [
  lineByLine("findstr", (line) => `netstat1.txt:${line}`),
  lineByLine("findstr /n of a path", (line, at) => `C:\\caps\\my netstat.txt:${at + 1}:${line}`),
  lineByLine("Select-String", (line, at) => `> netstat.log:${at + 1}:${line}`),
  lineByLine("grep", (line, at) => `./caps/out.txt:${at + 1}:${line}`),
  lineByLine("pdsh", (line) => `app-31: ${line}`.trimEnd()),
  lineByLine("knife", (line) => `app31.example.com ${line}`.trimEnd()),
  lineByLine("a log", (line, at) => `2024-03-05 ${clock(at)},123 ${line}`),
  lineByLine(
    "a log with levels",
    (line, at) => `2024-03-05T${clock(at)}.${100 + at}Z INFO  [main-${at}] capture - ${line}`,
  ),
  lineByLine("a log in brackets", (line, at) => `[${clock(at)}] ${line}`),
  lineByLine("a log of an American", (line, at) => `3/5/2024 ${clock(at).slice(1)} AM | ${line}`),
  lineByLine("a log of a German", (line, at) => `05.03.2024 ${clock(at)} - ${line}`),
  lineByLine("syslog", (line, at) => `Mar  5 ${clock(at)} app31 netcap[4711]: ${line}`),
  lineByLine("syslog of RFC 5424", (line, at) => `<134>1 2024-03-05T${clock(at)}.1Z app31 netcap 99 - - ${line}`),
  lineByLine("a chat", (line) => `[10:15, 05/03/2024] Bob Smith: ${line}`),
  lineByLine("another chat", (line) => `[05.03.24, 10:15:33] Ümit: ${line}`),
  lineByLine("Fabric", (line) => `[app31.example.com] out: ${line}`.trimEnd()),
  lineByLine("a host and a bar", (line) => `app31 | ${line}`),
  lineByLine("IRC", (line) => `<bob> ${line}`),
  lineByLine("a chat of Teams", (line) => `[3/5 10:15 AM] Bob Smith: ${line}`),
  lineByLine("a log of Kubernetes", (line, at) => `2024-03-05T${clock(at)}.123456789Z stdout F ${line}`),
  lineByLine("a log of Java", (line, at) => `${clock(at)} [main] INFO  c.e.Capture:${at} - ${line}`),
  lineByLine("PowerShell's verbose stream", (line) => `VERBOSE: ${line}`),
  lineByLine("echo", (line) => `echo ${line}`),
  lineByLine("seconds since the start", (line, at) => `[ 17096.${100 + at} ] ${line}`),
  lineByLine("numbers of lines", (line, at) => `${String(at + 1).padStart(4)}  ${line}`),
  lineByLine("numbers of lines and a bar", (line, at) => `${at + 1} | ${line}`),
  lineByLine("numbers of lines and a colon", (line, at) => `${at + 1}:${line}`),
  lineByLine("the new side of a diff", (line) => `+${line}`, ["--- a/caps.txt", "+++ b/caps.txt", "@@ -0,0 +1,9 @@"]),
  lineByLine("cat -A", (line) => `${line.replaceAll("\t", "^I")}^M$`),
  lineByLine("the returns that vi shows", (line) => `${line}^M`),
  lineByLine("messages of Ansible", (line) => `msg: ${JSON.stringify(line)}`),
  lineByLine("arrows", (line) => `→ ${line}`),
];
