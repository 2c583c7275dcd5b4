import type { LineClass } from "../../../grammar/contract/grammar.ts";

/**
 * What a line around the captures says of them. A marker ends the capture before it. `command` is the command line
 * whose output follows; null when the line says that another one begins without naming it.
 */
export interface Marker {
  readonly class: Extract<LineClass, "prompt" | "banner">;
  readonly command: string | null;
  readonly host?: string;
  /** What names the host, where it is neither a prompt nor a heading. */
  readonly by?: string;
  /** Set when the host is another computer than the console's, until a prompt that names none: a remote session. */
  readonly isRemote?: true;
  /** ISO 8601 local time, without a zone; a clock alone, such as `10:22:41.07`, where the line does not tell the day. */
  readonly time?: string;
}

/** A host name as Windows allows it, or a DNS name made of such; never longer than DNS allows. */
export const hostNamePattern = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?";
