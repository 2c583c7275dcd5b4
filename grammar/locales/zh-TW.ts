import type { Locale } from "./locale.ts";

/** Traditional Chinese, from tables of netstat without the offload column. */
export const zhTW: Locale = {
  tag: "zh-TW",
  language: "Chinese (Traditional)",
  netstatTitle: ["使用中連線"],
  netstatHeading: {
    protocol: ["協定"],
    localAddress: ["本機位址"],
    foreignAddress: ["外部位址"],
    state: ["狀態"],
  },
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: [],
  settings: {},
  heuristicsTitle: [],
  heuristics: {},
  heuristicsFootnote: [],
  messages: {},
};
