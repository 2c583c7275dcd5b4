import { type BundleEntry, hostEntry, type Report, type SourceReport, type SourceStatus } from "../report/index.ts";

/** What is known of a bundle before anything in it is read. */
export type AboutBundle = Pick<BundleEntry, "name" | "fingerprint" | "bytes">;

/** What is kept of a bundle in a roll-up. `digests` are those of its netstat tables, by `source:line`. */
export function bundleEntry(
  report: Report,
  { name, fingerprint, bytes }: AboutBundle,
  digests: ReadonlyMap<string, string>,
): BundleEntry {
  const sources = { ok: 0, partial: 0, skipped: 0, failed: 0 };
  for (const { status } of report.sources) sources[status] += 1;
  const diagnostics = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.diagnostics) diagnostics[severity] += 1;
  const hosts = report.hosts.map((host) => hostEntry(host, digests));
  return { name, fingerprint, ...statusOf(report, sources), bytes, sources, diagnostics, hosts };
}

/**
 * A bundle with captures is partial when something in it could not be read, because that may have been one too; one
 * without is failed then, and else not for us.
 */
function statusOf(
  { sources, hosts }: Report,
  counts: BundleEntry["sources"],
): { readonly status: SourceStatus; readonly reason: string | null } {
  const unread = counts.failed + counts.partial;
  if (unread > 0) {
    const status = hosts.length > 0 ? "partial" : "failed";
    return { status, reason: unreadReason(sources.filter(isUnread), sources.length) };
  }
  if (hosts.length > 0) return { status: "ok", reason: null };
  return { status: "skipped", reason: onlyReason(sources) ?? "no capture recognised" };
}

function unreadReason(unread: readonly SourceReport[], all: number): string {
  const [first] = unread;
  const reason = first?.reason ?? "could not be read";
  if (all === 1) return reason;
  const which = unread.length > 1 ? ", the first of them " : ": ";
  return `${unread.length} of ${all} files are incomplete${which}${lastName(first?.name ?? "")} (${reason})`;
}

/** The reason of a bundle that is one file, or of which nothing but itself is told. */
function onlyReason(sources: readonly SourceReport[]): string | null {
  return sources.length === 1 ? (sources[0]?.reason ?? null) : null;
}

function isUnread({ status }: SourceReport): boolean {
  return status === "failed" || status === "partial";
}

function lastName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("!")) + 1);
}
