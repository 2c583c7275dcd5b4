import fc from "fast-check";
import { fragments, row } from "../../support/mangled.ts";
import { texts } from "../corpus.ts";

/** What an input of any length is made of; the bytes of an input are this as JSON. */
export interface Recipe {
  readonly before: string;
  /** Repeated up to the length that is wanted; each `{n}` in it is the number of the repetition. */
  readonly unit: string;
  readonly after: string;
}

const lines = texts.flatMap(({ bytes }) => Buffer.from(bytes).toString("utf8").split(/\r?\n/).slice(0, 60));
const words = lines.flatMap((line) => line.split(/\s+/).slice(0, 3));
const repeats = fc
  .tuple(fc.constantFrom(...fragments), fc.integer({ min: 2, max: 40 }))
  .map(([part, n]) => part.repeat(n));

/** Lines of which no two are the same: hosts, connections, settings, services, times. */
const numbered = [
  "[WEB{n}]: PS C:\\> netstat -nt\n",
  "C:\\>hostname\nWEB{n}\n",
  "Host Name:                 WEB{n}\n",
  "  TCP    192.0.2.1:{n}    198.51.100.7:{n}    ESTABLISHED    InHost\n",
  "  TCP    [2001:db8::{n}]:445    [2001:db8::1]:{n}    ESTABLISHED    {n}    Offloaded\n",
  "  TCP    192.0.2.1:445    client{n}:443    STATE{n}    Word{n}\n",
  " [owner{n}.exe]\n",
  "Active Connections\n\n",
  "TCP Global Parameters\n-----\nReceive-Side Scaling State : enabled{n}\n",
  "Setting {n} State : value{n}\n",
  "SERVICE_NAME: service{n}\nDISPLAY_NAME: Service {n}\n        STATE : 4 RUNNING\n",
  "    EnableTCPChimney    REG_DWORD    0x{n}\n",
  "Name : Ethernet {n}\nDisplayName : Offload {n}\nDisplayValue : {n}\n\n",
  "Ethernet adapter Local Area Connection {n}:\n   Physical Address: 00-00-00-00-{n}\n",
  "KB{n}\n",
  "2024-01-15 10:22:{n}\n",
  "{n} ",
];

const part = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...fragments) },
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...numbered) },
  { weight: 1, arbitrary: repeats },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\n", " ", "\t", "\r", ":", "|", "(", "[", "<", "&", "\u001b[", ">", "*", ".", "-", "="),
  },
  { weight: 1, arbitrary: fc.constantFrom(row, `${row}\n`, `> ${row}\n`, `<td>${row}</td>`) },
);
const some = (maxLength: number) => fc.array(part, { maxLength }).map((parts) => parts.join(""));

/** Adversarial texts: anything that captures and their manglings are made of, over and over. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  before: some(2),
  unit: fc.tuple(part, some(3), fc.constantFrom("", "", "\n", "\n", " ", "\n\n")).map((parts) => parts.join("")),
  after: some(2),
});

/** A text of a length; with another first number no line in it is the same, where there are numbers. */
export function textOf({ before, unit, after }: Recipe, length: number, first = 0): string {
  const pieces: string[] = [before];
  for (let made = 0, n = first; made < length; n += 1) {
    const piece = unit.replaceAll("{n}", String(n));
    pieces.push(piece);
    made += piece.length;
  }
  return pieces.join("") + after;
}

/** Undefined for what is no recipe: kept inputs of other targets are tried too. */
export function recipeOf(bytes: Uint8Array): Recipe | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    const { before, unit, after }: Partial<Record<keyof Recipe, unknown>> = Object(value);
    const isWhole = typeof before === "string" && typeof unit === "string" && typeof after === "string";
    return isWhole ? { before, unit, after } : undefined;
  } catch {
    return undefined;
  }
}
