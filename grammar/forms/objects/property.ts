/** One property of one network adapter as a Get-NetAdapter… cmdlet prints it, in a list or a table. */
export interface AdapterProperty {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Name of the adapter, or of the team; empty where neither the output nor its command names one. */
  readonly adapter: string;
  /** Display name or property name as printed: "TCP Connection Offload (IPv4)", "Enabled". */
  readonly property: string;
  /** Standardised keyword such as *TCPConnectionOffloadIPv4; null where none is printed. */
  readonly keyword: string | null;
  /** As printed: "Enabled", "Rx & Tx Enabled", "3", "{1, 2}". */
  readonly value: string;
}
