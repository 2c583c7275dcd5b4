import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";

//  ir-rescue-win-v1.4.4 2024-01-15 10:22:41 (UTC+1): "netstat -abno"
const heading = /^[ \t]{0,20}ir-rescue(?:-win)?-v\d[\w.]{0,20}[ \t]/m;

/** ir-rescue: above each output a line with its version, the time with its zone, and the command in quotation marks. */
export const irRescue: Collector = {
  name: "ir-rescue",
  attribute: (_path, head) => (heading.test(head) ? attributed(irRescue.name, {}) : undefined),
};
