import type { Attribution, Collector } from "./collector.ts";
import { sdpAttribution, sdpHost } from "./sdp-pack.ts";

/**
 * The ways its three files begin: a command in brackets between two lines of 50 dashes, a part in brackets between two
 * lines of 50 equals signs, or at once, without a list of what follows, the dashes above its first netsh command.
 */
const beginnings: readonly RegExp[] = [
  /^\s{0,20}-{50}\r?\n\[[^\]\n]{1,60}\]\r?\n-{50}\r?\n/,
  /^\s{0,20}={50}\r?\n\[[^\]\n]{1,60}\]\r?\n={50}\r?\n/,
  /^\s{0,20}-{25}\r?\nnetsh int tcp show global\r?\n-{25}\r?\n/,
];

/** Microsoft's SDP of 2009 to 2013: files of the same names as today's, told apart by how they begin. */
export const sdpClassic: Collector = {
  name: "SDP classic",
  attribute: (path, head): Attribution | undefined => {
    const host = sdpHost(path.file);
    if (host === undefined || !beginnings.some((beginning) => beginning.test(head))) return undefined;
    return sdpAttribution(sdpClassic.name, path, host);
  },
};
