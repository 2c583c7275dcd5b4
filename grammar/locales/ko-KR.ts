import type { Locale } from "./locale.ts";

/** Korean, from systeminfo and from tables of netstat without the offload column. */
export const koKR: Locale = {
  tag: "ko-KR",
  language: "Korean",
  netstatTitle: ["활성 연결"],
  netstatHeading: {
    protocol: ["프로토콜"],
    localAddress: ["로컬 주소"],
    foreignAddress: ["외부 주소"],
    state: ["상태"],
  },
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
  messages: { requiresElevation: ["요청한 작업을 수행하려면 권한 상승이 필요합니다"] },
};
