import type { Locale } from "./locale.ts";

/** Russian. Captured without the title of the settings, and only from versions without the chimney row. */
export const ruRU: Locale = {
  tag: "ru-RU",
  language: "Russian",
  shortDate: "dd.MM.yyyy",
  netstatTitle: [],
  netstatHeading: {},
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: [],
  settings: {
    receiveSideScaling: ["Состояние масштабирования на стороне приема"],
    receiveWindowAutoTuning: ["Уровень автонастройки окна получения"],
    addOnCongestionControlProvider: ["Поставщик дополнительного компонента контроля перегрузки"],
    ecnCapability: ["Мощность ECN"],
    rfc1323Timestamps: ["Метки времени RFC 1323"],
    initialRto: ["Начальное RTO"],
    receiveSegmentCoalescing: ["Состояние объединения сегментов приема"],
    nonSackRttResiliency: ["Устойчивость RTT без SACK"],
    maxSynRetransmissions: ["Максимум повторных передач SYN"],
    fastOpen: ["Fast Open"],
    fastOpenFallback: ["Откат для Fast Open"],
    hyStart: ["HyStart"],
    proportionalRateReduction: ["Уменьшение коэффициента пропорции"],
    pacingProfile: ["Профиль шагов"],
  },
  heuristicsTitle: ["Параметры эвристики масштабирования окон TCP"],
  heuristics: { windowScalingHeuristics: ["Эвристика масштабирования окон"] },
  systemInfo: { hostName: ["Имя узла"], osName: ["Название ОС"], version: ["Версия ОС"] },
  heuristicsFootnote: [],
  messages: {
    requiresElevation: ["Запрошенная операция требует повышения прав", "Запрошенная операция требует повышения"],
  },
};
