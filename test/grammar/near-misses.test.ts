import { describe, expect, it } from "vitest";
import { nearMisses } from "../../grammar/near-misses/index.ts";
import { analysed } from "../support/analysed.ts";

/** What is said of a source in which nothing was recognised, and how many hosts it makes. */
async function answerTo(text: string) {
  const { report } = await analysed(text);
  const { sources, hosts, diagnostics } = report;
  return { hosts: hosts.length, reason: sources[0]?.reason, codes: diagnostics.map(({ code }) => code) };
}

const route = "          0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.10    266";
const totals = [
  "Bytes                  2282214064       357563846",
  "Unicastpakete             1863596         1226380",
  "Nicht-Unicastpakete         10056            5412",
  "Verworfen                       0               0",
  "Fehler                          0               0",
  "Unbekannte Protokolle           0",
].join("\n");
const statistics = [
  "  受信パケット                         = 4711",
  "  受信ヘッダー エラー                  = 0",
  "  受信アドレス エラー                  = 12",
  "  転送データグラム                     = 815",
].join("\n");

describe("output that people take for the table is named", () => {
  it.each([
    ["netstat of Linux", "tcp        0      0 192.0.2.41:22           198.51.100.3:51000      VERBUNDEN"],
    ["netstat of Linux", "Active Internet connections (only servers)"],
    ["netstat of Linux", "udp6       0      0 :::68                   :::*"],
    ["netstat of FreeBSD", "tcp4       0      0  192.0.2.40.22          198.51.100.3.51000     ESTABLISHED"],
    ["netstat of FreeBSD", "tcp4       0      0      0 192.0.2.40.22          198.51.100.3.51000"],
    ["netstat of FreeBSD", "Active Internet connections (including servers)"],
    ["ss of Linux", "Netid State  Recv-Q Send-Q Local Address:Port   Peer Address:Port Process"],
    ["ss of Linux", "ESTAB  0      0          192.0.2.41:22    198.51.100.3:51000"],
    ["netstat of Linux", "Kernel Interface table"],
    ["netstat of Linux", "Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg"],
    ["netstat of Linux", "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface"],
    ["netstat of Linux", "Tcp:\n    4321 active connection openings\n    12 failed connection attempts"],
    ["Solaris", "   Local Address        Remote Address    Swind Send-Q Rwind Recv-Q    State"],
    ["ss of Linux", "TCP:   12 (estab 3, closed 4, orphaned 0, timewait 0)"],
    ["ss of Linux", "Transport Total     IP        IPv6"],
    ["lsof", "COMMAND   PID USER   FD   TYPE             DEVICE SIZE/OFF NODE NAME"],
    ["lsof", "sshd     4321 ana     5u  IPv4  0x1235      0t0  TCP 192.0.2.41:22->198.51.100.3:51000 (ESTABLISHED)"],
    ["Velociraptor", '{"Pid":4,"Type":"TCP","Laddr":{"IP":"192.0.2.10","Port":445}}'],
    ["osquery", '{"local_address":"192.0.2.10","local_port":"445","remote_address":"198.51.100.7","pid":"4"}'],
    ["osquery", "| pid | local_address  | local_port | remote_address | remote_port | state       |"],
    ["TCPView", "System\t4\tTCP\tsrv01.example.com\tmicrosoft-ds\tclient7\t50012\tESTABLISHED\t\t"],
    ["tcpvcon", "[TCP] System\n\tPID:     4\n\tLocal:   192.0.2.10:445\n\tRemote:  198.51.100.7:50012"],
    ["CurrPorts", "Process Name      : System\nLocal Port        : 445\nRemote Address    : 198.51.100.7"],
    [
      "supplemental",
      "C:\\>netsh int tcp show supplementalports\n\nLocal port Remote port Template\n      *          *     internet",
    ],
    ["supplemental", "C:\\>netsh int tcp show supplementalsub\n\nRemote subnet    Template\n192.0.2.0/24     internet"],
    ["netstat -s", statistics],
    ["netstat -e", totals],
    ["routing table", route],
    ["routing table", route.replace("  192.0.2.1 ", "Auf Verbindung ")],
    ["netstat -x", "Active NetworkDirect Connections, Listeners, SharedEndpoints"],
    ["netstat -x", "  Kernel       9 Listener      192.0.2.158:445        NA                          0"],
    ["Velociraptor", '[{"Pid":4,"Type":"TCP","Laddr.IP":"192.0.2.10","Laddr.Port":445}]'],
    ["another tool", '"Protocol","LocalAddress","LocalPort","RemoteAddress","RemotePort","State"'],
    [
      "Get-NetTCPConnection",
      "LocalAddress  : 192.0.2.10\nLocalPort     : 445\nOwningProcess : 4\nRemoteAddress : 198.51.100.7\nRemotePort    : 50012",
    ],
    [
      "another topic of netsh",
      "C:\\>netsh int tcp show security\n\nTCP Security Parameters\nMemory Pressure Protection : enabled",
    ],
    ["another topic of netsh", "C:\\>netsh int ipv4 sh tcpconn\n\nMIB-II TCP Connection Entry"],
  ])("%s", async (name, text) => {
    const { hosts, reason, codes } = await answerTo(`${text}\n`);
    expect({ hosts, codes }).toEqual({ hosts: 0, codes: ["other-output"] });
    expect(reason).toContain(name);
    expect(reason).toMatch(/^This is .*; it does not show .*\. Run /);
  });

  it.each([
    ["three rows of numbers", statistics.split("\n").slice(1).join("\n")],
    ["a configuration", "limit = 1\nsize = 2\ncount = 3\nrate = 4"],
    ["half of the totals", totals.split("\n").slice(2).join("\n")],
    ["prose", "tcp is 0 to 0 for us; ss says LISTEN 4 times"],
    ["a mention", "we ran netstat -s and route print on 192.0.2.1 yesterday"],
  ])("but not %s", async (_, text) => {
    expect(await answerTo(`${text}\n`)).toEqual({
      hosts: 0,
      reason: "no capture recognised",
      codes: ["nothing-recognised"],
    });
  });

  it("once, by the side of a capture", async () => {
    const table = "Chimney Offload State               : enabled\n";
    const { hosts, reason, codes } = await answerTo(
      `TCP Global Parameters\n----------\n${table}\n${route}\n\n${route}\n`,
    );
    expect({ hosts, reason }).toEqual({ hosts: 1, reason: null });
    expect(codes.filter((code) => code === "other-output")).toHaveLength(1);
  });

  it("in less than a line", () => {
    for (const { name, lacks, run } of nearMisses) expect([name, lacks, run].join(" ").length).toBeLessThan(120);
  });
});
