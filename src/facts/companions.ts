import type { Feature } from "./features.ts";
import type { Citation } from "./sources.ts";

/** The programs and services that Microsoft's tables judge together with Chimney. */
export type Companion =
  | Extract<
      Feature,
      | "windows-firewall"
      | "third-party-firewall"
      | "ipsec"
      | "teaming"
      | "hyperv"
      | "packet-capture"
      | "nlb"
      | "cluster"
      | "nat"
      | "ics"
      | "ndis51"
    >
  /** Teaming that is part of Windows (LBFO from 2012, Switch Embedded Teaming from 2016), unlike a vendor's. */
  | "inbox-teaming";

/** blocks: no connection is offloaded · partly: some are not · works: no obstacle · product: that depends on the product. */
export type Coexistence = "blocks" | "partly" | "works" | "product";

export interface CoexistenceStatement {
  readonly verdict: Coexistence;
  /** The document's own word: "No", "Partial", "Implementation-specific". */
  readonly word: string;
  readonly effect: string;
  readonly sources: readonly [Citation, ...Citation[]];
}

/** What one document says of companions; it is silent about the others. */
export type CoexistenceTable = { readonly [C in Companion]?: CoexistenceStatement };
