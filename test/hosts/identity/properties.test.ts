import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HostSignal, hostSignals, isTellingName } from "../../../grammar/markers/index.ts";
import { analyze, type HostReport, type Report } from "../../../src/index.ts";
import { examples } from "../../support/soak.ts";

/** One server, as its captures show it. */
interface Server {
  readonly name: string;
  readonly network: number;
  readonly offloaded: number;
  readonly inHost: number;
  readonly chimney: "enabled" | "automatic" | "disabled";
  /** What names it. */
  readonly namedBy: readonly ("systeminfo" | "ipconfig" | "hostname" | "registry")[];
}

const server: fc.Arbitrary<Server> = fc.record({
  // IP4-0 and its likes are made of words that head captures.
  name: fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{1,4}-[0-9]{1,3}$/).filter(isTellingName),
  network: fc.integer({ min: 1, max: 200 }),
  offloaded: fc.integer({ min: 0, max: 6 }),
  inHost: fc.integer({ min: 0, max: 6 }),
  chimney: fc.constantFrom("enabled", "automatic", "disabled"),
  namedBy: fc.uniqueArray(fc.constantFrom("systeminfo", "ipconfig", "hostname", "registry"), { minLength: 1 }),
});

const two = fc
  .tuple(server, server)
  .filter(([one, other]) => one.network !== other.network && one.name.slice(0, 3) !== other.name.slice(0, 3));

function table({ network, offloaded, inHost }: Server): string {
  const rows = Array.from({ length: offloaded + inHost }, (_, at) => {
    const state = at < offloaded ? "Offloaded" : "InHost";
    return `  TCP    192.0.${network}.10:445        198.51.100.${at + 1}:${50_000 + at}     ESTABLISHED     ${state}\n`;
  });
  const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
  return `\nActive Connections\n\n${heading}\n\n${rows.join("")}\n`;
}

function settings({ chimney }: Server): string {
  return `\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${chimney}\n\n`;
}

const names = {
  systeminfo: ({ name }: Server) =>
    `\nHost Name:                 ${name}\nOS Name:                   Microsoft Windows Server 2008 R2 Standard\nOS Version:                6.1.7601 Service Pack 1 Build 7601\n\n`,
  ipconfig: ({ name, network }: Server) =>
    `\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : ${name}\n\nEthernet adapter LAN:\n\n   IPv4 Address. . . . . . . . . . . : 192.0.${network}.10(Preferred)\n\n`,
  hostname: ({ name }: Server) => `\nC:\\>hostname\n${name}\n\n`,
  registry: ({ name }: Server) =>
    `\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    Hostname    REG_SZ    ${name}\n\n`,
};

const titles = ["LocalAddress", "LocalPort", "RemoteAddress", "RemotePort", "State", "OffloadState", "PSComputerName"];

/** The rows of Get-NetTCPConnection of a server: one cell for each title. */
function objectsOf({ name, network, offloaded, inHost }: Server): readonly (readonly string[])[] {
  return Array.from({ length: offloaded + inHost }, (_, at) => {
    const state = at < offloaded ? "Offloaded" : "InHost";
    return [`192.0.${network}.10`, "445", `198.51.100.${at + 1}`, `${50_000 + at}`, "Established", state, name];
  });
}

/** The forms that PowerShell prints objects in. */
const forms: readonly ((objects: readonly (readonly string[])[]) => string)[] = [
  (objects) =>
    [titles, titles.map((title) => "-".repeat(title.length)), ...objects]
      .map(
        (cells) =>
          `${cells
            .map((cell) => cell.padEnd(16))
            .join("")
            .trimEnd()}\n`,
      )
      .join(""),
  (objects) => [titles, ...objects].map((cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\n`).join(""),
  (objects) => objects.map((cells) => `${cells.map((cell, at) => `${titles[at]} : ${cell}\n`).join("")}\n`).join(""),
  (objects) => JSON.stringify(objects.map((cells) => Object.fromEntries(cells.map((cell, at) => [titles[at], cell])))),
];

const piecesOf = (own: Server): readonly string[] => [
  table(own),
  settings(own),
  ...own.namedBy.map((signal) => names[signal](own)),
];

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const analysed = (files: readonly (readonly [string, string])[]): Promise<Report> =>
  analyze(files.map(([name, text]) => ({ name, bytes: bytesOf(text) })));

/** What is said of a host, whatever files and lines it was read from. */
function said({ host, verdict, summary, findings }: HostReport) {
  const { offloaded, total } = summary.eligible ?? { offloaded: null, total: null };
  return {
    host,
    verdict: verdict?.code,
    counts: [offloaded, total],
    settings: summary.settings,
    findings: findings.map(({ rule, kind }) => `${rule}: ${kind}`),
  };
}

const runs = { numRuns: examples(3000, 100) };

describe("one server", () => {
  it("is one host, and the same, in one text or in files of one folder in any order", async () => {
    const shuffled = server.chain((own) =>
      fc.tuple(fc.constant(own), fc.shuffledSubarray([...piecesOf(own)], { minLength: piecesOf(own).length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom("x/", "x/y/", "b.zip!", ""), async ([own, pieces], folder) => {
        const whole = await analysed([["paste.txt", piecesOf(own).join("")]]);
        const split = await analysed(pieces.map((text, at) => [`${folder}${at}.txt`, text] as const));
        expect(whole.hosts).toHaveLength(1);
        expect(split.hosts.map(said)).toEqual(whole.hosts.map(said));
        expect(whole.hosts[0]?.host).toBe(own.name);
      }),
      runs,
    );
  });

  it("is no more hosts when one more capture names it", async () => {
    await fc.assert(
      fc.asyncProperty(server, fc.constantFrom(...Object.values(names)), async (own, name) => {
        const files = piecesOf(own).map((text, at) => [`x/${at}.txt`, text] as const);
        const more = await analysed([...files, ["x/more.txt", name(own)]]);
        expect(more.hosts).toHaveLength(1);
      }),
      runs,
    );
  });
});

describe("two servers", () => {
  /** What names the host of what follows, by its signal. */
  const markers: { readonly [signal in HostSignal]?: (name: string) => string } = {
    "the prompt": (name) => `[${name}]: PS C:\\> netstat -nt\n`,
    "the remote command": (name) => `C:\\>psexec \\\\${name} netstat -nt\n`,
    "the collector's heading": (name) => `Administrator @ ${name}:\n`,
    Ansible: (name) => `${name} | CHANGED | rc=0 >>\n`,
    Salt: (name) => `${name}:\n    ----------\n`,
    Bolt: (name) => `Finished on ${name}:\n`,
    PsExec: (name) => `\\\\${name}:\n`,
    "parallel-ssh": (name) => `[1] 08:15:10 [SUCCESS] ${name}\n`,
    Nornir: (name) => `* ${name} ** changed : False ****\n`,
    "the PowerShell transcript": (name) => `Machine: ${name} (Microsoft Windows NT 6.1.7601 Service Pack 1)\n`,
    hostname: (name) => `C:\\>hostname\n${name}\n`,
    COMPUTERNAME: (name) => `COMPUTERNAME=${name}\n`,
    "net config": (name) => `Computer name                        \\\\${name}\n`,
    "a label": (name) => `Server: ${name}\n`,
    "a heading": (name) => `=== ${name} 2024-03-05 08:15 ===\n`,
  };
  /** Those that name an object, or a whole file. */
  const others: readonly HostSignal[] = ["PSComputerName", "a file with nothing but the name"];

  it("are told apart by every signal", () => {
    expect([...Object.keys(markers), ...others].toSorted()).toEqual(hostSignals.toSorted());
  });

  it("in one text with markers are two hosts, each with its counts", async () => {
    await fc.assert(
      fc.asyncProperty(two, fc.constantFrom(...Object.values(markers)), async (servers, marker) => {
        const text = servers.map((own) => marker(own.name) + table(own) + settings(own)).join("\n");
        const { hosts } = await analysed([["all.txt", text]]);
        const counts = servers.map(({ name, offloaded, inHost }) => [name, offloaded, offloaded + inHost]);
        expect(hosts.map(({ host, summary: { eligible } }) => [host, eligible?.offloaded, eligible?.total])).toEqual(
          counts.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        );
      }),
      runs,
    );
  });

  it("in one table of objects are two hosts, each with its rows", async () => {
    await fc.assert(
      fc.asyncProperty(two, fc.constantFrom(...forms), fc.boolean(), async (servers, print, isMixed) => {
        const objects = servers.flatMap(objectsOf);
        const printed = print(isMixed ? objects.toSorted((a, b) => (String(a[3]) < String(b[3]) ? -1 : 1)) : objects);
        const { hosts } = await analysed([["all.txt", printed]]);
        const counts = servers
          .filter(({ offloaded, inHost }) => offloaded + inHost > 0)
          .map(({ name, offloaded, inHost }) => [name, offloaded, offloaded + inHost]);
        expect(hosts.map(({ host, summary: { eligible } }) => [host, eligible?.offloaded, eligible?.total])).toEqual(
          counts.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        );
      }),
      runs,
    );
  });

  it("in two archives are two hosts, whatever names them", async () => {
    await fc.assert(
      fc.asyncProperty(two, async (servers) => {
        const files = servers.flatMap((own, at) =>
          piecesOf(own).map((text, piece) => [`${at}.zip!${piece}.txt`, text] as const),
        );
        expect((await analysed(files)).hosts.map(({ host }) => host)).toEqual(
          servers.map(({ name }) => name).toSorted(),
        );
      }),
      runs,
    );
  });
});
