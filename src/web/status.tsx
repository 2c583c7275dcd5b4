import type { ComponentChild } from "preact";
import type { Report } from "../report/index.ts";
import { counted } from "../reporters/figures.ts";
import type { Work } from "./page-state.ts";

interface StatusProps {
  readonly work: Work;
  readonly report: Report | null;
}

/** One line on how far it is and what was recognised, read out when it changes. */
export function Status({ work, report }: StatusProps): ComponentChild {
  return (
    <p class={`status ${work.is}`} role="status">
      {textOf(work, report)}
    </p>
  );
}

function textOf(work: Work, report: Report | null): string {
  if (work.is === "nothing") return "Nothing to read yet.";
  if (work.is === "failed") return `It could not be read: ${work.reason}. What was pasted and dropped is still here.`;
  if (work.is === "reading") {
    return work.of < A_WHILE ? "Reading…" : `Reading… ${megabytes(work.bytes)} of ${megabytes(work.of)} MB`;
  }
  const captures = report?.hosts.reduce((sum, host) => sum + host.captures.length, 0) ?? 0;
  if (report === null || captures === 0) return "Nothing was recognised.";
  return `${counted(captures, "capture")} recognised, of ${counted(report.hosts.length, "host")}.`;
}

/** Below so many bytes it is done before anybody can read a number. */
const A_WHILE = 2_000_000;

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
