import { describe, expect, it } from "vitest";
import { analyze, type Report } from "../../../src/index.ts";

const rows = (network: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `  TCP    ${network}.10:445         198.51.100.${at + 1}:${50_000 + at}     ESTABLISHED     InHost`,
  ).join("\n");
const table = (network = "192.0.2", count = 3) =>
  `\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           Offload State\n\n${rows(network, count)}\n\n`;
const global =
  "TCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : automatic\n\n";
const systeminfo = (host: string, version = "6.1.7601") =>
  `Host Name:                 ${host}\nOS Name:                   Microsoft Windows Server 2008 R2 Standard\nOS Version:                ${version} Service Pack 1 Build ${version.slice(4)}\n\n`;
const ipconfig = (host: string, address: string) =>
  `Windows IP Configuration\n\n   Host Name . . . . . . . . . . . . : ${host}\n\nEthernet adapter LAN:\n\n   IPv4 Address. . . . . . . . . . . : ${address}(Preferred)\n\n`;

/** Analyses texts under their names. */
function analysed(files: Readonly<Record<string, string>>, host?: string): Promise<Report> {
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
  return analyze(sources, host === undefined ? {} : { host });
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** `APP11: netstat tcpGlobal (named container)` for each host. */
function outline({ hosts }: Report): readonly string[] {
  return hosts.map(({ host, captures, identity }) => {
    const kinds = captures.map(({ kind }) => kind).sort();
    const grounds = [...new Set(identity?.because.map(({ ground }) => ground))];
    return `${host ?? "-"}: ${kinds.join(" ")} (${grounds.join(" ")})`;
  });
}

const doubtsIn = ({ diagnostics }: Report) => diagnostics.map(({ code }) => code).filter((code) => /^host-/.test(code));

describe("the only host that is named", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["below its captures", { "a.txt": table() + global + systeminfo("APP11") }],
    [
      "by another file of the folder",
      { "x/netstat.txt": table(), "x/tcp.txt": global, "x/sys.txt": systeminfo("APP11") },
    ],
    [
      "by a file in a folder above",
      { "x/net/netstat.txt": table(), "x/net/tcp.txt": global, "x/sys.txt": systeminfo("APP11") },
    ],
    [
      "in an archive",
      { "b.zip!n/netstat.txt": table(), "b.zip!t/tcp.txt": global, "b.zip!sys.txt": systeminfo("APP11") },
    ],
    [
      "in one of two forms",
      {
        "x/a.txt": ipconfig("app11.example.com", "192.0.2.10") + table(),
        "x/b.txt": global,
        "x/c.txt": systeminfo("APP11"),
      },
    ],
  ])("has all captures: %s", async (_, files) => {
    const report = await analysed(files);
    expect(report.hosts).toHaveLength(1);
    expect(report.hosts[0]?.host?.toUpperCase()).toMatch(/^APP11/);
    expect(report.hosts[0]?.summary.eligible).toMatchObject({ total: 3 });
    expect(doubtsIn(report)).toEqual([]);
  });

  it("has the tables beside it as snapshots, and a note says why", async () => {
    const report = await analysed({ "x/n1.txt": table(), "x/n2.txt": table(), "x/sys.txt": systeminfo("APP11") });
    expect(outline(report)).toEqual(["APP11: netstat netstat systemInfo (container named)"]);
    expect(report.diagnostics.find(({ code }) => code === "sources-joined")?.message).toContain(
      "systeminfo, x/sys.txt:1",
    );
  });

  it("has nothing of another archive or another server's folder", async () => {
    const beside = await analysed({ "x/a.zip!netstat.txt": table(), "x/b.zip!all.txt": systeminfo("APP11") + table() });
    expect(outline(beside)).toEqual(["APP11: netstat systemInfo (named)", "-: netstat (alone)"]);
    const parallel = await analysed({
      "x/one/netstat.txt": table("203.0.113"),
      "x/two/all.txt": systeminfo("APP11") + table(),
    });
    expect(outline(parallel)).toEqual(["APP11: netstat systemInfo (named)", "-: netstat (alone)"]);
  });

  it.each([
    ["addresses of no adapter", table("203.0.113"), "addresses"],
    ["another version", systeminfo("", "6.3.9600").split("\n").slice(1).join("\n"), "version"],
  ])("has no capture that contradicts it: %s", async (_, other, why) => {
    const report = await analysed({
      "x/a.txt": other,
      "x/b.txt": ipconfig("APP11", "192.0.2.10") + systeminfo("APP11"),
    });
    expect(report.hosts.map(({ host }) => host)).toEqual(["APP11", null]);
    expect(report.diagnostics.find(({ code }) => code === "host-contradicted")?.message).toContain(why);
  });
});

describe("among several named hosts", () => {
  const two = {
    "x/a.txt": ipconfig("APP21", "192.0.2.10"),
    "x/b.txt": ipconfig("APP22", "203.0.113.10"),
  };

  it("a table is of the one that has its addresses", async () => {
    const report = await analysed({ ...two, "x/n.txt": table("203.0.113") });
    expect(outline(report)).toEqual(["APP21: ipConfig (named)", "APP22: ipConfig netstat (named addresses)"]);
  });

  it("settings stand alone, and the report says between which hosts", async () => {
    const report = await analysed({ ...two, "x/t.txt": global });
    expect(outline(report).at(-1)).toBe("-: tcpGlobal (alone)");
    expect(report.diagnostics.find(({ code }) => code === "host-undecided")?.message).toMatch(/APP21, APP22.*--host/);
  });
});

it("a short name that fits two hosts is a host of its own, and that is said", async () => {
  const sources = {
    "a.txt": systeminfo("WAREHOUSE-FILES"),
    "b.txt": systeminfo("warehouse-files-01"),
    "c.txt": systeminfo("warehouse-files-02"),
  };
  const report = await analysed(sources);
  expect(report.hosts).toHaveLength(3);
  expect(doubtsIn(report)).toEqual(["host-ambiguous"]);
});

describe("names of files", () => {
  it("that begin alike are of one host", async () => {
    const report = await analysed({
      "x/APP52__netstat.txt": table(),
      "x/APP52__tcp.txt": global,
      "x/APP53__netstat.txt": table("203.0.113"),
      "x/APP53__tcp.txt": global,
    });
    expect(outline(report)).toEqual(["APP52: netstat tcpGlobal (prefix)", "APP53: netstat tcpGlobal (prefix)"]);
  });

  const session = (network: string) => `C:\\>netstat -nt\n${table(network)}C:\\>netsh int tcp show global\n${global}`;

  it.each<[string, (host: string, network: string) => Readonly<Record<string, string>>]>([
    ["in front", (host, network) => ({ [`x/${host}.netstat.txt`]: table(network), [`x/${host}.tcp.txt`]: global })],
    ["behind", (host, network) => ({ [`x/netstat_${host}.txt`]: table(network), [`x/tcp_${host}.txt`]: global })],
    [
      "with their day",
      (host, network) => ({
        [`tcp ${host} 2024-03-05.txt`]: global,
        [`netstat ${host} 2024-03-05.txt`]: table(network),
      }),
    ],
    [
      "in folders",
      (host, network) => ({ [`b.zip!${host}/netstat.txt`]: table(network), [`b.zip!${host}/net/tcp.txt`]: global }),
    ],
    ["alone", (host, network) => ({ [`x/${host}.txt`]: session(network) })],
  ])("tell hosts apart by any word: %s", async (_, files) => {
    const report = await analysed({ ...files("alpha", "192.0.2"), ...files("mail", "198.51.100") });
    expect(report.hosts.map(({ host, captures }) => [host, captures.length])).toEqual([
      ["alpha", 2],
      ["mail", 2],
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["beside a name by its look", { "x/netstat-SRVALPHA.txt": table(), "x/tcp-SRVALPHA.txt": global }, "SRVALPHA"],
    [
      "of a folder in an archive",
      { "b.zip!SRVALPHA/netstat.txt": table(), "b.zip!SRVALPHA/tcp.txt": global },
      "SRVALPHA",
    ],
    [
      "that a capture names in full",
      { "x/tcp_alpha.txt": global, "x/ipconfig_alpha.txt": ipconfig("srvalpha", "192.0.2.10") },
      "srvalpha",
    ],
  ])("name the one host %s", async (_, files, name) => {
    expect((await analysed(files)).hosts.map(({ host }) => host)).toEqual([name]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      "before and after",
      {
        "x/netstat-vorher.txt": table(),
        "x/tcp-vorher.txt": global,
        "x/netstat-nachher.txt": table(),
        "x/tcp-nachher.txt": global,
      },
    ],
    [
      "problem and ok",
      {
        "x/netstat_problem.txt": table(),
        "x/tcp_problem.txt": global,
        "x/netstat_ok.txt": table(),
        "x/tcp_ok.txt": global,
      },
    ],
    [
      "months",
      {
        "x/january/netstat.txt": table(),
        "x/january/tcp.txt": global,
        "x/february/netstat.txt": table(),
        "x/february/tcp.txt": global,
      },
    ],
  ])("say when, and name nobody: %s", async (_, files) => {
    expect(outline(await analysed(files))).toEqual(["-: netstat netstat tcpGlobal tcpGlobal (complementary)"]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["a word that may say when", { "x/kalt/netstat.txt": table(), "x/warm/netstat.txt": table() }],
    ["what is captured", { "x/netstatalpha.txt": table(), "x/netstatbeta.txt": table("198.51.100") }],
    ["the steps", { "x/first/netstat.txt": table(), "x/second/netstat.txt": table("198.51.100") }],
    ["a file alone", { "x/alpha.txt": session("192.0.2") }],
  ])("name nobody by %s", async (_, files) => {
    expect((await analysed(files)).hosts.map(({ host }) => host).filter((host) => host !== null)).toEqual([]);
  });

  it("name no host when they only say when or what", async () => {
    const report = await analysed({ "x/before-netstat.txt": table(), "x/before-tcp.txt": global });
    expect(outline(report)).toEqual(["-: netstat tcpGlobal (complementary)"]);
  });
});

describe("tables that nothing names", () => {
  it("are of two hosts when they share no local address", async () => {
    expect(outline(await analysed({ "a.txt": table() + table("203.0.113") }))).toEqual([
      "-: netstat (alone)",
      "-: netstat (alone)",
    ]);
    expect(outline(await analysed({ "a.txt": table() + table() }))).toEqual(["-: netstat netstat (alone)"]);
    expect(outline(await analysed({ "a.txt": table() + table("[2001:db8::10]").replaceAll("].10", "]") }))).toEqual([
      "-: netstat netstat (alone)",
    ]);
  });
});

describe("a word that may be any, above captures", () => {
  const own = (network: string) => global + table(network);

  it.each([
    ["drawn around", (word: string) => `=== ${word} ===\n`],
    ["in Markdown", (word: string) => `## ${word}\n\n`],
    ["in a box", (word: string) => `-------------\n${word}\n-------------\n`],
  ])("names the host where tables have different addresses: %s", async (_, heading) => {
    const parts = [heading("mailserver"), own("192.0.2"), heading("PRINT"), own("198.51.100")];
    expect(outline(await analysed({ "a.txt": parts.join("") }))).toEqual([
      "mailserver: netstat tcpGlobal (named)",
      "PRINT: netstat tcpGlobal (named)",
    ]);
    const named = ["=== APP11 ===\n", own("192.0.2"), heading("mailserver"), own("198.51.100")];
    expect(outline(await analysed({ "a.txt": named.join("") }))).toEqual([
      "APP11: netstat tcpGlobal (named)",
      "mailserver: netstat tcpGlobal (named)",
    ]);
  });

  it("names nobody where they have the same", async () => {
    const parts = ["=== kalt ===\n", own("192.0.2"), "=== warm ===\n", own("192.0.2")].join("");
    expect(outline(await analysed({ "a.txt": parts }))).toEqual(["-: netstat netstat tcpGlobal tcpGlobal (alone)"]);
    const named = await analysed({ "a.txt": `C:\\>hostname\nAPP11\n${parts}` });
    expect(outline(named)).toEqual(["APP11: netstat netstat tcpGlobal tcpGlobal (named)"]);
  });

  it("names nobody where it is no heading", async () => {
    const report = await analysed({
      "a.txt": `Regards\nKlaus\n\n${own("192.0.2")}Regards\nErika\n\n${own("198.51.100")}`,
    });
    expect(report.hosts.map(({ host }) => host)).toEqual([null, null]);
  });

  it("leaves settings to the host above", async () => {
    const parts = ["APP11", "APP12"].map(
      (host, at) => `=== ${host} ===\n${table(`192.0.${at}`)}=== Werte ===\n${global}`,
    );
    expect(outline(await analysed({ "a.txt": parts.join("") }))).toEqual([
      "APP11: netstat tcpGlobal (named)",
      "APP12: netstat tcpGlobal (named)",
    ]);
  });
});

describe("a table further down a text with one name", () => {
  const first = `C:\\>hostname\nAPP11\n\nC:\\>netstat -nt\n${table("192.0.2")}`;

  it.each([
    ["below what may head it", "=== Werte ===\n=== Zwei ===\n---\nwords of somebody\n"],
    ["below a sentence", "and on the other one:\n\nC:\\>netstat -nt\n"],
  ])("is kept apart when it shares no local address: %s", async (_, between) => {
    const report = await analysed({ "a.txt": first + between + table("198.51.100", 2) + global });
    expect(outline(report)).toEqual(["APP11: netstat (named)", "-: netstat tcpGlobal (alone)"]);
    expect(doubtsIn(report)).toEqual(["host-contradicted"]);
  });

  it.each([
    ["shares a local address", "=== MAIL ===\n", "192.0.2"],
    ["has an address of the host's adapters", ipconfig("APP11", "198.51.100.10"), "198.51.100"],
    ["has its name right above", "C:\\>hostname\nAPP11\n", "198.51.100"],
  ])("is of that host when it %s", async (_, between, network) => {
    const report = await analysed({ "a.txt": first + between + table(network, 2) });
    expect(report.hosts.map(({ host }) => host)).toEqual(["APP11"]);
    expect(doubtsIn(report)).toEqual([]);
  });

  it("is kept apart above the name as well", async () => {
    const report = await analysed({ "a.txt": table("198.51.100", 2) + first });
    expect(outline(report)).toEqual(["APP11: netstat (named)", "-: netstat (alone)"]);
  });
});

describe("--host", () => {
  it("names what nothing names", async () => {
    expect(outline(await analysed({ "a.txt": table(), "b.txt": global }, "APP61"))).toEqual([
      "APP61: netstat tcpGlobal (declared)",
    ]);
  });

  it("gives way to a captured name, and that is said", async () => {
    const report = await analysed({ "a.txt": systeminfo("APP62") + table() }, "APP61");
    expect(report.hosts.map(({ host }) => host)).toEqual(["APP62"]);
    expect(doubtsIn(report)).toEqual(["host-declared"]);
    expect(doubtsIn(await analysed({ "a.txt": systeminfo("APP62") }, "app62.example.com"))).toEqual([]);
  });
});

it("rows are handed out under the name that is found below them", async () => {
  const hosts: (string | null)[] = [];
  await analyze([{ name: "a.txt", bytes: bytesOf(table() + systeminfo("APP11")) }], {
    onConnections: (more) => void hosts.push(...more.map(({ host }) => host)),
  });
  expect(hosts).toEqual(["APP11", "APP11", "APP11"]);
});

describe("captures above every name in one text", () => {
  const tables = [table("192.0.2", 3), table("198.51.100", 2)];

  it("are of the hosts named below them, when nothing stands below the last name", async () => {
    const text = tables.map((own, at) => `${own}${global}C:\\>systeminfo\n${systeminfo(`APP1${at}`)}C:\\>\n`).join("");
    const report = await analysed({ "a.txt": text });
    expect(outline(report)).toEqual([
      "APP10: netstat systemInfo tcpGlobal (named)",
      "APP11: netstat systemInfo tcpGlobal (named)",
    ]);
    expect(report.hosts.map(({ summary }) => summary.connections?.total)).toEqual([3, 2]);
  });

  it("stand by themselves when the names head what follows", async () => {
    const headed = tables.map((own, at) => `${systeminfo(`APP1${at}`)}${own}${global}`).join("C:\\>\n");
    const report = await analysed({ "a.txt": `${table("203.0.113", 4)}C:\\>\n${headed}` });
    expect(report.hosts.map(({ host, summary }) => [host, summary.connections?.total])).toEqual([
      ["APP10", 3],
      ["APP11", 2],
      [null, 4],
    ]);
    expect(doubtsIn(report)).toEqual(["host-undecided"]);
  });
});
