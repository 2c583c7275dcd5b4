import type { AdapterReport } from "../report/index.ts";
import { reportPlace } from "./connections.ts";
import { listOf, objectOf, oneOf, orNull, type Schema, text } from "./schema.ts";

const state = orNull(oneOf(["enabled", "disabled"]));
const speed: Schema = { type: "number", minimum: 0 };

export const adapter = objectOf<AdapterReport>({
  name: text,
  description: orNull(text),
  driver: orNull(text),
  speedMbps: orNull(speed),
  speedOf: orNull(oneOf(["link", "card"])),
  connectionOffload: objectOf<AdapterReport["connectionOffload"]>({ ipv4: state, ipv6: state }),
  rss: state,
  vmq: state,
  addresses: listOf(text),
  at: orNull(reportPlace),
});
