import { RefusedRun } from "../faults.ts";

/** Where a queue is, and how to get in. */
export interface QueueAddress {
  /** A URL of Redis or Valkey, `redis:` or `rediss:`, without name and password. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
}

/** Where name and password may stand instead of in the URL, which other users of a computer can see. */
export const QUEUE_USER = "CHIMNEYSWEEP_QUEUE_USER";
export const QUEUE_PASSWORD = "CHIMNEYSWEEP_QUEUE_PASSWORD";

/** The address that was typed. Throws a RefusedRun, which says neither name nor password, for what is none. */
export function queueAddress(typed: string, env: Readonly<Record<string, string | undefined>>): QueueAddress {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url === undefined || !["redis:", "rediss:"].includes(url.protocol) || url.hostname === "") {
    throw new RefusedRun("--queue expects the address of a Redis, such as redis://queue.example.com:6379/0");
  }
  const user = decodeURIComponent(url.username) || env[QUEUE_USER];
  const password = decodeURIComponent(url.password) || env[QUEUE_PASSWORD];
  return {
    url: `${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`,
    ...(user && { user }),
    ...(password && { password }),
  };
}
