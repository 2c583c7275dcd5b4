import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { analyze, type Redaction, type Report, redact } from "../../src/index.ts";
import { openSources } from "../../src/sources/index.ts";
import { listSamples, root } from "../support/samples.ts";

const key = new TextEncoder().encode("a key of the customer's own");
const { captures } = await listSamples();

const ADDRESS =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\da-f:.])(?:[\da-f]{1,4}:|:){2,7}[\da-f]{0,4}(?![\da-f:])/gi;
const MAC = /(?<![\da-f-])[\da-f]{2}(?:-[\da-f]{2}){5}(?![\da-f-])/gi;
const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const MAIL = /[\w.-]+@[\w-]+(?:\.[\w-]+)+/g;
const USER = /(?<=[\\/]users[\\/])[\w.-]+/gi;
/** What everybody has. */
const everybodys = /^(?:administrator|admin|public|default)$|4d36e972|^(?:00-){5}(?:00|e0)$/i;

interface Redacted {
  readonly redaction: Redaction;
  readonly original: Report;
  /** The originals as they were decoded, and their names. */
  readonly text: string;
}

async function redacted(sample: string): Promise<Redacted> {
  const open = () => openSources([sample], { cwd: root, stdin: nothing() });
  let text = "";
  const original = await analyze(open(), { onText: (name, block) => (text += `${name}\n${block}`) });
  return { redaction: await redact(open, { key }), original, text };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What must not be seen any more of a text. */
function secretsIn(text: string): readonly string[] {
  const addresses = [...text.matchAll(ADDRESS)].map(([found]) => found).filter(isSomebodys);
  const others = [MAC, GUID, MAIL, USER].flatMap((form) => [...text.matchAll(form)].map(([found]) => found));
  return [...new Set([...addresses, ...others.filter((found) => !everybodys.test(found))])];
}

function isSomebodys(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return (
    !["loopback", "unspecified", "broadcast", "reserved", "multicast"].includes(range) || address.startsWith("192.0.")
  );
}

describe("what is redacted says the same", () => {
  it.each(captures)("%s", async (sample) => {
    const { redaction, original, text } = await redacted(sample);
    if (original.hosts.length > 0) expect(redaction.differences).toEqual([]);
    expect(redaction.sources.length > 0).toBe(original.hosts.length > 0);
    const handedOn = redaction.sources
      .map((source) => `${source.name}\n${source.text}`)
      .join("\n")
      .toLowerCase();
    const names = original.hosts.flatMap(({ identity }) => identity?.names ?? []);
    const secrets = [...secretsIn(text), ...names];
    expect(secrets.filter((secret) => holds(handedOn, secret.toLowerCase()))).toEqual([]);
  });
});

/** True where the secret stands by itself, and not within something longer. */
function holds(text: string, secret: string): boolean {
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + secret.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
