import { type VirtualAdapter, virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { type EvidencePlace, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** How the driver of an adapter calls it, and the line that says so. */
export interface Description {
  /** Name of the connection. */
  readonly adapter: string;
  readonly text: string;
  readonly at: EvidencePlace;
}

/** Commands that print the description beside the properties of an adapter. */
const printers = [
  "netAdapter",
  "netAdapterVmq",
  "netAdapterRss",
  "netAdapterLso",
  "netAdapterRsc",
  "netAdapterChecksumOffload",
] as const;

/** The descriptions of a host's adapters in all captures, in the order in which those are believed, best last. */
export function descriptionsIn(kept: KeptCaptures): readonly Description[] {
  const printed = printers.flatMap((kind) =>
    capturesOf(kept, kind).flatMap((capture) =>
      capture.records
        .filter(({ property }) => property.toLowerCase() === "interfacedescription")
        .map((record) => ({ adapter: record.adapter, text: record.value, at: placeIn(capture, record) })),
    ),
  );
  const ofWmi = (["msinfoAdapters", "wmicNic", "wmicNicConfig"] as const).flatMap((kind) =>
    capturesOf(kept, kind).flatMap((capture) =>
      capture.records
        .filter((record, at) => capture.records[at - 1]?.adapter !== record.adapter)
        .map((record) => ({ adapter: record.adapter, text: record.adapter, at: placeIn(capture, record) })),
    ),
  );
  const configured = capturesOf(kept, "ipConfig").flatMap((capture) =>
    capture.records.flatMap((record) =>
      record.description === null
        ? []
        : [{ adapter: record.name, text: record.description, at: placeIn(capture, record) }],
    ),
  );
  return [...ofWmi, ...printed, ...configured];
}

/** The lines that show an adapter of the kind. */
export function virtualAdapters(kept: KeptCaptures, kind: VirtualAdapter): readonly EvidencePlace[] {
  return descriptionsIn(kept).flatMap(({ text, at }) => (virtualAdapter(text) === kind ? [at] : []));
}
