import { asksNetsh, asksNetshFor } from "../lexicon/netsh.ts";
import type { NearMiss } from "./near-miss.ts";

/** Topics of the TCP context with the letters that tell them from others. */
const topics = [["security", "se"]] as const;

/** Topics of `netsh interface … show` whose tables look much like those of settings and connections. */
export const otherNetsh: NearMiss = {
  name: "another topic of netsh",
  lacks: "whether Chimney is on",
  run: "netsh int tcp show global",
  answers: (command) =>
    topics.some(([topic, fewest]) => asksNetsh(command, topic, fewest.length)) ||
    asksNetshFor(command, [
      [["interface", 2]],
      [
        ["ip", 2],
        ["ipv4", 4],
        ["ipv6", 4],
      ],
      [["show", 2]],
      [
        ["tcpconnections", 4],
        ["tcpstats", 4],
      ],
    ]),
};
