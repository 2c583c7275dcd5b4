import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting, undecided } from "../rule.ts";

/** Every provider that some Windows has, by the word that netsh prints. */
const providers: readonly (string | number)[] = ["none", "ctcp", "default", "dctcp", "cubic", "newreno"];

export default defineRule({
  id: "congestion-provider-unexpected",
  severity: "info",
  title: "The add-on congestion control provider is unusual for this Windows",
  rationale:
    "From Vista to Server 2016 clients usually show none, and Server 2008 shows ctcp. What is usual is known only in part and from weak sources, so this is never more than a note. Since version 1709 the line says default, and the template of the connection decides.",
  falseAlarms:
    "Captures of Server 2008 R2 show none and ctcp, so neither is unexpected there. An administrator may have chosen a provider for links with a high delay.",
  remedy: setting("addOnCongestionControlProvider", "default"),
  rollback: restoring("addOnCongestionControlProvider"),
  references: [
    source("congestionDefaults", "defaults"),
    source("congestionDefaultsVista", "defaults"),
    source("captures", "values of untouched hosts"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["addOnCongestionControlProvider", "os"],
  // What is usual on a version says nothing where the listing is of another one.
  impliedBy: ["os-fingerprint-mismatch", "output-newer-than-windows"],
  examples: {
    fails: { text: example("Microsoft Windows 7 Professional", "6.1.7601 Service Pack 1 Build 7601", "ctcp") },
    passes: {
      text: example("Microsoft Windows Server 2008 R2 Standard", "6.1.7601 Service Pack 1 Build 7601", "ctcp"),
    },
  },
  *check({ addOnCongestionControlProvider: { value, at }, osProduct, osName, os }) {
    if (!providers.includes(value)) {
      yield { message: `The add-on congestion control provider is "${value}", which is not a known one.`, at };
      return;
    }
    const expected = value === "ctcp" ? "Server" : value === "none" && os.value === "2008" ? "Vista" : undefined;
    if (expected === undefined) return;
    if (osProduct === undefined) {
      yield undecided(
        `the add-on congestion control provider is ${value}, usual on ${expected === "Vista" ? "Vista and unusual on Server 2008" : "servers and unusual on clients"}, and no capture shows which of them it is`,
        at,
        "systeminfo",
      );
      return;
    }
    const isServer = osProduct.value === "server";
    if (isServer === (expected === "Server")) return;
    yield {
      message: `The add-on congestion control provider is ${value}; ${isServer ? "ctcp is usual on Server 2008" : "none is usual on clients"} (${osName?.value ?? osProduct.value})  (weakly documented).`,
      at: [...at, ...osProduct.at],
    };
  },
});

function example(name: string, version: string, provider: string): string {
  return String.raw`C:\>systeminfo

OS Name:                   ${name}
OS Version:                ${version}

C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ${provider}
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
