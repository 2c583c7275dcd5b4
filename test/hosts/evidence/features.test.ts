import { describe, expect, it } from "vitest";
import { type Feature, features } from "../../../src/facts/features.ts";
import type { OsBand } from "../../../src/facts/os-bands.ts";
import { evidenceIn } from "../../support/evidence.ts";

/** What `sc query` prints of services such as `MpsSvc=4`. */
function sc(services: string, command = "sc query state= all"): string {
  const blocks = services.split(" ").map((service) => {
    const [name, state] = service.split("=");
    const word = state === "4" ? "RUNNING" : state === "7" ? "PAUSED" : "STOPPED";
    return `SERVICE_NAME: ${name}\nDISPLAY_NAME: Display of ${name}\n        TYPE               : 20  WIN32_SHARE_PROCESS\n        STATE              : ${state}  ${word}\n        WIN32_EXIT_CODE    : 0  (0x0)\n\n`;
  });
  return `C:\\>${command}\n\n${blocks.join("")}`;
}

const netStart = (...names: readonly string[]) =>
  `C:\\>net start\nThese Windows services are started:\n\n${names.map((name) => `   ${name}\n`).join("")}\nThe command completed successfully.\n\n`;

const profiles = (...states: readonly string[]) =>
  `C:\\>netsh advfirewall show allprofiles state\n\n${states.map((state, at) => `${["Domain", "Private", "Public"][at]} Profile Settings:\n----------------------------------------------------------------------\nState                                 ${state}\n\n`).join("")}Ok.\n\n`;

const team = `PS C:\\> Get-NetLbfoTeam\n\n\nName                   : Team1\nMembers                : {NIC1, NIC2}\nTeamNics               : Team1\nTeamingMode            : SwitchIndependent\nLoadBalancingAlgorithm : Dynamic\nStatus                 : Up\n\n`;

/** Features that are known of a text, as `nlb` or `no-nlb`. */
async function known(text: string, os?: OsBand, context: readonly string[] = []): Promise<readonly string[]> {
  const evidence = await evidenceIn(text, { ...(os !== undefined && { os }), context });
  return features.flatMap((feature) => {
    const fact = evidence[feature];
    return fact === undefined ? [] : [fact.value === "on" ? feature : `no-${feature}`];
  });
}

describe("features", () => {
  it.each<[string, OsBand | undefined, string]>([
    ["vmms=4", undefined, "hyperv"],
    ["VMMS=4", "2008", "hyperv"],
    ["vmms=1", "2008", "no-hyperv"],
    ["vmms=7", "2008", "hyperv"],
    ["ClusSvc=4", undefined, "cluster"],
    ["RemoteAccess=4", undefined, "rras"],
    ["WlbS=4", undefined, "nlb"],
    ["WlbS=1", undefined, "no-nlb"],
    ["MpsSvc=4", undefined, "windows-firewall"],
    ["MpsSvc=1", undefined, "no-windows-firewall"],
    ["SharedAccess=4", "2008", "ics"],
    ["SharedAccess=1", "2008", "no-ics"],
    ["SharedAccess=1", "2003", "no-ics no-windows-firewall"],
    ["SharedAccess=1", undefined, "no-ics"],
    // The service of Internet Connection Sharing or of Windows Firewall.
    ["SharedAccess=4", "2003", ""],
    ["SharedAccess=4", undefined, ""],
    ["PolicyAgent=4", "2008", ""],
  ])("%s on %s: %s", async (service, os, expected) => {
    expect(await known(sc(service, "sc query AServiceByItsName"), os)).toEqual(expected.split(" ").filter(Boolean));
  });

  it("are off when a list of all services lacks their service", async () => {
    const all = ["ics", "rras", "hyperv", "windows-firewall", "cluster"].map((name) => `no-${name}`);
    expect((await known(sc("Dnscache=4"), "2008R2")).toSorted()).toEqual(all.toSorted());
    expect(await known(sc("Dnscache=4", "sc query type= all state= all"), "2008R2")).toContain("no-nlb");
  });

  it("are unknown when the list is not of all services, or names none of them shortly", async () => {
    expect(await known(sc("Dnscache=4", "sc query Dnscache"), "2008R2")).toEqual([]);
    expect(await known(netStart("Dienst", "Noch ein Dienst"), "2008R2")).toEqual([]);
  });

  it("are not off for want of a service that the version may not have", async () => {
    for (const os of [undefined, "2003"] as const) {
      expect(await known(sc("SharedAccess=4 Dnscache=4"), os)).not.toContain("no-windows-firewall");
    }
  });

  it("are told by display names in English", async () => {
    const names = ["Cluster Service", "Network Load Balancing", "Windows Firewall", "Routing and Remote Access"];
    expect(await known(netStart(...names), "2008")).toEqual(["nlb", "rras", "windows-firewall", "cluster"]);
  });

  it.each([
    [["ON", "OFF", "OFF"], "windows-firewall"],
    [["OFF", "OFF", "OFF"], "no-windows-firewall"],
  ])("of the firewall are its profiles', whatever its service says: %j", async (states, expected) => {
    const [service, other] = [sc("MpsSvc=4", "sc query MpsSvc"), profiles(...states)];
    expect(await known(`${service}${other}`, "2008R2")).toEqual([expected]);
    expect(await known(`${other}${service}`, "2008R2")).toEqual([expected]);
  });

  it("hold teaming, when Windows prints a team", async () => {
    expect(await known(team)).toEqual(["teaming"]);
  });

  it("are as declared where no capture tells them", async () => {
    expect(await known(sc("vmms=4", "sc query vmms"), "2008", ["no-hyperv", "ipsec", "no-nlb", "nonsense"])).toEqual([
      "ipsec",
      "no-nlb",
      "hyperv",
    ]);
  });

  it("come with the lines that tell them", async () => {
    const { hyperv, nlb, cluster } = await evidenceIn(`${sc("vmms=4")}`, { context: ["nlb"] });
    expect(hyperv?.at).toEqual([{ source: "a.txt", line: 3, text: "SERVICE_NAME: vmms" }]);
    expect(nlb).toEqual({ value: "on", at: [] });
    expect(cluster).toMatchObject({ value: "off", at: [{ text: "SERVICE_NAME: vmms" }] });
  });

  it("have no name that another one has with no- before it", () => {
    const names = new Set<string>(features satisfies readonly Feature[]);
    expect(features.filter((name) => names.has(`no-${name}`))).toEqual([]);
  });
});
