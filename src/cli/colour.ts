import { type Paint, plain } from "../reporters/index.ts";
import type { Output, Terminal } from "./terminal.ts";

/** When to colour: `auto` lets the environment and the terminal decide. */
export const colourModes = ["auto", "always", "never"] as const;

export type ColourMode = (typeof colourModes)[number];

/**
 * The paint for an output: a flag decides before NO_COLOR, NO_COLOR before FORCE_COLOR, and those before the terminal.
 */
export async function paintFor(output: Output, mode: ColourMode, env: Terminal["env"]): Promise<Paint> {
  if (!isColoured(output, mode, env)) return plain;
  const { default: picocolors } = await import("picocolors");
  const { bold, dim, red, yellow } = picocolors.createColors(true);
  return { strong: bold, faint: dim, error: red, warning: yellow };
}

function isColoured(output: Output, mode: ColourMode, env: Terminal["env"]): boolean {
  if (mode !== "auto") return mode === "always";
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return output.isTerminal && env["TERM"] !== "dumb";
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== "";
}
