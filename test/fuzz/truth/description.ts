import { createHash } from "node:crypto";
import fc from "fast-check";
import { netstatTable } from "../../support/netstat-generator.ts";
import { blankLine, type Printed, type PrintedLine } from "../../support/printed.ts";
import { settingsTable } from "../../support/settings-generator.ts";
import { type BreakName, breakNames, keepsRows } from "./breaks.ts";
import { type EncodingName, encodingNames } from "./encodings.ts";
import { canHold, hasOwnEncoding, hostNamedBy, needsWholeRows, wrappings } from "./wrappings.ts";

/** What was printed on one host, prompt and all. */
export interface Part {
  /** Null where no prompt names the host. */
  readonly host: string | null;
  readonly lines: readonly PrintedLine[];
}

/** A file of which all is known: what was printed, and what became of it on its way here. */
export interface Description {
  readonly parts: readonly Part[];
  readonly breaks: BreakName;
  /** Name of what is around the lines. */
  readonly wrapper: string;
  readonly encoding: EncodingName;
  readonly lineEnd: "\n" | "\r\n";
}

const hosts = ["WEB01", "sql-03", "FILES02"] as const;

const output: fc.Arbitrary<Printed> = fc.oneof(
  { weight: 3, arbitrary: netstatTable },
  { weight: 1, arbitrary: settingsTable },
);

const named = fc
  .array(fc.tuple(fc.constantFrom(...hosts), output), { minLength: 1, maxLength: 3 })
  .map((chosen) => chosen.map(([host, { command, lines }]) => partOf(`[${host}]: PS C:\\> ${command}`, host, lines)));

const nameless = fc
  .array(fc.tuple(fc.constantFrom("C:\\>", "PS C:\\Users\\admin> ", null), output), { minLength: 1, maxLength: 3 })
  .map((chosen) =>
    chosen.map(([prompt, { command, lines }]) => partOf(prompt === null ? null : prompt + command, null, lines)),
  );

/** Descriptions as fast-check draws them and makes them simpler. */
export const description: fc.Arbitrary<Description> = fc
  .record({
    parts: fc.oneof(named, nameless),
    breaks: fc.constantFrom(...breakNames),
    wrapper: fc.constantFrom(...wrappings.map(({ name }) => name)),
    encoding: fc.constantFrom(...encodingNames),
    lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  })
  .map((drawn) => (isFit(drawn) ? drawn : { ...drawn, wrapper: "none" }))
  .map((drawn) =>
    needsWholeRows(drawn.wrapper) && !keepsRows(drawn.breaks) ? { ...drawn, breaks: "trimmed" as const } : drawn,
  )
  .map((drawn) => (hasOwnEncoding(drawn.wrapper) ? { ...drawn, encoding: "UTF-8" as const } : drawn));

/**
 * A wrapping names the host of one table that no prompt names (of two whose addresses differ one may be kept apart), and
 * what can't hold a line is not put around it.
 */
function isFit({ parts, wrapper }: Description): boolean {
  const isDisputed = hostNamedBy(wrapper) !== undefined && (parts.length > 1 || parts[0]?.host !== null);
  return !isDisputed && parts.every(({ lines }) => lines.every(({ text }) => canHold(wrapper, text)));
}

/** The description as a file of the fuzzer: behind its digest, so that one with a part taken out is none. */
export function bytesOf(described: Description): Uint8Array {
  const json = JSON.stringify(described);
  return Buffer.from(`${digest(json)}\n${json}`);
}

/** The description that such a file holds; undefined for any other file. */
export function descriptionIn(bytes: Uint8Array): Description | undefined {
  const text = Buffer.from(bytes).toString("utf8");
  const json = text.slice(text.indexOf("\n") + 1);
  return text === `${digest(json)}\n${json}` ? (JSON.parse(json) as Description) : undefined; // it was made by bytesOf
}

function digest(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 16);
}

function partOf(prompt: string | null, host: string | null, lines: readonly PrintedLine[]): Part {
  const echo: readonly PrintedLine[] = prompt === null ? [] : [{ text: prompt, is: "prompt" }];
  return { host, lines: [...echo, ...lines, blankLine] };
}
