/** A command of a remedy: what it sets, and to what; null where it takes the value away. */
export interface Step {
  readonly key: string;
  readonly value: string | null;
}

const NETSH = /netsh int tcp set global (\w+)=(\w+)/g;
const REG_ADD = /reg add \S+ \/v (\w+) \/t REG_DWORD \/d (\d+)/g;
const REG_DELETE = /reg delete \S+ \/v (\w+)/g;

/** The labels that `show global` prints for the parameters of netsh. */
const labels: { readonly [parameter: string]: string } = {
  chimney: "Chimney Offload State",
  rss: "Receive-Side Scaling State",
  autotuninglevel: "Receive Window Auto-Tuning Level",
  ecncapability: "ECN Capability",
  timestamps: "RFC 1323 Timestamps",
  initialrto: "Initial RTO",
  rsc: "Receive Segment Coalescing State",
  nonsackrttresiliency: "Non Sack Rtt Resiliency",
  maxsynretransmissions: "Max SYN Retransmissions",
};

/** A step that is for whoever did not mean it, or for a symptom that no capture shows: it is not asked of everybody. */
const CONDITIONAL = /^(?:Unless |If there are )/;

/** The steps that a remedy asks for: of alternatives the first. */
export function stepsOf(remedy: string): readonly Step[] {
  if (CONDITIONAL.test(remedy)) return [];
  const [first = ""] = remedy.split(/`,? or /);
  const sets = [...first.matchAll(NETSH)].map(([, key = "", value = ""]) => ({ key: key.toLowerCase(), value }));
  const adds = [...first.matchAll(REG_ADD)].map(([, key = "", value = ""]) => ({ key: key.toLowerCase(), value }));
  const deletes = [...first.matchAll(REG_DELETE)].map(([, key = ""]) => ({ key: key.toLowerCase(), value: null }));
  return [...sets, ...adds, ...deletes];
}

/** The captures as they would be after a step, as far as they show what it sets. */
export function applied(text: string, { key, value }: Step): string {
  const label = labels[key];
  // Switched off first, heuristics leave no note below the level that is set.
  const noted =
    key === "autotuninglevel"
      ? text.replace(/^\*\* The above autotuninglevel.*\n.*\n/gm, "")
      : // Said explicitly, it is no longer the administrator who disabled it.
        key === "chimney" && value !== "disabled"
        ? text.replace(/^Your System Administrator has disabled TCP Chimney\.\n/gm, "")
        : text;
  if (label !== undefined)
    return noted.replace(new RegExp(`^(${label} *: ).*$`, "gm"), (_, before: string) => `${before}${value ?? ""}`);
  const line = new RegExp(`^ *${key} +REG_DWORD +\\S+\\n`, "gim");
  return value === null
    ? text.replace(line, "")
    : text.replace(line, (old) => old.replace(/\S+\n$/, `0x${Number(value).toString(16)}\n`));
}
