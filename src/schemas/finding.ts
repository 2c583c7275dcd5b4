import { type EvidencePlace, type Finding, type FleetFinding, findingKinds, severities } from "../report/index.ts";
import { place } from "./connections.ts";
import { listOf, objectOf, oneOf, orNull, type Schema, text } from "./schema.ts";

export const severity = oneOf(severities);

export const evidencePlace = objectOf<EvidencePlace>({ ...place, text });

const said: { readonly [K in keyof Finding]-?: Schema } = {
  rule: text,
  kind: oneOf(findingKinds),
  severity,
  message: text,
  evidence: listOf(evidencePlace),
  missing: listOf(text),
  supply: listOf(text),
  remedy: orNull(text),
  rollback: orNull(text),
  explainedBy: orNull(text),
  fingerprint: text,
};

/** Keys that findings of earlier versions lack. */
const ADDED = ["explainedBy", "fingerprint"] as const;

export const finding = objectOf<Finding>(said, ADDED);

export const fleetFinding = objectOf<FleetFinding>(
  {
    ...said,
    hosts: listOf(objectOf<FleetFinding["hosts"][number]>({ host: orNull(text), bundle: orNull(text) })),
  },
  ADDED,
);
