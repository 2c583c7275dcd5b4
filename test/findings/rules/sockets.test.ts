import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../../src/index.ts";

const HEADING =
  "\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           PID      Offload State\n\n";
const row = (local: string, foreign: string, state: string, pid: number) =>
  `  TCP    ${local.padEnd(22)} ${foreign.padEnd(22)} ${state.padEnd(15)} ${String(pid).padEnd(8)} InHost\n`;
const rows = (count: number, made: (at: number) => string) =>
  `C:\\>netstat -nato\n${HEADING}${Array.from({ length: count }, (_, at) => made(at)).join("")}`;

async function found(rule: string, text: string, options: AnalyzeOptions = {}): Promise<Finding | undefined> {
  const { hosts } = await analyze(text, options);
  return hosts.flatMap(({ findings }) => findings).find((finding) => finding.rule === rule);
}

const waiting = (first: number) => (at: number) => row(`192.0.2.10:${first + at}`, "198.51.100.9:1433", "TIME_WAIT", 0);

describe("dynamic ports", () => {
  it.each([
    ["of 2008 R2, nearly all", "2008R2", 49_152, 13_200, "fail"],
    ["of 2008 R2, many", "2008R2", 49_152, 9000, "notEvaluated"],
    ["of 2003, nearly all", "2003", 1025, 3300, "fail"],
    ["of 2003, a few", "2003", 1025, 40, "pass"],
  ] as const)("%s", async (_, os, first, count, kind) => {
    const finding = await found("dynamic-ports-used-up", rows(count, waiting(first)), { os });
    expect(finding?.kind).toBe(kind);
    if (kind === "fail") expect(finding?.message).toContain(`Most go to 198.51.100.9:1433 (${count} connections)`);
  });

  it("go by MaxUserPort where the registry has it", async () => {
    const registry =
      "C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    MaxUserPort    REG_DWORD    0xfffe\n\n";
    const finding = await found("dynamic-ports-used-up", registry + rows(3300, waiting(1025)), { os: "2003" });
    expect(finding?.kind).toBe("pass");
  });
});

describe("states that pile up", () => {
  it.each([
    [
      "CLOSE_WAIT of one process",
      "close-wait-leak",
      60,
      "CLOSE_WAIT",
      () => 4120,
      "fail",
      "60 of them belong to process 4120",
    ],
    [
      "CLOSE_WAIT of many",
      "close-wait-leak",
      60,
      "CLOSE_WAIT",
      (at: number) => 1000 + at,
      "review",
      "No single process",
    ],
    ["a few CLOSE_WAIT", "close-wait-leak", 20, "CLOSE_WAIT", () => 4120, "pass", ""],
    [
      "SYN_SENT to many hosts",
      "syn-sent-unanswered",
      12,
      "SYN_SENT",
      () => 2888,
      "fail",
      "to 12 hosts that do not answer",
    ],
    ["SYN_RECEIVED", "syn-received-backlog", 24, "SYN_RECEIVED", () => 4, "fail", "on port 8080, from 24 addresses"],
  ] as const)("%s", async (_, rule, count, state, pidOf, kind, words) => {
    const text = rows(count, (at) => {
      const local = state === "SYN_SENT" ? `192.0.2.10:${50_000 + at}` : "192.0.2.10:8080";
      return row(local, `198.51.100.${at + 1}:445`, state, pidOf(at));
    });
    const finding = await found(rule, text);
    expect(finding?.kind).toBe(kind);
    expect(finding?.message).toContain(words);
  });
});
