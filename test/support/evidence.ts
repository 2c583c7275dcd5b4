import { quotableTable } from "../../src/captures/captured-rows.ts";
import { readSource } from "../../src/captures/read-source.ts";
import { collect, emptyEvidence } from "../../src/hosts/collect.ts";
import type { Evidence } from "../../src/hosts/evidence/evidence.ts";
import { evidenceOf, type RuleEvidence, type UserContext } from "../../src/hosts/evidence/index.ts";
import { readSnapshot, summarize } from "../../src/summary/index.ts";

/** What rules see of a text, read as one host whatever it says. */
export async function evidenceIn(text: string, declared: UserContext = {}): Promise<Partial<Evidence>> {
  const { evidence, connections } = await collectedFrom(text);
  return evidenceOf(evidence, summarize(connections, {}), declared);
}

/** What is kept of a text for the rules, and of its tables. */
export async function collectedFrom(text: string, name = "a.txt") {
  const host = emptyEvidence(null);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  await readSource(
    { name, bytes: bytes() },
    {},
    {
      capture: (capture, segment) =>
        collect(
          host,
          capture,
          segment,
          capture.kind === "netstat" ? readSnapshot(quotableTable(capture, segment), {}) : undefined,
        ),
      diagnostic: () => undefined,
      isOwnOutput: () => false,
      named: () => undefined,
    },
  );
  const evidence: RuleEvidence = host.forRules;
  return { evidence, connections: host.connections };
}
