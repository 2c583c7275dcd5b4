import type { Locale } from "./locale.ts";

/** Korean, from systeminfo. */
export const koKR: Locale = {
  tag: "ko-KR",
  language: "Korean",
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
    hostName: ["호스트 이름"],
    osName: ["OS 이름"],
    version: ["OS 버전"],
  },
  heuristicsFootnote: [],
  messages: {},
};
