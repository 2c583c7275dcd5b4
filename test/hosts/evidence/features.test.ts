import { describe, expect, it } from "vitest";
import { type DeclaredFeature, type Feature, features } from "../../../src/facts/features.ts";
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
async function known(text: string, os?: OsBand, context: readonly DeclaredFeature[] = []): Promise<readonly string[]> {
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
    // That it runs is no policy; that it does not is none.
    ["PolicyAgent=4", "2008", ""],
    ["PolicyAgent=4", "2003", ""],
    ["PolicyAgent=1", "2003", "no-ipsec"],
    ["IpNat=4", "2003", "nat"],
    ["ipnat=1", "2008", "no-nat"],
    ["MSExchangeIS=4", undefined, "exchange"],
    ["MSExchangePop3=1 MSExchangeTransport=4", undefined, "exchange"],
    ["MSSQLSERVER=4", undefined, "sql"],
    ["MSSQL$SITE=4", undefined, "sql"],
    ["MSSQL$SITE=1", undefined, ""],
    ["W3SVC=4", undefined, "web iis"],
    ["W3SVC=1", undefined, "no-iis"],
    ["BTSSvc$BizTalkServerApplication=4", undefined, "biztalk"],
  ])("%s on %s: %s", async (service, os, expected) => {
    expect(await known(sc(service, "sc query AServiceByItsName"), os)).toEqual(expected.split(" ").filter(Boolean));
  });

  it("are off when a list of all services lacks their service", async () => {
    const all = [
      ...["ipsec", "ics", "rras", "hyperv", "windows-firewall", "cluster"],
      ...["sql", "exchange", "biztalk", "iis"],
    ].map((name) => `no-${name}`);
    expect((await known(sc("Dnscache=4"), "2008R2")).toSorted()).toEqual(all.toSorted());
    const withDrivers = await known(sc("Dnscache=4", "sc query type= all state= all"), "2008R2");
    expect(withDrivers).toEqual(expect.arrayContaining(["no-nlb", "no-nat"]));
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

  it.each([
    ["Microsoft Network Adapter Multiplexor Driver", ["teaming"]],
    ["BASP Virtual Adapter #2", ["teaming"]],
    ["HP Network Team #1", ["teaming"]],
    ["TEAM : Front - Intel(R) Gigabit ET Dual Port Server Adapter", ["teaming"]],
    ["Microsoft Hyper-V Network Adapter", ["guest"]],
    ["Microsoft Virtual Machine Bus Network Adapter #3", ["guest"]],
    ["vmxnet3 Ethernet Adapter", ["guest"]],
    ["Red Hat VirtIO Ethernet Adapter", ["guest"]],
    ["Hyper-V Virtual Ethernet Adapter #2", ["hyperv"]],
    ["Microsoft Virtual Network Switch Adapter", ["hyperv"]],
    ["Microsoft Failover Cluster Virtual Adapter", ["cluster"]],
    ["Teredo Tunneling Pseudo-Interface", []],
    ["VMware Virtual Ethernet Adapter for VMnet8", []],
    ["Broadcom BCM5709C NetXtreme II GigE (NDIS VBD Client)", []],
  ])("are shown by an adapter called %s: %j", async (description, expected) => {
    const configured = `C:\\>ipconfig /all\n\nWindows IP Configuration\n\nEthernet adapter A:\n\n   Description . . . . . . . . . . . : ${description}\n   Physical Address. . . . . . . . . : 00-00-5E-00-53-01\n`;
    const listed = `PS C:\\> Get-NetAdapter | fl\n\nName                 : A\nInterfaceDescription : ${description}\nLinkSpeed            : 1 Gbps\n`;
    expect(await known(configured)).toEqual(expected);
    expect(await known(listed)).toEqual(expected);
    expect(await known(`${configured}\n${sc("ClusSvc=1", "sc query ClusSvc")}`)).not.toContain("cluster");
  });

  it.each(["", "Vmq", "Rss", "Lso", "Rsc", "ChecksumOffload"])(
    "are shown by a description of Get-NetAdapter%s",
    async (of) => {
      const list = "Name                 : A\nInterfaceDescription : Microsoft Hyper-V Network Adapter\n";
      expect(await known(`PS C:\\> Get-NetAdapter${of} | fl\n\n${list}`)).toEqual(["guest"]);
    },
  );

  it.each([
    ["VMware Virtual Platform", ["guest"]],
    ["Virtual Machine", ["guest"]],
    ["VMware7,1", ["guest"]],
    ["Standard PC (i440FX + PIIX, 1996)", ["guest"]],
    ["PowerEdge R710", []],
    ["Virtual Machine Host 9000", []],
  ])("are shown by the system model %s: %j", async (model, expected) => {
    const text = `C:\\>systeminfo\n\nHost Name:                 SRV01\nOS Name:                   Microsoft Windows Server 2008 R2 Standard\nOS Version:                6.1.7601 Service Pack 1 Build 7601\nSystem Model:              ${model}\n`;
    expect(await known(text)).toEqual(expected);
  });

  it("hold teaming, when Windows prints a team", async () => {
    expect(await known(team)).toEqual(["teaming"]);
  });

  it("are as declared where no capture tells them", async () => {
    expect(
      await known(sc("vmms=4", "sc query vmms"), "2008", [
        "no-hyperv",
        "ipsec",
        "no-nlb",
        "nonsense" as DeclaredFeature,
      ]),
    ).toEqual(["ipsec", "no-nlb", "hyperv"]);
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
