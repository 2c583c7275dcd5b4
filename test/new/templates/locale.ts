import type { Locale } from "../../../grammar/locales/locale.ts";

/** New language. Replace the words by those that captures show; what no capture shows stays empty or is left out. */
export const newName: Locale = {
  tag: "new-NAME",
  language: "New language",
  netstatTitle: [],
  netstatHeading: {},
  states: {},
  offloadStates: {},
  globalQuerying: [],
  globalTitle: ["TCP Global Parameters (new-NAME)"],
  settings: {
    receiveSideScaling: ["Receive-Side Scaling State (new-NAME)"],
    chimneyOffload: ["Chimney Offload State (new-NAME)"],
  },
  heuristicsTitle: [],
  heuristics: {},
  heuristicsFootnote: [],
  messages: {},
};
