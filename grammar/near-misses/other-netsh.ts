import { asksNetsh, asksNetshFor } from "../lexicon/netsh.ts";
import type { NearMiss } from "./near-miss.ts";

/** Topics of `netsh interface … show` whose tables look much like those of settings and connections. */
export const otherNetsh: NearMiss = {
  name: "another topic of netsh",
  lacks: "whether Chimney is on",
  run: "netsh int tcp show global",
  answers: (command) =>
    asksNetsh(command, "security", 2) ||
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
