import type { Locale } from "./locale.ts";

/** German. Offload words stay English; the labels of the chimney, NetDMA and DCA rows were never captured. */
export const deDE: Locale = {
  tag: "de-DE",
  language: "German",
  shortDate: "dd.MM.yyyy",
  netstatTitle: ["Aktive Verbindungen"],
  netstatHeading: {
    protocol: ["Proto."],
    localAddress: ["Lokale Adresse"],
    foreignAddress: ["Remoteadresse"],
    state: ["Status"],
    offloadState: ["Abladungsstatus"],
  },
  states: {
    ABHÖREN: "LISTENING",
    SYN_GESENDET: "SYN_SENT",
    HERGESTELLT: "ESTABLISHED",
    FIN_WARTEN_2: "FIN_WAIT_2",
    SCHLIESSEN_WARTEN: "CLOSE_WAIT",
    WARTEND: "TIME_WAIT",
  },
  offloadStates: {},
  globalQuerying: ["Der aktive Status wird abgefragt..."],
  globalTitle: ["Globale TCP-Parameter"],
  settings: {
    receiveSideScaling: ["Zustand der empfangsseitigen Skalierung"],
    receiveWindowAutoTuning: ["Autom. Abstimmungsgrad Empfangsfenster"],
    addOnCongestionControlProvider: ['Add-On "Überlastungssteuerungsanbieter"'],
    ecnCapability: ["ECN-Funktion"],
    rfc1323Timestamps: ["RFC 1323-Zeitstempel"],
    initialRto: ["RTO (anfänglich)"],
    receiveSegmentCoalescing: ["Zustand der Empfangssegmentzusammenfügung"],
    nonSackRttResiliency: ["Nicht-SACK-RTT-Widerstandsfähigkeit"],
    maxSynRetransmissions: ["Maximale SYN-Neuübertragungen"],
    fastOpen: ["Fast Open"],
    fastOpenFallback: ["Fast Open-Fallback"],
    hyStart: ["HyStart"],
    proportionalRateReduction: ["Proportionale Ratenreduzierung"],
    pacingProfile: ["Schrittsteuerungsprofil"],
  },
  supplementalTitle: ["Zusätzliche TCP-Parameter"],
  ipConfig: {
    title: ["Windows-IP-Konfiguration"],
    adapter: ["Adapter"],
    hostName: ["Hostname"],
    description: ["Beschreibung"],
    address: ["IPv4-Adresse"],
  },
  heuristicsTitle: [],
  heuristics: {},
  heuristicsFootnote: [],
  messages: {
    // As Microsoft's German documentation of netsh quotes it.
    commandNotFound: ["Der folgende Befehl wurde nicht gefunden:"],
    requiresElevation: ["Der angeforderte Vorgang erfordert erhöhte Rechte"],
  },
};
