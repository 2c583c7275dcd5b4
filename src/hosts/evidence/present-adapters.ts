import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import type { AdapterSighting } from "./adapter-sightings.ts";
import type { JoinedAdapter } from "./joined-adapters.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** Adapters that the host has, and cards of which only the registry still knows. */
export interface AdaptersByPresence {
  readonly present: readonly JoinedAdapter[];
  /** Missing where nothing tells: no list of all adapters was captured beside the registry. */
  readonly removed?: readonly JoinedAdapter[];
}

/** Lists of all adapters; those of addresses leave out what has none. */
type Lister = "wmicNic" | "wmicNicConfig" | "netAdapter" | "ipConfig";

/** What makes a command show only some of the adapters. */
const NARROWING = /\bwhere\b|\?|-(?:Filter|Name|Physical|Interface\w*)\b|Get-NetAdapter[ \t]+[^\s|-]/i;
/** NetConnectionStatus of WMI, and Status of the cmdlet. */
const NOT_PRESENT = /^(?:4|Not Present)$/i;

/**
 * The registry keeps the settings of cards that were taken out. A card of the registry has been, where a list of all
 * adapters leaves it out, or says so.
 */
export function byPresence(joined: readonly JoinedAdapter[], kept: KeptCaptures): AdaptersByPresence {
  const isListed = wholeLists(joined, kept).length > 0;
  const removed = joined.filter((adapter) => saysNotPresent(adapter) || (isListed && isOfRegistryOnly(adapter)));
  if (!isListed && removed.length === 0) return { present: joined };
  return { present: joined.filter((adapter) => !removed.includes(adapter)), removed };
}

function saysNotPresent({ sightings }: JoinedAdapter): boolean {
  const states = sightings.flatMap(({ properties }) =>
    properties.flatMap(({ property: { property, value } }) =>
      /^(?:NetConnectionStatus|Status)$/i.test(property) ? [value] : [],
    ),
  );
  return NOT_PRESENT.test(states.at(-1) ?? "");
}

function isOfRegistryOnly({ sightings }: JoinedAdapter): boolean {
  return sightings.some(isCard) && sightings.every((own) => isCard(own) || !own.isShown);
}

/** The lists that a card would stand in: those whose own adapters the registry has all, so that names do compare. */
function wholeLists(joined: readonly JoinedAdapter[], kept: KeptCaptures): readonly Lister[] {
  const isTeamed = joined.some(({ identity: { description = "" } }) => {
    const kind = virtualAdapter(description);
    return kind === "windowsTeam" || kind === "vendorTeam" || kind === "virtualSwitch";
  });
  return (["wmicNic", "wmicNicConfig", "netAdapter", "ipConfig"] as const).filter((kind) => {
    // The members of a team, and cards that only guests use, have no addresses.
    if (kind === "ipConfig" ? isTeamed : !isAskedForAll(kept, kind)) return false;
    const listed = joined.filter(({ sightings }) => sightings.some((own) => own.kind === kind && own.isShown));
    const cards = listed.filter(({ identity: { description } }) => virtualAdapter(description ?? "") === undefined);
    return cards.length > 0 && cards.every(({ sightings }) => sightings.some(isCard));
  });
}

/** Without its command a list may be of some adapters only. */
function isAskedForAll(kept: KeptCaptures, kind: "wmicNic" | "wmicNicConfig" | "netAdapter"): boolean {
  return capturesOf(kept, kind).some(
    ({ command }) => command !== null && !NARROWING.test(command) && !/MSNdis/i.test(command),
  );
}

/** The key of an adapter itself, unlike that of its connection. */
function isCard({ kind, isNumbered }: AdapterSighting): boolean {
  return kind === "adapterClass" && isNumbered;
}
