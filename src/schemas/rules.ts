import { osBands } from "../facts/os-bands.ts";
import type { Example, Reference, RuleDescription } from "../findings/index.ts";
import type { Report } from "../report/index.ts";
import { severity } from "./finding.ts";
import { schemaVersion, tool } from "./report.ts";
import { listOf, objectOf, oneOf, orNull, type Schema, text } from "./schema.ts";

const windows = listOf(oneOf(osBands));

const example = objectOf<Example>({ text, os: oneOf(osBands), context: listOf(text), computerName: text }, [
  "os",
  "context",
  "computerName",
]);

const reference = objectOf<Reference>(
  {
    grounding: oneOf(["seed", "documented", "observed", "inferred"]),
    title: text,
    section: text,
    says: text,
    url: text,
  },
  ["url"],
);

const rule = objectOf<RuleDescription>({
  id: { type: "string", pattern: "^[a-z0-9-]+$" },
  severity,
  scope: oneOf(["host", "fleet"]),
  title: text,
  rationale: text,
  falseAlarms: text,
  appliesTo: { anyOf: [oneOf(["any"]), windows] },
  needs: listOf(objectOf<RuleDescription["needs"][number]>({ name: text, title: text, commands: listOf(text) })),
  remedies: listOf(objectOf<RuleDescription["remedies"][number]>({ windows, text })),
  rollback: orNull(text),
  references: listOf(reference),
  examples: objectOf<RuleDescription["examples"]>({ fails: example, passes: example }),
});

/** What `chimneysweep rules --format json` prints. */
export const rules: Schema = objectOf<Pick<Report, "schemaVersion" | "tool"> & { readonly rules: unknown }>({
  schemaVersion,
  tool,
  rules: listOf(rule),
});
