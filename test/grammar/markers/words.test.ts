import { describe, expect, it } from "vitest";
import { asksForHostName, hostNamePrinted } from "../../../grammar/markers/answers.ts";
import { bareCommand } from "../../../grammar/markers/commands.ts";
import { isPossibleName, isSectionWord, isTellingName } from "../../../grammar/markers/host-name.ts";
import { readHeading, readHostHeading, readLabel } from "../../../grammar/markers/index.ts";
import { phaseIn } from "../../../grammar/markers/phases.ts";
import { readPrompt } from "../../../grammar/markers/prompts.ts";

const hostIn = (line: string) => readHeading(line)?.host?.name;

it.each([
  ["hostname", true],
  ["HOSTNAME.EXE", true],
  ["C:\\Windows\\System32\\hostname.exe", true],
  ["@hostname", true],
  ["(hostname)", true],
  ["hostname & ver", true],
  ["ver & hostname", true],
  ["ver; hostname | more", true],
  ["hostname > host.txt", true],
  ["echo %computername%", true],
  ["echo. %COMPUTERNAME%", true],
  ["%computername%", true],
  ["$env:COMPUTERNAME", true],
  ['Write-Host "$env:computername"', true],
  ["Write-Output $env:computername", true],
  ["[Environment]::MachineName", true],
  ["[System.Environment]::MachineName", true],
  ["[System.Net.Dns]::GetHostName()", true],
  ["[Net.Dns]::GetHostName()", true],
  ["hostname -s", false],
  ["hostnames", false],
  ["echo hostname", false],
  ["echo %computername% is it", false],
  ["[Environment]::MachineNames", false],
  ["set computername", false],
  ["", false],
  [`hostname${" ".repeat(992)}`, true],
  [`hostname${" ".repeat(993)}`, false],
])("%j asks for the name of the computer: %s", (command, expected) => {
  expect(asksForHostName(command)).toBe(expected);
});

it.each([
  ["SRV01", "SRV01"],
  ["  srv01.example.com \t", "srv01.example.com"],
  ["two words", undefined],
  ["SRV01!", undefined],
  ["", undefined],
  [`${" ".repeat(395)}SRV01`, "SRV01"],
  [`${" ".repeat(396)}SRV01`, undefined],
])("%j is the name that was printed: %s", (line, name) => {
  expect(hostNamePrinted(line)).toBe(name);
});

describe("a command alone on a line", () => {
  it.each(
    "netstat netsh ipconfig hostname route arp nbtstat systeminfo ver winver reg sc net ping tracert getmac wmic whoami msinfo32 tasklist".split(
      " ",
    ),
  )("is one of %s", (name) => {
    const line = name === "netsh" ? "netsh int tcp" : name;
    expect(bareCommand(line)).toBe(line);
    expect(bareCommand(line.toUpperCase())).toBe(line.toUpperCase());
    expect(bareCommand(line.replace(name, `${name}.exe`))).toBe(line.replace(name, `${name}.exe`));
    expect(bareCommand(`${name}x`)).toBeNull();
    expect(bareCommand(`${name} > a.txt`)).toBe(name === "netsh" ? null : `${name} > a.txt`);
  });

  it.each("is was are the that this and says shows showed output command result results".split(" "))(
    "is no sentence with %s",
    (word) => {
      expect(bareCommand(`route ${word}`)).toBeNull();
      expect(bareCommand(`netsh int ${word}`)).toBeNull();
      expect(bareCommand(`route ${word}ful`)).toBe(`route ${word}ful`);
    },
  );

  it.each([
    ["netsh a b c d e f g h i j k l", true],
    ["netsh int tcp set global chimney=enabled", true],
    ["netsh int tcp set global chimney=", false],
    ["netsh -c int tcp", true],
    ["netsh int tcp show global 12", true],
    ["netsh int tcp show global 1234567", false],
    ["netsh int tcp!", false],
    ["net use one two three four five", true],
    ["net use one two three four five six", false],
    ["netstat -an 5", true],
    ["netstat -an 300000", true],
    ["netstat -an 3000000", false],
    ["netstat icmp", true],
    ["netstat udpv6", true],
    ["netstat -p tcpv6", true],
    ["netstat /?", true],
    ["netstat everything", false],
    ["route: not found", false],
    ["hostname SRV01", false],
    ["ver | more", true],
    ["netstat -nt 2>&1", true],
    ["netstat -nt >> a.txt", true],
    ["'netstat -nt'", "netstat -nt"],
    ["`netstat -nt`", "netstat -nt"],
    ["'netstat -nt\"", false],
    ["Get-NetAdapter -Name x", true],
    ["Get-Ne", false],
    ["Get-Net", true],
    ["Set-NetAdapter -Name x", false],
  ] as const)("%s: %s", (line, expected) => {
    expect(bareCommand(line)).toBe(expected === true ? line : expected === false ? null : expected);
  });
});

describe("a heading", () => {
  it.each([
    ...["command", "cmd", "running", "running command", "executing", "execute", "run", "output of", "output from"],
    ...["befehl", "ausgabe von", "commande", "comando", "команда", "命令", "コマンド", "명령"],
  ])("announces a command by %s", (words) => {
    expect(readHeading(`${words}: netstat -nato`)).toMatchObject({ class: "banner", command: "netstat -nato" });
    expect(readHeading(`${words} netstat -nato`)).toMatchObject({ class: "banner", command: "netstat -nato" });
  });

  it.each([
    "of",
    "from",
    "on",
    "for",
    "at",
    "von",
    "auf",
    "für",
    "de",
    "du",
    "sur",
    "en",
    "da",
    "do",
    "di",
    "su",
    "с",
    "на",
    "от",
  ])("names a host behind %s", (word) => {
    expect(readHostHeading(`=== words ${word} SRV01 ===`)).toMatchObject({ name: "SRV01", trust: "sure" });
    expect(readHostHeading(`=== ${word} SRV01 ===`)).toBeUndefined();
  });

  it.each(["on", "from", "@", "auf", "von", "sur", "en", "su", "на"])(
    "has a command and, behind %s, its host",
    (word) => {
      expect(readHeading(`=== netstat -nato ${word} SRV01 ===`)).toMatchObject({
        command: "netstat -nato",
        host: { name: "SRV01" },
      });
    },
  );

  it.each(["ok", "changed", "failed", "fatal", "skipping", "unreachable", "rescued", "ignored"])(
    "of Ansible says %s",
    (word) => {
      expect(hostIn(`${word}: [srv01]`)).toBe("srv01");
      expect(hostIn(`${word}x: [srv01]`)).toBeUndefined();
    },
  );

  it.each(["CHANGED", "SUCCESS", "FAILED", "UNREACHABLE!", "OK", "success"])(
    "of a command that Ansible ran says %s",
    (word) => {
      expect(hostIn(`srv01 | ${word} | rc=0 >>`)).toBe("srv01");
      expect(hostIn(`srv01 | ${word}`)).toBe("srv01");
      expect(hostIn(`srv01 | ${word}x`)).toBeUndefined();
    },
  );

  it.each([
    ["TASK [netstat -nt] **", "netstat -nt"],
    ["PLAY [netstat -nt] ****", "netstat -nt"],
    ["RUNNING HANDLER [netstat -nt] ****", "netstat -nt"],
    ["TASK [some words] ****", null],
  ])("of a task: %s", (line, command) => {
    expect(readHeading(line)).toEqual({ class: "banner", command });
  });

  it.each([
    "TASK [netstat -nt] *",
    "Starting on srv01:",
    "Finished on srv01",
    "[1] 08:15:10 [OK] srv01",
    "srv01 exited with error code 0",
  ])("is not %s", (line) => {
    expect(hostIn(line)).toBeUndefined();
  });

  it.each([
    ["Failed on srv01:", "srv01"],
    ["Failed on srv01...", "srv01"],
    ["[12] 08:15:10 [FAILURE] srv01", "srv01"],
    ["cmd.exe exited on SRV01 with error code -1073741510.", "SRV01"],
    ["Machine: SRV01 (Linux 5.4)", "SRV01"],
    ["Machine: SRV01 (Darwin 20)", "SRV01"],
    ["Machine: SRV01 (Unix 5.4.0.1)", "SRV01"],
    ["Machine: SRV01 (Solaris 10)", undefined],
  ])("%s is of %s", (line, host) => {
    expect(hostIn(line)).toBe(host);
  });
});

describe("a label", () => {
  it.each([
    ["'COMPUTERNAME': SRV01", "SRV01"],
    ["computername=SRV01", "SRV01"],
    ["PSComputerName: SRV01", "SRV01"],
    ['"PSComputerName": "SRV01",', "SRV01"],
    ["'PSComputerName' : 'SRV01'", "SRV01"],
    ["XPSComputerName: SRV01", undefined],
    ["Serveur: SRV01", "SRV01"],
    ["Server:  SRV01", undefined],
    ["Server :  SRV01", undefined],
    ["Сервер:  SRV01", undefined],
    ["Server:   SRV01", "SRV01"],
    ["Host:  SRV01", "SRV01"],
    ["Server: SRV01.", "SRV01"],
    ["Server: SRV01;", "SRV01"],
    ["Server: SRV01 x", undefined],
    ["Server . . . : SRV01", "SRV01"],
    ["Server = SRV01", "SRV01"],
    [`${" ".repeat(387)}Server: SRV01`, "SRV01"],
    [`${" ".repeat(388)}Server: SRV01`, undefined],
  ])("%j names %s", (line, name) => {
    expect(readLabel(line)?.host?.name).toBe(name);
  });

  it.each(["above", "oben", "previous", "preceding", "ci-dessus", "arriba", "acima", "sopra", "выше"])(
    "with %s is of what stands above",
    (word) => {
      expect(readLabel(`netstat ${word} taken at: 2024-03-05 08:15:10`)?.timeReach).toBe("above");
      expect(readLabel(`netstat ${word}x taken at: 2024-03-05 08:15:10`)).toMatchObject({ class: "banner" });
      expect(readLabel(`netstat ${word}x taken at: 2024-03-05 08:15:10`)?.timeReach).toBeUndefined();
    },
  );

  it.each([
    ["Date: Tue, 05 Mar 2024 08:15:10 GMT", false],
    ["Date: 2024-03-05 08:15:10", true],
    ["Collected: 2024-03-05", true],
    ["date and time of it all: 2024-03-05", false],
    ["the date and time: 2024-03-05", true],
    ["Frotz: 2024-03-05", false],
    ["Boot time: 2024-03-05", false],
    ["Last logon time: 2024-03-05", false],
    ["Time: 2024-03-05 (UTC)", true],
  ])("%s is a time: %s", (line, expected) => {
    expect(readLabel(line)?.time !== undefined).toBe(expected);
  });
});

it.each([
  ["vor dem Neustart", "before"],
  ["AFTER", "after"],
  ["変更前の設定", "before"],
  ["重启后", "after"],
  ["변경 전", "before"],
  ["작업 후", "after"],
  ["조치후", "after"],
  ["前后", undefined],
  ["当前", undefined],
  ["目前", undefined],
  ["以前", undefined],
  ["最后", undefined],
  ["以后", undefined],
  ["午前", undefined],
  ["오후", undefined],
  ["전체", undefined],
  ["beforehand", undefined],
  ["one two three four five six seven before", "before"],
  ["one two three four five six seven eight before", undefined],
  [`before ${"x".repeat(73)}`, "before"],
  [`before ${"x".repeat(74)}`, undefined],
  ["", undefined],
])("%j is the phase %s", (heading, phase) => {
  expect(phaseIn(heading)).toBe(phase);
});

it.each([
  ["ab-1", true],
  ["a-1", false],
  ["SQL", false],
  ["SQL1", true],
  ["web1.txt", false],
  ["web1.evtx", false],
  ["web1.yml", false],
  ["web1.yaml", false],
  ["web1.html", false],
  ["web1.txts", true],
  ["1.2.3", false],
  ["v10_2", false],
  ["V10", false],
  ["10.0.0.1", true],
  ["10.0.0.1.2", false],
  ["a.example.com", true],
  ["example.com", false],
  ["x--9--abc", true],
  ["-abc1", false],
])("%s is a name by its look: %s", (name, expected) => {
  expect(isTellingName(name)).toBe(expected);
});

it.each([
  ["fileserver", true],
  ["unknown", false],
  ["localhost", false],
  ["N/A", false],
  ["disabled", false],
  ["disabled1", true],
  ["12", false],
  ["a b", false],
])("%s may be printed for a name: %s", (name, expected) => {
  expect(isPossibleName(name)).toBe(expected);
});

it.each(
  (
    "active cpu global int net port result settings systeminfo update after first round three attention input remarks " +
    "reboot edit my answer hostname abschnitt ergebnisse vor actives résultat activas fim servicios до 之前 시작"
  ).split(" "),
)("%s heads parts of files, and is no name", (word) => {
  expect(isSectionWord(word)).toBe(true);
  expect(isTellingName(`${word.toUpperCase()}-1`)).toBe(false);
});

it("words that head parts of files are known in any case", () => {
  expect(["Settings", "EINSTELLUNGEN", "server", "fileserver01"].map(isSectionWord)).toEqual([true, true, true, false]);
});

it.each([
  ["[admin]: PS C:\\> ver", undefined],
  ["[dbg]: PS C:\\> ver", undefined],
  ["[SRV01]:PS> ver", "SRV01"],
  ["[SRV01]:  PS C:\\> ver", "SRV01"],
  ["ops@SRV01 /tmp$ ver", "SRV01"],
  ["ops@SRV01$ ver", undefined],
  ["@SRV01 C:\\>ver", undefined],
  ["SRV01\\C:\\>ver", "SRV01"],
  ["\\\\SRV01\\D:\\temp>ver", "SRV01"],
  ["[SRV01] C:\\>ver", "SRV01"],
  ["SRV01: C:\\>ver", "SRV01"],
  ["SRV01 PS C:\\> ver", "SRV01"],
  ["Administrator: C:\\>ver", undefined],
  ["[Admin] C:\\>ver", undefined],
  ["see SRV01 C:\\>ver", undefined],
])("the prompt %s is of %s", (line, host) => {
  expect(readPrompt(line)?.host?.name).toBe(host);
});

it.each([
  ["PSX C:\\> ver", undefined],
  ["PS C:\\>> ver", "ver"],
  ["netsh a b c d>show", "netsh a b c d show"],
  ["netsh a b c d e>show", undefined],
  ["NETSH>", "netsh"],
  ["λ  ver", "ver"],
  ["λver", undefined],
  ["$ver", undefined],
  ["*x* (base) PS C:\\> ver", "ver"],
  ["D:/temp>ver", "ver"],
  ["C:temp>ver", undefined],
])("at the prompt %s was typed %s", (line, command) => {
  expect(readPrompt(line)?.command).toBe(command);
});
