/** What a person would write by hand to read such rows, and nothing else: the limit to compare with. */
export interface BareRow {
  readonly protocol: string | undefined;
  readonly localAddress: string | undefined;
  readonly localPort: number;
  readonly foreignAddress: string | undefined;
  readonly foreignPort: number;
  readonly state: string | undefined;
  readonly pid: number;
  readonly offloadState: string | undefined;
}

export function bareLoop(text: string): BareRow[] {
  const row =
    /[ \t]*(TCP|UDP)[ \t]+(\S+):(\S+)[ \t]+(\S+):(\S+)(?:[ \t]+([^\s\d]\S*))?(?:[ \t]+(\d+))?(?:[ \t]+(InHost|Offloaded|Offloading|Uploading))?[ \t]*\r?\n/y;
  const rows: BareRow[] = [];
  row.lastIndex = text.indexOf("  TCP");
  for (let match = row.exec(text); match !== null; match = row.exec(text)) {
    const [, protocol, localAddress, localPort, foreignAddress, foreignPort, state, pid, offloadState] = match;
    rows.push({
      protocol,
      localAddress,
      localPort: Number(localPort),
      foreignAddress,
      foreignPort: Number(foreignPort),
      state,
      pid: Number(pid),
      offloadState,
    });
  }
  return rows;
}
