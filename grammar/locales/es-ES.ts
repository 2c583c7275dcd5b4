import type { Locale } from "./locale.ts";

/** Spanish, from systeminfo and from tables of netstat without the offload column. */
export const esES: Locale = {
  tag: "es-ES",
  language: "Spanish",
  netstatTitle: ["Conexiones activas"],
  netstatHeading: {
    protocol: ["Proto"],
    localAddress: ["Dirección local"],
    foreignAddress: ["Dirección remota"],
    state: ["Estado"],
  },
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: [],
  // Quoted by people who wrote about their captures of Windows 7.
  settings: {
    receiveSideScaling: ["Estado de ajuste de escala en lado de recepción"],
    chimneyOffload: ["Estado de descarga Chimney"],
    netDma: ["Estado de NetDMA"],
  },
  heuristicsTitle: [],
  heuristics: {},
  systemInfo: {
    hostName: ["Nombre de host"],
    osName: ["Nombre del sistema operativo"],
    version: ["Versión del sistema operativo"],
  },
  heuristicsFootnote: [],
  messages: { requiresElevation: ["La operación solicitada requiere elevación"] },
};
