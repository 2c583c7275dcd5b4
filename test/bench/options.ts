import { parseArgs } from "node:util";
import type { Setting } from "./comparison.ts";

/** What the command line asks for. */
export interface Wanted extends Omit<Setting, "place"> {
  readonly only: readonly string[];
  readonly isQuick: boolean;
}

export const usage = `npm run bench -- [options]
  --only NAME[,NAME]    only these: NAMES
  --runs N              rounds that count (7; 3 at most of what takes long)
  --bundles N           bundles to work through (1000)
  --hosts N             hosts whose roll-ups are merged (50000)
  --log-megabytes N     length of the interval log (1000)
  --quick               small inputs, to see that everything works; no target is judged
`;

const full = { runs: 7, rows: 200_000, bundles: 1000, hosts: 50_000, logMegabytes: 1000 };
const quick = { runs: 2, rows: 2000, bundles: 10, hosts: 100, logMegabytes: 2 };

/** Reads the command line; throws an Error with a message for whoever typed it. */
export function wantedFrom(args: readonly string[], names: readonly string[]): Wanted | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true },
      runs: { type: "string" },
      bundles: { type: "string" },
      hosts: { type: "string" },
      "log-megabytes": { type: "string" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const only = values.only?.flatMap((list) => list.split(",")) ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`there is no ${unknown}; there are ${names.join(", ")}`);
  const sizes = values.quick ? quick : full;
  return {
    only,
    isQuick: values.quick,
    rows: sizes.rows,
    runs: numberFrom("runs", values.runs, sizes.runs),
    bundles: numberFrom("bundles", values.bundles, sizes.bundles),
    hosts: numberFrom("hosts", values.hosts, sizes.hosts),
    logMegabytes: numberFrom("log-megabytes", values["log-megabytes"], sizes.logMegabytes),
  };
}

function numberFrom(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} takes a number from 1 on, not ${text}`);
  return Number(text);
}
