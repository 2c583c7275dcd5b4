import type { ExclusionReason, Groups, NotCountedReason, Observation } from "../report/report.ts";

/** Why a row is no eligible connection, in words. */
export const excludedWords: { readonly [K in ExclusionReason]: string } = {
  noConnection: "no connection: LISTENING, BOUND, CLOSED or DELETE_TCB",
  setup: "being set up: SYN_SENT or SYN_RECEIVED",
  timeWait: "already closed (TIME_WAIT)",
  loopback: "loopback",
  sameHost: "both ends on this host",
  halfClosed: "half closed: FIN_WAIT_1, FIN_WAIT_2 or CLOSE_WAIT",
  closing: "closing: CLOSING or LAST_ACK",
  unknownState: "in a state that is not known",
};

/** Why a row is in no ratio, in words. */
export const notCountedWords: { readonly [K in NotCountedReason]: string } = {
  notTcp: "UDP, which is never offloaded this way",
  unknownOffload: "without an offload state that is known",
  duplicate: "in the table a second time",
};

/** What connections are grouped by. */
export const groupTitles: { readonly [K in keyof Groups]: string } = {
  byServicePort: "By service port",
  byForeignAddress: "By foreign address",
  byLocalAddress: "By local address",
  byProcess: "By process",
};

/** What is odd about a row that is worth a look. */
export const observedWords: { readonly [K in Observation["kind"]]: string } = {
  ineligibleStateOffloaded: "with this state one expects it in the host",
  loopbackOffloaded: "both its ends are on this host, so one expects it in the host",
  sameHostSuspected: "both ends may be on this host, because another row has the same two ports the other way round",
};
