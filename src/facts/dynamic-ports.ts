import { registryCommand, registryDeleteCommand } from "./commands.ts";
import type { OsBand } from "./os-bands.ts";

/** Ports that Windows takes for the local end of outgoing connections. */
export interface PortRange {
  readonly first: number;
  readonly count: number;
}

/** From Vista and Server 2008 on: 49152 to 65535. */
const current: PortRange = { first: 49_152, count: 16_384 };

/** On Server 2003 from 1025 to MaxUserPort, which is 5000 unless the registry says otherwise. */
const FIRST_OF_2003 = 1025;
const USUAL_MAX_USER_PORT = 5000;

/** The range of a version of Windows where no capture shows it. */
export function usualPortRange(band: OsBand, maxUserPort: number | undefined): PortRange {
  if (band !== "2003") return current;
  return { first: FIRST_OF_2003, count: (maxUserPort ?? USUAL_MAX_USER_PORT) - FIRST_OF_2003 + 1 };
}

/** The commands that widen the range, and restore what was captured of it. */
export function dynamicPortCommands(band: OsBand | undefined) {
  if (band === "2003") {
    return {
      widen: registryCommand("MaxUserPort", 65_534),
      restore: (_first: number, _count: number, maxUserPort: number | null) =>
        `\`${maxUserPort === null ? registryDeleteCommand("MaxUserPort") : registryCommand("MaxUserPort", maxUserPort)}\`, then restart.`,
    };
  }
  const command = (start: number, count: number) => `netsh int ipv4 set dynamicport tcp start=${start} num=${count}`;
  return { widen: command(10_000, 55_536), restore: command };
}
