import type { Finding, FleetFindings, HostReport } from "../../src/report/report.ts";

const silent = { missing: [], supply: [], evidence: [], remedy: null, rollback: null, explainedBy: null } as const;

/** One finding of each kind, and two that fail, in the order in which reports have them. */
export const findings: readonly Finding[] = [
  {
    ...silent,
    rule: "chimneystats-disabled-message-vs-global",
    kind: "fail",
    severity: "error",
    message: "The answer of chimneystats is that Chimney is disabled, the settings have it automatic.",
    evidence: [
      { source: "captures/srv01.txt", line: 52, text: "Chimney Offload State               : automatic" },
      { source: "captures/stats.txt", line: 2, text: "Your System Administrator has disabled TCP Chimney." },
    ],
    remedy: "Capture both again, one right behind the other.",
  },
  {
    ...silent,
    rule: "rss-disabled",
    kind: "fail",
    severity: "warning",
    message: "Receive-Side Scaling is disabled.",
    evidence: Array.from({ length: 7 }, (_, index) => ({
      source: "captures/srv01.txt",
      line: 51 + index,
      text: `  line ${index}`,
    })),
    remedy: "netsh int tcp set global rss=enabled",
    rollback: "netsh int tcp set global rss=disabled",
  },
  {
    ...silent,
    rule: "coexist-teaming",
    kind: "review",
    severity: "info",
    message: "A team was declared; the documentation of the product says whether it goes with Chimney.",
    remedy: "Read the documentation of the teaming software.",
  },
  {
    ...silent,
    rule: "coexist-ipsec",
    kind: "notEvaluated",
    severity: "warning",
    message: "Not checked (needs whether ipsec is in use): IPsec keeps connections in the host",
    missing: ["ipsec"],
    supply: ["--context ipsec or --context no-ipsec"],
  },
  {
    ...silent,
    rule: "coexist-nlb",
    kind: "notEvaluated",
    severity: "warning",
    message: "Not checked (needs whether nlb is in use): NLB keeps connections in the host",
    missing: ["nlb"],
    supply: ["sc query type= all state= all", "--context nlb or --context no-nlb"],
  },
  {
    ...silent,
    rule: "task-offload-disabled-global",
    kind: "pass",
    severity: "warning",
    message: "OK, does not apply: task offload is disabled",
  },
  {
    ...silent,
    rule: "chimney-enabled-2003",
    kind: "notApplicable",
    severity: "warning",
    message: "Not applicable to this version of Windows: Chimney is enabled on Server 2003",
  },
];

export const verdict: NonNullable<HostReport["verdict"]> = {
  code: "contradiction",
  statement: "The captures contradict each other: the settings have Chimney automatic, chimneystats has it disabled.",
  because: [
    { source: "captures/srv01.txt", line: 52, text: "Chimney Offload State               : automatic" },
    { source: "captures/stats.txt", line: 2, text: "Your System Administrator has disabled TCP Chimney." },
  ],
  next: ["netsh int tcp show global", "netsh int tcp show chimneystats", "netstat -nato"],
};

/** What shows between the two hosts, and what could not be told. */
export const fleet: FleetFindings = {
  findings: [
    {
      ...silent,
      rule: "fleet-inconsistent-parameters",
      kind: "fail",
      severity: "info",
      message: 'ECN differs between hosts: "disabled" on 1 of 2 hosts (SRV01), "enabled" on 1 (the host of new.txt).',
      evidence: [
        { source: "captures/srv01.txt", line: 56, text: "ECN Capability : disabled" },
        { source: "new.txt", line: 7, text: "ECN Capability : enabled" },
      ],
      remedy: "Decide on one value for hosts that do the same work, and set it on all of them.",
      hosts: [
        { host: "SRV01", bundle: null },
        { host: null, bundle: null },
      ],
    },
    {
      ...silent,
      rule: "fleet-inconsistent-chimney",
      kind: "notEvaluated",
      severity: "warning",
      message: "Cannot tell: two hosts are too few.",
      supply: ["netsh int tcp show global", "ver"],
      hosts: [],
    },
  ],
};
