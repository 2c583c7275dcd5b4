import { describe, expect, it } from "vitest";
import { type Passage, segment } from "../../../src/captures/segments/index.ts";
import { mend } from "../../../src/text/mends/index.ts";

async function passages(text: string): Promise<Passage[]> {
  const blocks = async function* () {
    yield { text };
  };
  const found: Passage[] = [];
  for await (const passage of segment(mend(blocks()))) found.push(passage);
  return found;
}

/** Captures as "kind command host: lines", what stands between as "class lines". */
async function outline(text: string): Promise<string[]> {
  return (await passages(text)).map((passage) => {
    if ("class" in passage) return `${passage.class} ${passage.lines.length}`;
    const lines = passage.text.text.split("\n").length - 1;
    return `${passage.kind} (${passage.command ?? "-"} @ ${passage.host?.name ?? "-"}) ${lines} from ${passage.text.runs[0]?.line}`;
  });
}
const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost";
const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
const settings = ["TCP Global Parameters", "-".repeat(46), "Chimney Offload State               : automatic "];

describe("segment", () => {
  it("tells captures apart by content and takes prompts for provenance", async () => {
    const text = [
      "C:\\>netsh int tcp show global",
      "Querying active state...",
      "",
      ...settings,
      "",
      "C:\\>netstat -nt",
      "",
      "Active Connections",
      "",
      heading,
      row,
      "C:\\>netsh int tcp show chimneystats",
      "Your System Administrator has disabled TCP Chimney.",
      "",
      "C:\\>",
    ].join("\n");
    expect(await outline(text)).toEqual([
      "prompt 1",
      "tcpGlobal (netsh int tcp show global @ -) 5 from 2",
      "blank 1",
      "prompt 1",
      "blank 1",
      "netstat (netstat -nt @ -) 4 from 10",
      "prompt 1",
      "chimneyStats (netsh int tcp show chimneystats @ -) 1 from 15",
      "blank 1",
      "prompt 1",
    ]);
  });

  it("leaves the rules around a command out of the listing below them", async () => {
    const rule = "-".repeat(27);
    const listing = ["Interface 12: Ethernet", "tcp large send offload supported."];
    expect(await outline([rule, "netsh int ipv4 show offload", rule, "", ...listing, ""].join("\n"))).toEqual([
      "banner 1",
      "prompt 1",
      "banner 1",
      "blank 1",
      "ipOffload (netsh int ipv4 show offload @ -) 2 from 5",
    ]);
  });

  it("never makes a capture of a command's name alone", async () => {
    expect(await outline("  1. netsh int tcp show global\nC:\\>netsh int tcp show global\nC:\\>netstat -t\n")).toEqual([
      "unrelated 1",
      "prompt 1",
      "prompt 1",
    ]);
  });

  it("begins a table at every repeated heading", async () => {
    const table = `Active Connections\n\n${heading}\n${row}\n\n`;
    expect((await outline(table.repeat(3))).filter((line) => line.startsWith("netstat"))).toEqual([
      "netstat (- @ -) 4 from 1",
      "netstat (- @ -) 4 from 6",
      "netstat (- @ -) 4 from 11",
    ]);
  });

  it("keeps a table together over a remark between its rows", async () => {
    const text = `${heading}\n${row}\n\nthese two are from the backup server, please look\n${row.replace("50012", "50013")}\n`;
    expect(await outline(text)).toEqual(["netstat (- @ -) 5 from 1"]);
  });

  it("takes the heading of an unknown language by the rows under it", async () => {
    const text = `hello\n\nXyzzy Plugh\n\n  Foo  Bar Baz            Quux Quuz       Grault\n\n${row}\n`;
    expect(await outline(text)).toEqual(["unrelated 1", "blank 1", "netstat (- @ -) 5 from 3"]);
  });

  it("does not take a command echoed before another capture for its own", async () => {
    expect(await outline(`netsh int tcp show global\n${settings.join("\n")}\n${heading}\n${row}\n`)).toEqual([
      "prompt 1",
      "tcpGlobal (netsh int tcp show global @ -) 3 from 2",
      "netstat (- @ -) 2 from 5",
    ]);
  });

  it("lets an echo be answered once", async () => {
    const table = "Idx  Alpha  Beta\n---  -----  ----\n 11      3     4\n";
    const text = `C:\\>netsh int tcp show chimneystats\n${table}\n${settings.join("\n")}\n\n${table}`;
    expect((await outline(text)).filter((line) => line.includes("@"))).toEqual([
      "chimneyStats (netsh int tcp show chimneystats @ -) 3 from 2",
      "tcpGlobal (- @ -) 3 from 6",
    ]);
  });

  it("keeps the rows above the first label that is known", async () => {
    const text = "Xyzzy TCP Plugh\n-----------------\nFoo : enabled\nHyStart : enabled\nBar : off\n";
    expect(await outline(text)).toEqual(["tcpGlobal (- @ -) 5 from 1"]);
  });

  it.each([
    ["a remoting prompt", "[SRV-01]: PS C:\\> netstat -nt", "SRV-01"],
    ["an SSH prompt", "admin@SRV_01 C:\\Users\\admin>netstat -nt", "SRV_01"],
    ["hostname", "C:\\>hostname\nSRV-01\n\nC:\\>netstat -nt", "SRV-01"],
    ["a collector's header", "Administrator @ __proto__:\nPS C:\\> netstat -nt", "__proto__"],
  ])("learns the host from %s", async (_, above, host) => {
    const found = (await passages(`${above}\n${heading}\n${row}\n`)).findLast((passage) => "kind" in passage);
    expect(found).toMatchObject({ kind: "netstat", host: { name: host }, command: "netstat -nt" });
  });

  it.each([
    ["PowerShell remoting", "[SRV-01]: PS C:\\> netstat -nt"],
    ["PsExec", "C:\\>psexec \\\\SRV-01 -s netstat -nt"],
    ["winrs", "C:\\>winrs -r:SRV-01 netstat -nt"],
  ])("knows the console's own captures from those of a session of %s", async (_, remote) => {
    const table = `${heading}\n${row}\n`;
    const own = `PS C:\\> netstat -n\n${table}`;
    const named = `C:\\>hostname\nADMIN-PC\n${remote}\n${table}${own}`;
    const hosts = async (text: string) =>
      (await passages(text)).flatMap((passage) => ("kind" in passage ? [passage.host?.name ?? null] : []));
    expect(await hosts(`${remote}\n${table}${own}`)).toEqual(["SRV-01", null]);
    expect(await hosts(named)).toEqual(["SRV-01", "ADMIN-PC"]);
  });

  it.each([
    [3, ["netstat (- @ -) 5 from 1"]],
    [4, ["netstat (- @ -) 1 from 1", "netstat (- @ -) 1 from 6"]],
  ])("lets %i unknown lines stand between two rows", async (count, captures) => {
    const remarks = Array.from(
      { length: count },
      (_, at) => `the customer says that he has seen this ${at} times before.`,
    );
    const found = await outline([row, ...remarks, row].join("\n"));
    expect(found.filter((line) => line.includes("@"))).toEqual(captures);
  });

  it("does not count blank lines among the unknown ones between two rows", async () => {
    expect(await outline([row, "", "one", "", "two", "", "three", "", row].join("\n"))).toEqual([
      "netstat (- @ -) 9 from 1",
    ]);
  });

  it("leaves Linux netstat and other settings alone", async () => {
    const text = [
      "Active Internet connections (w/o servers)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State",
      "tcp        0      0 192.0.2.10:22           198.51.100.7:50012      ESTABLISHED",
      "",
      "TCP Security Parameters",
      "-".repeat(46),
      "Memory Pressure Protection          : enabled",
      "Profiles                            : disabled",
    ].join("\n");
    expect((await passages(text)).every((passage) => "class" in passage)).toBe(true);
  });
});

describe("outputs of several blocks", () => {
  const captures = async (text: string) => (await outline(text)).filter((line) => line.includes("@"));
  const rss = (name: string) =>
    `Name : ${name}\nInterfaceDescription : x\nEnabled : True\nRssProcessorArray : 0:0/0\nProfile : Closest\n`;
  const lso = "Name : Ethernet 2\nV1IPv4Enabled : False\nIPv4Enabled : True\n";

  it("stay together, from the first line of the first block", async () => {
    expect(await captures(`some words\n\n${rss("A")}\n\n${rss("B")}\n${rss("C")}\n`)).toEqual([
      "netAdapterRss (- @ -) 18 from 3",
    ]);
  });

  it("stay together when what tells them comes late in a block", async () => {
    const block = `Name : A\n${Array.from({ length: 12 }, (_, at) => `Word${at} : x\n`).join("")}RegistryKeyword : *RSS\n`;
    expect(await captures(`${block}\n${block}`)).toEqual(["netAdapterAdvancedProperty (- @ -) 29 from 1"]);
  });

  it("leave the first lines of the next output to it", async () => {
    expect(await captures(`${rss("A")}\n${lso}`)).toEqual([
      "netAdapterRss (- @ -) 5 from 1",
      "netAdapterLso (- @ -) 3 from 7",
    ]);
  });

  it("are read over the blank line below a title", async () => {
    const text =
      "These Windows services are started:\n\n   Plug and Play\n   Server\n\nThe command completed successfully.\n";
    expect(await captures(`${text}\n\n   ${"some words ".repeat(5)}\n${settings.join("\n")}\n`)).toEqual([
      "services (- @ -) 9 from 1",
      "tcpGlobal (- @ -) 3 from 10",
    ]);
  });

  it("are read in other words when their shape tells", async () => {
    const service =
      "NOMO: A\nALIA: B\n        SPECO : 10  X\n        STATO : 4  RUNNING\n                (STOPPABLE)\n";
    expect(await captures(`some words\n\n${service}\n${service}`)).toEqual(["services (- @ -) 11 from 3"]);
    const adapter = (name: string) => `Etereta adaptilo ${name}:\n\n   Adreso. . . . . . : 192.0.2.1(jes)\n`;
    expect(await captures(`IP-agordo\n\n${adapter("A")}\n${adapter("B")}`)).toEqual(["ipConfig (- @ -) 7 from 3"]);
  });
});
