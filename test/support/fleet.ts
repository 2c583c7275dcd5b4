import type { FleetHost, HostEntry } from "../../src/findings/fleet-host.ts";
import type { OsBand } from "../../src/index.ts";

/** What a test says of a host; everything else is as of one of which nothing else is known. */
interface About extends Partial<Pick<FleetHost, "host" | "bundle" | "collectors" | "features">> {
  readonly band?: OsBand | null;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A host as a roll-up keeps it; each of its settings stands on a line of its own. */
export function fleetHost({ host = "SRV01", band = null, settings = {}, ...about }: About = {}): FleetHost {
  const source = `${host ?? "unnamed"}.txt`;
  const entries = Object.entries(settings).map(([setting, value], at) => {
    return [setting, { value, label: setting, source, line: at + 1 }] as const;
  });
  return {
    host,
    bundle: null,
    os: band === null ? null : { band, build: null, basis: "systemInfo" },
    collectors: [],
    captures: { tcpGlobal: 1 },
    connections: 0,
    settings: Object.fromEntries(entries) as HostEntry["settings"], // tests name settings that there are
    features: {},
    tables: [],
    headline: null,
    verdict: null,
    failing: { error: [], warning: [], info: [] },
    ...about,
  };
}
