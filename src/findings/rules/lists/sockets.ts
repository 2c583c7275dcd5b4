import type { Rule } from "../../rule.ts";
import closeWaitLeak from "../close-wait-leak.ts";
import dynamicPortsUsedUp from "../dynamic-ports-used-up.ts";
import synReceivedBacklog from "../syn-received-backlog.ts";
import synSentUnanswered from "../syn-sent-unanswered.ts";

/** Rules on states that pile up: what such captures are most often taken for, whatever Chimney does. */
export const socketsRules: readonly Rule[] = [dynamicPortsUsedUp, closeWaitLeak, synSentUnanswered, synReceivedBacklog];
