import { diagnostic } from "../../grammar/contract/diagnostic.ts";
import type { HostReport, Ledger, Report, Snapshot, SourceReport } from "../../src/report/report.ts";
import type { ConnectionRow } from "../../src/summary/index.ts";
import { findings, fleet, verdict } from "./sample-findings.ts";

/** No line of any class; tests put in what they need. */
export const noLines: Ledger = {
  record: 0,
  heading: 0,
  blank: 0,
  banner: 0,
  prompt: 0,
  message: 0,
  unrelated: 0,
  truncated: 0,
  unknown: 0,
};

const snapshot: Snapshot = {
  source: "captures/srv01.txt",
  line: 5,
  endLine: 46,
  command: "netstat -nato",
  time: "2012-03-04T05:06:07",
  phase: null,
  hasOffloadState: true,
  connections: {
    total: 42,
    tcp: 40,
    udp: 2,
    byState: { LISTENING: 10, SYN_SENT: 1, ESTABLISHED: 21, CLOSE_WAIT: 2, TIME_WAIT: 6 },
    byOffloadState: { inHost: 29, offloading: 0, offloaded: 10, uploading: 1, absent: 2, unknown: 0 },
  },
  raw: { offloaded: 10, inHost: 29, transitional: 1, total: 40, ratio: 0.25 },
  eligible: {
    offloaded: 9,
    inHost: 3,
    transitional: 1,
    total: 12,
    ratio: 0.75,
    interval: [0.4677, 0.9111],
    envelope: [0.6923, 0.7692],
    statement: "9 of 12 eligible connections are offloaded (75 %, small sample, 47–91 %)",
  },
  excluded: {
    noConnection: 10,
    setup: 1,
    timeWait: 6,
    loopback: 8,
    sameHost: 0,
    halfClosed: 2,
    closing: 0,
    unknownState: 0,
  },
  notCounted: { notTcp: 2, unknownOffload: 0, duplicate: 0 },
};

const later: Snapshot = {
  ...snapshot,
  line: 60,
  endLine: 70,
  time: null,
  phase: "after",
  hasOffloadState: false,
  eligible: { ...snapshot.eligible, offloaded: 0, inHost: 0, transitional: 0, total: 0, ratio: null, interval: null },
};

const provenance = { locale: "en-US", time: null, phase: null, collector: null };

const srv01: HostReport = {
  host: "SRV01",
  os: {
    band: "2008R2",
    build: "6.1.7601",
    basis: "systemInfo",
    at: [{ source: "captures/srv01.txt", line: 2 }],
  },
  captures: [
    {
      ...provenance,
      kind: "netstat",
      command: "netstat -nato",
      source: "captures/srv01.txt",
      line: 5,
      endLine: 46,
      records: 42,
    },
    {
      ...provenance,
      kind: "tcpGlobal",
      command: null,
      source: "captures/srv01.txt",
      line: 48,
      endLine: 58,
      records: 8,
    },
    {
      ...provenance,
      kind: "chimneyStats",
      command: "netsh int tcp show chimneystats",
      source: "captures/stats.txt",
      line: 1,
      endLine: 4,
      records: 2,
      state: "table",
    },
  ],
  features: {},
  summary: {
    connections: snapshot.connections,
    raw: snapshot.raw,
    eligible: snapshot.eligible,
    excluded: snapshot.excluded,
    notCounted: snapshot.notCounted,
    settings: { receiveSideScaling: "enabled", chimneyOffload: "automatic", initialRto: 3000 },
    groups: {
      byServicePort: [
        { key: "445", offloaded: 9, inHost: 0, transitional: 1, total: 9, differs: true },
        { key: "1433", offloaded: 0, inHost: 3, transitional: 0, total: 3, differs: false },
      ],
      byForeignAddress: [{ key: "198.51.100.7", offloaded: 9, inHost: 3, transitional: 1, total: 12, differs: false }],
      byLocalAddress: [],
      byProcess: [],
    },
    groupsTested: { byServicePort: 14, byForeignAddress: 1, byLocalAddress: 0, byProcess: 0 },
    observations: [
      {
        kind: "ineligibleStateOffloaded",
        source: "captures/srv01.txt",
        line: 9,
        text: "  TCP    192.0.2.1:445    198.51.100.7:50012    CLOSE_WAIT    Offloaded",
      },
    ],
    headline: 0,
    snapshots: [snapshot, later],
    acrossSnapshots: {
      snapshots: 2,
      distinctConnections: 50,
      everOffloaded: 9,
      changedSide: 1,
      flapped: { count: 0, examples: [] },
      uploadedBack: { count: 0, examples: [] },
      incomplete: true,
    },
  },
  settings: [
    {
      kind: "tcpGlobal",
      source: "captures/srv01.txt",
      line: 51,
      setting: "receiveSideScaling",
      label: "Receive-Side Scaling State",
      value: "enabled",
    },
    {
      kind: "tcpGlobal",
      source: "captures/old.txt",
      line: 3,
      setting: "chimneyOffload",
      label: "Chimney Offload State",
      value: "disabled",
    },
    {
      kind: "tcpGlobal",
      source: "captures/srv01.txt",
      line: 52,
      setting: "chimneyOffload",
      label: "Chimney Offload State",
      value: "automatic",
    },
    {
      kind: "tcpGlobal",
      source: "captures/srv01.txt",
      line: 53,
      setting: "initialRto",
      label: "初期 RTO",
      value: 3000,
    },
    { kind: "tcpGlobal", source: "captures/srv01.txt", line: 54, setting: null, label: "Flux Level", value: "=1+1" },
  ],
  chimneyStats: [
    { source: "captures/stats.txt", line: 3, interface: "11", column: "Idx", value: "11" },
    { source: "captures/stats.txt", line: 3, interface: "11", column: "Cell B", value: "yes" },
  ],
  adapters: [
    {
      name: "LAN; =2",
      description: "Example Adapter #2",
      driver: "7.2.8.0",
      speedMbps: 10_000,
      speedOf: "link",
      connectionOffload: { ipv4: "disabled", ipv6: null },
      rss: "enabled",
      vmq: null,
      addresses: ["192.0.2.7", "2001:db8::7"],
      at: { source: "captures/srv01.txt", line: 60 },
    },
    {
      name: "tunnel",
      description: null,
      driver: null,
      speedMbps: null,
      speedOf: null,
      connectionOffload: { ipv4: null, ipv6: null },
      rss: null,
      vmq: null,
      addresses: [],
      at: null,
    },
  ],
  verdict,
  findings,
  excerpts: [
    {
      source: "captures/srv01.txt",
      lines: [
        { line: 50, text: "----------------------------------------------" },
        { line: 51, text: "Receive-Side Scaling State          : disabled" },
        { line: 52, text: "Chimney Offload State               : automatic" },
      ],
    },
  ],
};

const unnamed: HostReport = {
  host: null,
  os: null,
  captures: [
    {
      ...provenance,
      kind: "tcpGlobal",
      command: "netsh int tcp show global",
      source: "new.txt",
      line: 1,
      endLine: 17,
      records: 14,
    },
  ],
  features: {},
  summary: {
    connections: null,
    raw: null,
    eligible: null,
    excluded: null,
    notCounted: null,
    settings: { receiveSideScaling: "enabled" },
    groups: null,
    groupsTested: null,
    observations: [],
    headline: null,
    snapshots: [],
    acrossSnapshots: null,
  },
  settings: [
    {
      kind: "tcpGlobal",
      source: "new.txt",
      line: 4,
      setting: "receiveSideScaling",
      label: "Receive-Side Scaling State",
      value: "enabled",
    },
  ],
  chimneyStats: [],
  verdict: null,
  findings: [],
  excerpts: [],
};

const sources: readonly SourceReport[] = [
  {
    name: "captures/srv01.txt",
    status: "ok",
    reason: null,
    bytes: 4096,
    encodings: ["utf-16le", "cp850"],
    lines: 58,
    ledger: { ...noLines, record: 50, heading: 4, blank: 3, truncated: 1 },
  },
  {
    name: "locked.txt",
    status: "failed",
    reason: "permission denied",
    bytes: 0,
    encodings: [],
    lines: 0,
    ledger: noLines,
  },
];

/** A report with all that reporters have to show: two hosts, one of them without a name, and an unread source. */
export const sample: Report = {
  schemaVersion: 1,
  tool: { name: "chimneysweep", version: "0.0.0" },
  sources,
  hosts: [srv01, unnamed],
  fleet,
  diagnostics: [
    {
      source: "captures/srv01.txt",
      ...diagnostic(
        "truncated-row",
        "The row ends within its offload state.",
        { line: 46, column: 72 },
        "  TCP    192.0.2.1:445    198.51.100.7:50012    ESTABLISHED    InHos",
      ),
    },
    { source: "locked.txt", ...diagnostic("source-unreadable", "permission denied", { line: 1, column: 1 }) },
    {
      source: "captures/srv01.txt",
      ...diagnostic("encoding-changes", "From here on it is cp850.", { line: 48, column: 1 }),
    },
  ],
};

/** A report in which nothing was recognised. */
export const nothing: Report = {
  ...sample,
  hosts: [],
  fleet: null,
  diagnostics: [],
  sources: [
    {
      name: "notes.txt",
      status: "skipped",
      reason: "no capture recognised",
      bytes: 20,
      encodings: ["utf-8"],
      lines: 2,
      ledger: { ...noLines, unrelated: 2 },
    },
  ],
};

/** Rows as they are handed out while a table is read. */
export const rows: readonly ConnectionRow[] = [
  {
    host: "SRV01",
    source: "captures/srv01.txt",
    snapshot: 1,
    time: "2012-03-04T05:06:07",
    process: "System",
    class: "eligible",
    connection: {
      line: 7,
      protocol: "TCP",
      localAddress: "192.0.2.1",
      localPort: 445,
      foreignAddress: "2001:db8::7",
      foreignPort: 50012,
      state: "ESTABLISHED",
      offloadState: "offloaded",
      pid: 4,
      process: "System",
    },
  },
  {
    host: null,
    source: "a,b.txt",
    snapshot: 2,
    time: null,
    process: null,
    class: "notTcp",
    connection: {
      line: 8,
      protocol: "UDP",
      localAddress: "0.0.0.0",
      localPort: "ntp",
      foreignAddress: "*",
      foreignPort: "*",
    },
  },
  {
    host: "SRV01",
    source: "captures/srv01.txt",
    snapshot: 1,
    time: null,
    process: "-- unknown component(s) --",
    class: "unknownOffload",
    connection: {
      line: 9,
      protocol: "TCP",
      localAddress: "192.0.2.1",
      localPort: 445,
      foreignAddress: "198.51.100.7",
      foreignPort: 50013,
      state: "ESTABLISHED",
      unknownOffloadState: "Sideways",
      process: "-- unknown component(s) --",
    },
  },
];
