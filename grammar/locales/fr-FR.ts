import type { Locale } from "./locale.ts";

/** French, from tables of netstat without the offload column: its title and the words of netsh were never captured. */
export const frFR: Locale = {
  tag: "fr-FR",
  language: "French",
  shortDate: "dd/MM/yyyy",
  netstatTitle: ["Connexions actives"],
  netstatHeading: {
    protocol: ["Proto"],
    localAddress: ["Adresse locale"],
    foreignAddress: ["Adresse distante"],
    state: ["État"],
  },
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: [],
  settings: {},
  heuristicsTitle: [],
  heuristics: {},
  systemInfo: {
    hostName: ["Nom de l'hôte"],
    osName: ["Nom du système d'exploitation"],
    version: ["Version du système"],
  },
  heuristicsFootnote: [],
  // The captures end in mid-word here; the typographic apostrophe was mended to a plain one before this is compared.
  messages: {
    requiresElevation: ["L'opération demandée nécessite une élévation"],
    noOwnership: ["Impossible d'obtenir les informations de propri"],
  },
};
