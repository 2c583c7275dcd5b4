import { coexistence2003 } from "./coexistence-2003.ts";
import { coexistence2008 } from "./coexistence-2008.ts";
import { coexistence2008R2 } from "./coexistence-2008-r2.ts";
import type { CoexistenceStatement, CoexistenceTable, Companion } from "./companions.ts";
import type { Feature } from "./features.ts";
import type { OsBand } from "./os-bands.ts";
import { type Citation, source } from "./sources.ts";

export type * from "./companions.ts";

const teaming2012 = inboxTeaming("not supported", source("teamingGuide2012", "Chimney"));

/** A table for each version: what one document says is not carried to another version. */
const tables: { readonly [B in OsBand]?: CoexistenceTable } = {
  "2003": coexistence2003,
  "2008": coexistence2008,
  "2008R2": coexistence2008R2,
  "2012": teaming2012,
  "2012R2": teaming2012,
  "2016": inboxTeaming("not compatible", source("setIssue181", "Chimney")),
};

/** What the document for a band says of a companion; undefined where it is silent: then nothing may be concluded. */
export function coexistence(companion: Companion, band: OsBand): CoexistenceStatement | undefined {
  return tables[band]?.[companion];
}

/** The features that, while they are on, keep every connection of a host of that band in the host. */
export function blockingFeatures(band: OsBand): readonly (Companion & Feature)[] {
  const companions = Object.keys(tables[band] ?? {}) as Companion[]; // Object.keys forgets the names
  return companions.filter((one): one is Companion & Feature => {
    return one !== "inbox-teaming" && coexistence(one, band)?.verdict === "blocks";
  });
}

function inboxTeaming(word: string, from: Citation): CoexistenceTable {
  return { "inbox-teaming": { verdict: "blocks", word, effect: from.says, sources: [from] } };
}
