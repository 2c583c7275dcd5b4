import type { HostEntry } from "../../findings/index.ts";
import type { BundleEntry } from "../bundle.ts";
import type { Column } from "./table.ts";

/** One row a bundle: what became of it, and what its hosts come to together. */
export const bundleColumns: readonly Column<BundleEntry>[] = [
  { name: "name", type: "text", cell: (row) => row.name },
  { name: "status", type: "text", cell: (row) => row.status },
  { name: "reason", type: "text", cell: (row) => row.reason },
  { name: "fingerprint", type: "text", cell: (row) => row.fingerprint },
  { name: "bytes", type: "integer", cell: (row) => row.bytes },
  { name: "sources_ok", type: "integer", cell: (row) => row.sources.ok },
  { name: "sources_partial", type: "integer", cell: (row) => row.sources.partial },
  { name: "sources_skipped", type: "integer", cell: (row) => row.sources.skipped },
  { name: "sources_failed", type: "integer", cell: (row) => row.sources.failed },
  { name: "hosts", type: "integer", cell: (row) => row.hosts.length },
  { name: "host_names", type: "text", cell: (row) => row.hosts.flatMap(({ host }) => host ?? []).join(" ") },
  { name: "captures", type: "integer", cell: (row) => sum(row, (host) => sumOf(Object.values(host.captures))) },
  { name: "connections", type: "integer", cell: (row) => sum(row, ({ connections }) => connections) },
  { name: "eligible_offloaded", type: "integer", cell: (row) => sum(row, (host) => eligible(host)?.offloaded ?? 0) },
  { name: "eligible_total", type: "integer", cell: (row) => sum(row, (host) => eligible(host)?.total ?? 0) },
  { name: "errors", type: "integer", cell: (row) => sum(row, ({ failing }) => failing.error.length) },
  { name: "warnings", type: "integer", cell: (row) => sum(row, ({ failing }) => failing.warning.length) },
  { name: "infos", type: "integer", cell: (row) => sum(row, ({ failing }) => failing.info.length) },
];

function eligible({ headline, tables }: HostEntry) {
  return headline === null ? undefined : tables[headline]?.eligible;
}

function sum({ hosts }: BundleEntry, count: (host: HostEntry) => number): number {
  return sumOf(hosts.map(count));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
