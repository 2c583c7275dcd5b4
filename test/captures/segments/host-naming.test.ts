import { describe, expect, it } from "vitest";
import { type Passage, segment } from "../../../src/captures/segments/index.ts";
import type { SegmentOptions } from "../../../src/captures/segments/segmenter.ts";
import { mend } from "../../../src/text/mends/index.ts";
import { global, table } from "../../support/comparisons.ts";

async function passages(text: string, options: SegmentOptions = {}): Promise<readonly Passage[]> {
  const blocks = async function* () {
    yield { text: text.replaceAll("\r\n", "\n") };
  };
  const found: Passage[] = [];
  for await (const passage of segment(mend(blocks()), options)) found.push(passage);
  return found;
}

/** The host of each capture in the text, the version of Windows in the head of a transcript apart. */
async function hostsIn(...parts: string[]): Promise<readonly (string | null)[]> {
  const found = await passages(parts.join("\n"));
  return found.flatMap((passage) =>
    "kind" in passage && passage.kind !== "systemInfo" ? [passage.host?.name ?? null] : [],
  );
}

const T = table(1, 2);
const G = global("enabled");
const indented = (text: string) => text.replaceAll(/^/gm, "    ");

describe("what runs a command on many hosts", () => {
  it.each([
    ["Ansible", "srv01 | CHANGED | rc=0 >>", "srv02 | SUCCESS | rc=0 >>"],
    ["a play of Ansible", "ok: [srv01] => {", "changed: [srv02] => {"],
    ["Bolt", "Finished on srv01:", "Finished on srv02:"],
    ["PsExec", "\\\\srv01:", "\\\\srv02:"],
    ["parallel-ssh", "[1] 08:15:10 [SUCCESS] srv01", "[2] 08:15:11 [SUCCESS] srv02"],
    ["Get-NetView", "Administrator @ srv01:", "Administrator @ srv02:"],
    ["a loop with headings", "=== srv01 ===", "=== srv02 ==="],
    ["a loop with other headings", "##### Server: srv01 #####", "##### Server: srv02 #####"],
    ["a loop that prints names", "srv01", "srv02"],
    ["a loop that prints labels", "Computer: srv01", "Computer: srv02"],
    [
      "a loop with names in boxes",
      "---------------\nsrv01\n---------------",
      "---------------\nsrv02\n---------------",
    ],
    ["hostname before each", "C:\\>hostname\nsrv01", "C:\\>hostname\nsrv02"],
    ["hostname in one line with it", "C:\\>hostname & netstat -nt\nsrv01", "C:\\>hostname & netstat -nt\nsrv02"],
    ["%COMPUTERNAME% before each", "C:\\>echo %computername%\nsrv01", "C:\\>echo %computername%\nsrv02"],
    ["$env:COMPUTERNAME before each", "PS C:\\> $env:COMPUTERNAME\nsrv01", "PS C:\\> $env:COMPUTERNAME\nsrv02"],
    ["set before each", "COMPUTERNAME=srv01\nOS=Windows_NT", "COMPUTERNAME=srv02\nOS=Windows_NT"],
    [
      "net config before each",
      "Computer name                        \\\\srv01\nUser name                            admin",
      "Computer name                        \\\\srv02\nUser name                            admin",
    ],
    [
      "transcripts",
      "Start time: 20240305081510\nMachine: srv01 (Microsoft Windows NT 6.1.7601 Service Pack 1)",
      "Start time: 20240305081610\nMachine: srv02 (Microsoft Windows NT 6.1.7601 Service Pack 1)",
    ],
    ["parallel-ssh with ports", "[1] 08:15:10 [SUCCESS] srv01:22", "[2] 08:15:11 [SUCCESS] admin@srv02:22"],
    ["PsExec's first lines", "Connecting to srv01...", "Starting netstat on srv02..."],
    ["clush", "---------------\nsrv01 (1)\n---------------", "---------------\nsrv02 (1)\n---------------"],
    ["a state of Salt", "srv01:\n----------\n          ID: tcp\n      stdout:", "srv02:\n----------\n      stdout:"],
    ["Bolt with the stream", "Finished on srv01:\n  STDOUT:", "Finished on srv02:\n  STDOUT:"],
    ["MCollective", "srv01:\n     Exit Code: 0\n        Stdout:", "srv02:\n     Exit Code: 0\n        Stdout:"],
    ["a play of Ansible in YAML", "ok: [srv01] => \n  stdout_lines:", "ok: [srv02] => \n  stdout_lines:"],
    ["a loop that says whose turn it is", "Processing srv01...", "Connecting to srv02"],
    ["a loop that says so in German", "Verarbeite srv01 ...", "Ausgabe von srv02:"],
    ["a loop with bullets", "■ サーバー: srv01", "● srv02"],
    ["a loop with names and times", "=== srv01 2024-05-01 10:00 ===", "=== srv02 - 2024-05-01 10:05:01 ==="],
    ["a loop with times in brackets", "#### srv01 (01.05.2024 10:00:01) ####", "[2024-05-01 10:05:01] srv02"],
    ["a loop with labels and times", "--- Server: srv01 (2024-05-01 10:00:00)", "2024-05-01 10:05 Rechner srv02"],
    ["a loop with names and addresses", "--- srv01 (192.0.2.5) ---", "--- srv02 (192.0.2.6) ---"],
    ["a list of virtual machines", "VM: srv01", "VM name: srv02"],
    ["ssh without a prompt", "ssh admin@srv01 netstat -nt", "ssh admin@srv02 netstat -nt"],
    ["Invoke-Command without a prompt", "Invoke-Command srv01 { netstat -nt }", "icm -cn srv02 { netstat -nt }"],
    ["netsh on another machine", "[srv01] netsh>int tcp show global", "[srv02] netsh interface tcp>show global"],
    ["headings of Jira", "h3. srv01\n{noformat}", "{noformat}\n\nh3. srv02\n{code:title=Output}"],
    ["numbered headings", "1) srv01", "2. srv02"],
    ["numbers behind a sign", "#1 srv01", "#2: srv02"],
    ["numbers behind a word", "No. 1 srv01", "Nr. 2 srv02"],
    ["numbers of so many", "[1/2] srv01", "(2 of 2) srv02"],
    ["numbers and dashes", "1 - srv01", "=== 2. srv02 ==="],
    ["Roman numbers", "I. srv01", "II. srv02"],
    ["numbered labels", "Server 1: srv01", "Server 2: srv02"],
    ["labels in brackets", "【服务器】srv01", "[Server] srv02"],
    ["labels in Turkish and Czech", "Sunucu: srv01", "Název počítače: srv02"],
    ["labels in Hungarian and Ukrainian", "Kiszolgáló: srv01", "Ім'я комп'ютера: srv02"],
    ["Nornir", "* srv01 ** changed : False ****", "* srv02 ** changed : True *****"],
    ["a list of a mail", "Server srv01:", "and srv02:"],
    ["sentences of a mail", "here is the output from srv01:", "and this is srv02:"],
    ["names in the prompts", "srv01\\C:\\>netstat -nt", "[srv02] C:\\>netstat -nt"],
    ["the prompt of Git for Windows", "admin@srv01 MINGW64 ~\n$ netstat -nt", "admin@srv02 MINGW64 /c\n$ netstat -nt"],
    ["a heading with the command", "srv01: netstat -nt", "=== netstat -nt on srv02 ==="],
  ])("is read: %s", async (_, one, other) => {
    expect(await hostsIn(one, "", T, G, other, "", T, G)).toEqual(["srv01", "srv01", "srv02", "srv02"]);
  });

  it("is read: Salt, whatever a host is called", async () => {
    expect(await hostsIn("fileserver:", indented(T), "srv02:", indented(T))).toEqual(["fileserver", "srv02"]);
    const own = indented(T).trimEnd();
    expect(await hostsIn("fileserver:", own, "mailserver:", own)).toEqual(["fileserver", "mailserver"]);
    const returned = `    ----------\n    pid:\n        4120\n    stdout:\n${indented(own)}`;
    expect(await hostsIn("fileserver:", returned, "mailserver:", returned)).toEqual(["fileserver", "mailserver"]);
  });

  it("is read: a name of digits, where a command printed it", async () => {
    expect(await hostsIn("C:\\>hostname\n4711", "", "C:\\>netstat -nt", T)).toEqual(["4711"]);
    expect(await hostsIn("=== 4711 ===", "", "C:\\>netstat -nt", T)).toEqual([null]);
  });

  it.each([
    ["pdsh", (host: string) => `${host}: `],
    ["Fabric", (host: string) => `[${host}] out: `],
    ["a bar", (host: string) => `${host} | `],
  ])("is read in front of each line: %s", async (_, prefix) => {
    const prefixed = (host: string) => (T + G).trimEnd().replaceAll(/^/gm, prefix(host));
    expect(await hostsIn(prefixed("srv01"), prefixed("srv02"))).toEqual(["srv01", "srv01", "srv02", "srv02"]);
    const settings = (host: string) => G.trimEnd().replaceAll(/^/gm, prefix(host));
    expect(await hostsIn(settings("srv01"), settings("srv02"))).toEqual(["srv01", "srv02"]);
  });

  it.each([
    [
      "English",
      "Computer name                        \\\\SRV01\nFull Computer name                   srv01.example.com",
    ],
    [
      "French",
      "Nom d'ordinateur                     \\\\SRV01\nNom complet de l'ordinateur          srv01.example.com",
    ],
    [
      "Russian",
      "Имя компьютера                       \\\\SRV01\nПолное имя компьютера                srv01.example.com",
    ],
  ])("is the full name of net config in %s", async (_, text) => {
    expect(await hostsIn(text, "", T)).toEqual(["srv01.example.com"]);
    expect(await hostsIn(text.replace(/srv01\S+/, "SRV01"), "", T)).toEqual(["SRV01"]);
  });

  it.each([
    ["=== SRVONE ===", "=== SRVTWO ==="],
    ["---------- SRVONE ----------", "---------- SRVTWO ----------"],
    ["*** SRVONE ***", "*** SRVTWO ***"],
    ["##### SRVONE", "##### SRVTWO"],
    ["[SRVONE]", "[SRVTWO]"],
    ["【SRVONE】", "【SRVTWO】"],
    ["--- SRVONE\nC:\\>netstat -nt", "[SRVTWO]\nC:\\>netstat -nt"],
  ])("is read right below the last row, where an owner may stand: %s", async (one, other) => {
    expect(await hostsIn(one, T.trimEnd(), other, T.trimEnd())).toEqual(["SRVONE", "SRVTWO"]);
  });

  it("is read: rows without a heading of their own", async () => {
    const rows = T.replaceAll(/^(?! {2}TCP).*\r?\n/gm, "");
    expect(await hostsIn("=== srv01 ===", rows, "=== srv02 ===", rows)).toEqual(["srv01", "srv02"]);
  });
});

describe("a line that names what stands above", () => {
  it("is PsExec's last one", async () => {
    const ended = (host: string) => `netstat exited on ${host} with error code 0.`;
    expect(await hostsIn(T, ended("SRV01"), T, ended("SRV02"))).toEqual(["SRV01", "SRV02"]);
  });

  it.each([
    ["behind a blank line", "\nPSComputerName : SRV01\n", "\nPSComputerName : SRV02\n"],
    ["right below it", "PSComputerName : SRV01\n", "PSComputerName : SRV02\n"],
    [
      "with its runspace",
      "\nPSComputerName : SRV01\nRunspaceId : 6f7c\n",
      "\nPSComputerName : SRV02\nRunspaceId : 6f7d",
    ],
  ])("is a property %s", async (_, one, other) => {
    expect(await hostsIn(T.trimEnd(), one, T.trimEnd(), other)).toEqual(["SRV01", "SRV02"]);
    expect(await hostsIn(G.trimEnd(), one, G.trimEnd(), other)).toEqual(["SRV01", "SRV02"]);
    expect(await hostsIn(T, G.trimEnd(), one, T, G.trimEnd(), other)).toEqual(["SRV01", "SRV01", "SRV02", "SRV02"]);
  });

  it("is a property that heads what follows where nothing stands above the first", async () => {
    const hosts = await hostsIn("PSComputerName : SRV01", "", T, G, "PSComputerName : SRV02", "", T);
    expect(hosts).toEqual(["SRV01", "SRV01", "SRV02"]);
  });

  it("is a property above what follows without a blank line", async () => {
    expect(await hostsIn("PSComputerName : SRV01", table(1, 2).trimStart(), "", G)).toEqual(["SRV01", null]);
  });
});

describe("a word that is no name", () => {
  it.each([
    "=== Settings ===",
    "=== SETTINGS ===",
    "=== BEFORE ===",
    "--- Step1 ---",
    "[netstat.txt]",
    "Ergebnis:",
    "=== fileserver ===",
    "=== RUN-1 ===",
    "stdout:",
    "  stdout_lines:",
    "Connecting to localhost",
    "Processing files...",
    "Output from step 2:",
    "Server: UnKnown",
    "Server:  dns01.example.com\nAddress:  192.0.2.53",
    "DHCP Server: 192.0.2.1",
    "Node 1: Online",
    "Server 2: OK",
    "#1 netstat",
    "1 - before",
  ])("%s names nobody", async (line) => expect(await hostsIn(line, T)).toEqual([null]));

  it.each([
    ["1) srv01", "2) srv02"],
    ["(1) srv01", "(2) srv02"],
    ["a) srv01", "b) srv02"],
    ["srv01 :", "srv02 :"],
    ["srv01", "srv02"],
    ["Server srv01 (test):", "Server srv02 (live):"],
    ["BEGIN srv01", "BEGIN srv02"],
    ["### srv01 netstat ###", "### Connections - srv02 ###"],
    ["srv01:\n    ----------\n    cmd.run:", "srv02:\n    ----------\n    cmd.run:"],
  ])("names the host right below a row: %s", async (one, other) => {
    const rows = T.trimEnd();
    expect(await hostsIn(one, rows, other, rows)).toEqual(["srv01", "srv02"]);
  });

  it.each([
    ["[alpha]", "[beta]"],
    ["1. alpha", "2. beta"],
    ["#1 alpha", "#2 beta"],
    ["Server alpha", "Server beta"],
    ["Serveur alpha :", "Serveur beta :"],
    ["Rechner alpha", "Rechner beta"],
  ])("may be any word right below a row: %s", async (one, other) => {
    const found = await passages(`${one}\n${T.trimEnd()}\n${other}\n${T}`);
    const headed = found.flatMap((passage) => ("kind" in passage ? (passage.headed?.name ?? null) : []));
    expect(headed).toEqual(["alpha", "beta"]);
  });

  it("is that of the file server in what nbtstat -n prints of this computer, and only of this one", async () => {
    const names = "       Nom           Type\n    CONTOSO   <00>  GROUPE\n    fileserver   <20>  UNIQUE      Inscrit";
    expect(await hostsIn("C:\\>nbtstat -n", names, "C:\\>netstat -nt", T)).toEqual(["fileserver"]);
    expect(await hostsIn("C:\\>nbtstat -A 192.0.2.9", names, "C:\\>netstat -nt", T)).toEqual([null]);
  });

  it("names the host where another line does", async () => {
    const hosts = await hostsIn("C:\\>hostname\nfileserver", T, "=== fileserver ===", T, "=== settings ===", T);
    expect(hosts).toEqual(["fileserver", "fileserver", "fileserver"]);
  });

  it("is the executable of the row above where another row follows", async () => {
    const owned = T.replace(/(ESTABLISHED.*)/, "$1\n [SQL2]");
    expect(await hostsIn("C:\\>netstat -nbt", owned, "[SRV02]", T)).toEqual([null, "SRV02"]);
  });

  it("is no host where it follows a table whose lines it goes on with", async () => {
    const owners = T.replaceAll(/(ESTABLISHED.*)/g, "$1\n  RpcSs\n [sql01.exe]");
    expect(await hostsIn("C:\\>netstat -nbt", owners)).toEqual([null]);
  });
});

describe("a text with nothing but a name", () => {
  const namesIn = async (text: string, options: SegmentOptions = {}) =>
    (await passages(text, options)).flatMap((passage) => ("class" in passage ? (passage.named?.name ?? []) : []));

  it.each([
    ["SRV01\n", {}, ["SRV01"]],
    ["\n  srv01.example.com  \n\n", {}, ["srv01.example.com"]],
    ["fileserver\n", { holdsHostName: true }, ["fileserver"]],
    ["fileserver\n", {}, []],
    ["SRV01\nSRV02\n", { holdsHostName: true }, []],
    ["localhost\n", { holdsHostName: true }, []],
    ["XXXXXX\n", { holdsHostName: true }, []],
    ["[REDACTED]\n", { holdsHostName: true }, []],
    ["", {}, []],
  ])("%j", async (text, options, names) => expect(await namesIn(text, options)).toEqual(names));
});
