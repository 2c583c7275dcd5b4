import { isSameHost } from "../same-host.ts";
import type { Attribution } from "./collector.ts";

/** What is around a file, as far as it names another host than the file does: one of both was renamed or put there. */
export function otherHost(
  host: string,
  around: Attribution["host"],
): { readonly otherHost?: NonNullable<Attribution["host"]> } {
  return around === undefined || isSameHost(host, around.name) ? {} : { otherHost: around };
}
