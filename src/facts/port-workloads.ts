/** bulk: long connections with much data · short: short-lived · mixed · thin: long-lived with little data. */
export type WorkloadClass = "bulk" | "short" | "mixed" | "thin";

export interface PortWorkload {
  readonly ports: readonly number[];
  readonly workload: string;
  readonly class: WorkloadClass;
}

/** What a service port hints at. Our inference throughout: any service may listen on any port. */
export const portWorkloads: readonly PortWorkload[] = [
  { ports: [445, 139], workload: "SMB file service", class: "bulk" },
  { ports: [2049], workload: "NFS", class: "bulk" },
  { ports: [3260], workload: "iSCSI", class: "bulk" },
  { ports: [5022], workload: "SQL Server mirroring or availability group (usual port)", class: "bulk" },
  { ports: [1433, 1434], workload: "SQL Server", class: "mixed" },
  { ports: [10000], workload: "NDMP backup", class: "bulk" },
  { ports: [1556, 13724, 13782], workload: "NetBackup", class: "bulk" },
  { ports: [873], workload: "rsync", class: "bulk" },
  { ports: [20, 21], workload: "FTP", class: "bulk" },
  { ports: [554, 1755], workload: "media streaming", class: "bulk" },
  { ports: [80, 443, 8080, 8443], workload: "web", class: "short" },
  { ports: [25, 587, 465, 110, 995, 143, 993], workload: "mail", class: "short" },
  { ports: [53], workload: "DNS over TCP", class: "short" },
  { ports: [88, 389, 636, 3268, 3269], workload: "directory", class: "short" },
  { ports: [135], workload: "RPC endpoint mapper", class: "short" },
  { ports: [3389], workload: "remote desktop", class: "thin" },
  { ports: [5985, 5986], workload: "WS-Management", class: "short" },
];

const byPort: ReadonlyMap<number, PortWorkload> = new Map(
  portWorkloads.flatMap((one) => one.ports.map((port) => [port, one] as const)),
);

/** The workload that a service port hints at; undefined for a port that hints at none. */
export function workloadOf(port: number): PortWorkload | undefined {
  return byPort.get(port);
}
