import { box, lineFeeds } from "./boxes.ts";
import type { Origin, TestBundle, TextFile } from "./bundle.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

/** A pack of the version of 2009 to 2013; nothing in its name tells who made it or when. */
export function sdpClassic(origin: Origin): TestBundle {
  const { host } = origin;
  const own = (what: string, text: string): TextFile => ({ path: `${host}_${what}`, text, encoding: "utf-16le" });
  return {
    name: `Portal_${host}`,
    files: [
      own("TCPIP_info.TXT", info(origin)),
      own("TCPIP_OFFLOAD.TXT", offload(origin)),
      own("TCPIP_netsh_info.TXT", netshInfo(origin)),
    ],
  };
}

/** A file out of such a pack that somebody mails without what its headings look like: only its name tells. */
export function sdpByMail({ host, language }: Origin): TestBundle {
  const text = lines("netstat -nato:") + outputs.netstatNato(language);
  return { name: "mail", files: [{ path: `${host}_TCPIP_OFFLOAD.TXT`, text, encoding: "utf-8" }] };
}

const lf = lineFeeds(1);
const bracketed = (command: string, sign: string): string => {
  const rule = sign.repeat(50);
  return lines(rule, `[${command}]`, rule);
};
const section = (command: string, output: string): string => bracketed(command, "-") + output + lf.repeat(4);
const boxed = (command: string, output: string): string => box(command) + lf.repeat(3) + output + lineFeeds(3);

const info = ({ host, language }: Origin): string =>
  lf +
  section("Hostname", hostOutputs.hostname(host)) +
  section("ipconfig /all", hostOutputs.ipConfig(host)) +
  section("route print", outputs.routes()) +
  section("arp -a", outputs.arp()) +
  section("netstat -nato", outputs.netstatNato(language)) +
  section("netstat -anob", outputs.netstatAnob(language)) +
  section("netstat -es", outputs.statistics());

const offload = ({ language }: Origin): string =>
  lineFeeds(3) +
  boxed("netsh int tcp show global", outputs.tcpGlobal(language)) +
  boxed("netsh int ipv4 show offload", outputs.ipOffload()) +
  section("netstat -nato -p tcp", outputs.netstatNatoTcp(language)) +
  section("TCP OFFLOAD (registry)", lines("EnableTCPChimney = 1", "EnableRSS = 1", "EnableTCPA = 0"));

const netshInfo = ({ language }: Origin): string =>
  bracketed("NETSH NETIO", "=") +
  outputs.other() +
  bracketed("NETSH INT TCP", "=") +
  bracketed("netsh int tcp show output", "-") +
  lineFeeds(3) +
  boxed("netsh int tcp show global", outputs.tcpGlobal(language)) +
  boxed("netsh int tcp show heu", outputs.tcpHeuristics()) +
  boxed("netsh int tcp show chimneyapplications", outputs.chimneyApplications(language)) +
  boxed("netsh int tcp show chimneyports", outputs.chimneyPorts(language));
