import type { Locale } from "./locale.ts";

/** Spanish, from systeminfo. */
export const esES: Locale = {
  tag: "es-ES",
  language: "Spanish",
  netstatTitle: [],
  netstatHeading: {},
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: [],
  settings: {},
  heuristicsTitle: [],
  heuristics: {},
  systemInfo: {
    hostName: ["Nombre de host"],
    osName: ["Nombre del sistema operativo"],
    version: ["Versión del sistema operativo"],
  },
  heuristicsFootnote: [],
  messages: {},
};
