import type { Locale } from "./locale.ts";

/** Brazilian Portuguese, from systeminfo. */
export const ptBR: Locale = {
  tag: "pt-BR",
  language: "Portuguese (Brazil)",
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
    hostName: ["Nome do host"],
    osName: ["Nome do sistema operacional"],
    version: ["Versão do sistema operacional"],
  },
  heuristicsFootnote: [],
  messages: { requiresElevation: ["A operação solicitada requer elevação"] },
};
