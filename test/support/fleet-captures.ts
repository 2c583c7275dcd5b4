import { netstatTable, seeded } from "../bench/captures.ts";

/** The captures of so many servers, one after the other as somebody collects them: names, settings, and a table each. */
export function fleetCaptures(hosts: number): string {
  const random = seeded(hosts);
  return Array.from({ length: hosts }, (_, at) => captureOf(at, random)).join("\r\n");
}

function captureOf(at: number, random: (below: number) => number): string {
  return `C:\\>hostname\r
SRV-${String(at + 1).padStart(4, "0")}\r
\r
C:\\>netsh int tcp show global\r
Querying active state...\r
\r
TCP Global Parameters\r
----------------------------------------------\r
Receive-Side Scaling State          : ${at % 8 === 0 ? "disabled" : "enabled"}\r
Chimney Offload State               : ${["automatic", "enabled", "disabled"][at % 3]}\r
NetDMA State                        : enabled\r
Direct Cache Acess (DCA)            : disabled\r
Receive Window Auto-Tuning Level    : ${at % 12 === 0 ? "disabled" : "normal"}\r
Add-On Congestion Control Provider  : ctcp\r
ECN Capability                      : disabled\r
RFC 1323 Timestamps                 : disabled\r
\r
C:\\>netstat -nto\r
${netstatTable(30, random)}`;
}
