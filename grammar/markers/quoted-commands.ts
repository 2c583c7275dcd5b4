import P from "parsimmon";
import { fits, readAny } from "../contract/lines.ts";
import { token } from "../lexicon/lexemes.ts";
import { quotedCommand } from "./commands.ts";
import type { Marker } from "./marker.ts";
import { stamps } from "./times/stamps.ts";

/** A command and when it was run. */
type Said = Pick<Marker, "command" | "time">;

const quotation = token(/[^\n]*?["'`][^\n]*/);

/** Everything in a line that has a clock and a command in quotation marks, whoever wrote it. */
const tokens: P.Parser<readonly Said[]> = P.alt<Said>(
  stamps.moment.or(stamps.clock).map((time) => ({ command: null, time })),
  quotedCommand.map((own) => ({ command: own })),
  token(/[^\s"'`]+|[\s"'`]/).result({ command: null }),
).many();

/** The command that a line has in quotation marks, where it has a clock as well. */
export function quotedIn(text: string): Said | undefined {
  if (!fits(quotation, text)) return undefined;
  const found = readAny(tokens, text);
  const quoted = found.find((token) => token.command !== null);
  const time = found.find((token) => token.time !== undefined)?.time;
  return quoted === undefined || time === undefined ? undefined : { command: quoted.command, time };
}
