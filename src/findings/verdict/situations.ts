import { osBands } from "../../facts/os-bands.ts";

/** What a verdict depends on, and the values that each of it can have. */
export const situations = {
  /** Chimney in Windows, by the settings; disagreeing: several at once, lineMissing: settings without the line, unknown: none, or an unreadable value. */
  chimney: ["enabled", "automatic", "disabled", "disagreeing", "lineMissing", "unknown"],
  windows: [...osBands, "unknown"],
  /** What show chimneystats answered. */
  statistics: ["disabledByAdministrator", "table", "list", "notAvailable", "unreadable", "missing"],
  /** Connection offload on the adapters: on if any has it, off if all that are known have it off. */
  adapter: ["on", "off", "unknown"],
  /** Features that, on this version of Windows, keep all connections in the host. */
  coexistence: ["blocked", "notBlocked", "unknown"],
  /** Lists of ports that exclude all eligible connections. */
  portPolicy: ["excluded", "none", "unknown"],
  /** rowsUnread: too few are left of the rows to say anything, and others, or their offload states, could not be read. */
  counts: [
    "noTable",
    "noColumn",
    "rowsUnread",
    "noneEligible",
    "tooFew",
    "noneOffloaded",
    "someOffloaded",
    "allOffloaded",
  ],
  /** The furthest that any row, eligible or not, shows: Offloaded or Offloading, Uploading (or more of it), neither. */
  rows: ["offloaded", "uploading", "none"],
} as const;

export type Dimension = keyof typeof situations;

/** What is known of a host, as far as the verdict depends on it. */
export type Situation = { readonly [D in Dimension]: (typeof situations)[D][number] };

/** Situations that a row of the table is for: a dimension that is not named may have any value. */
export type Condition = { readonly [D in Dimension]?: readonly Situation[D][] };

export const dimensions = Object.keys(situations) as readonly Dimension[]; // Object.keys forgets the names

/** True when a condition holds in a situation. */
export function holds(condition: Condition, situation: Situation): boolean {
  return dimensions.every((dimension) => {
    const allowed: readonly string[] | undefined = condition[dimension];
    return allowed === undefined || allowed.includes(situation[dimension]);
  });
}
