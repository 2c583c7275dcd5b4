import { bundleEntry, rollupOf } from "../../src/fleet/index.ts";
import { analyze } from "../../src/index.ts";

const rows = (state: string) =>
  [1, 2, 3, 4, 5].map((at) => `  TCP    192.0.2.1:445    198.51.100.7:5001${at}    ESTABLISHED    ${state}\n`).join("");

const captured = (host: string, chimney: string) =>
  `[${host}]: PS C:\\> netstat -nt\n${rows("InHost")}[${host}]: PS C:\\> netstat -nt\n${rows("Offloaded")}` +
  `[${host}]: PS C:\\> netsh int tcp show global\nTCP Global Parameters\n-----\nChimney Offload State : ${chimney}\n` +
  "Receive-Side Scaling State : disabled\n";

async function bundle(name: string, chimney: string) {
  const report = await analyze(["FILES01", "SQL02", "WEB03"].map((host) => captured(host, chimney)).join(""));
  const [first, second] = report.hosts[0]?.summary.snapshots ?? [];
  const digests = new Map([first, second].map((table) => [`${table?.source}:${table?.line}`, "ab".repeat(32)]));
  const entry = bundleEntry(report, { name, fingerprint: name, bytes: 1000 }, digests);
  const hosts = entry.hosts.map((host) => {
    return { ...host, tables: host.tables.map((table, at) => ({ ...table, phase: at === 0 ? "start" : "stop" })) };
  });
  return { ...entry, hosts };
}

/** A roll-up in which something stands in every list: hosts that differ, tables that occur twice, phases. */
export const rollup = rollupOf([await bundle("a.zip", "automatic"), await bundle("b.zip", "disabled")]);
