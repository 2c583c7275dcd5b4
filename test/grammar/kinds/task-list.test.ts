import { describe, expect, it } from "vitest";
import { taskList } from "../../../grammar/kinds/task-list/index.ts";
import { classesIn, segmentOf } from "../../support/readings.ts";

const RULE = "========================= ======== ================ =========== ============";
const OF_SERVICES = "========================= ======== ============================================";

const read = (text: string, command: string | null = null) => taskList.read(segmentOf(text), { command });

/** The processes as words, each with its line: `4 1500 backupd.exe`. */
const tasksIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(({ line, pid, image }) => `${line} ${pid} ${image}`);

it("prints an image and a process id in each row, in any language", () => {
  const text = `Nomo                           PID Seanco           Numero      Memoro
${RULE}
System Idle Process              0 Services                   0          8 K
backupd.exe                   1500 Services                   0     12,300 K
some words
`;
  expect(tasksIn(text)).toEqual(["3 0 System Idle Process", "4 1500 backupd.exe"]);
  expect(classesIn(read(text))).toBe("?hrr?");
});

it("prints services instead of sessions when asked to, over several lines where they are many", () => {
  const row = "svchost.exe                    812 RpcEptMapper, RpcSs\n";
  const more = "                                   TermService\n";
  const text = `${OF_SERVICES}\n${row}${more}backupd.exe                   1500 N/A\n`;
  expect(tasksIn(text)).toEqual(["2 812 svchost.exe", "4 1500 backupd.exe"]);
  expect(classesIn(read(text))).toBe("hrrr");
});

describe("a list of processes", () => {
  it.each([
    [
      "as CSV",
      null,
      '"Image Name","PID","Session Name","Session#","Mem Usage"\n"Memory Compression","96","Services","0","24 K"\n"backupd.exe","1500","Services","0","12,300 K"\n',
      ["2 96 Memory Compression", "3 1500 backupd.exe"],
    ],
    [
      "as CSV in Portuguese, with the services",
      null,
      '"Nome da imagem","Identificação pessoal","Serviços"\n"svchost.exe","812","RpcEptMapper,RpcSs"\n',
      ["2 812 svchost.exe"],
    ],
    ["as CSV without titles", null, '"backupd.exe","1500","Services","0","12,300 K"\n', ["1 1500 backupd.exe"]],
    [
      "as a list",
      null,
      "Image Name:   backupd.exe\nPID:          1500\nSession Name: Services\nSession#:     0\nMem Usage:    12,300 K\n\nImage Name:   svchost.exe\nPID:          812\nSession Name: Services\n",
      ["1 1500 backupd.exe", "7 812 svchost.exe"],
    ],
    [
      "as a list in German, with the services",
      null,
      "Abbildname: svchost.exe\nPID:        812\nDienste:    RpcEptMapper\n            RpcSs\n",
      ["1 812 svchost.exe"],
    ],
    [
      "as a list in a language that nobody taught us",
      "tasklist /fo list",
      "Nomo:   backupd.exe\nNumero: 1500\nSeanco: Services\n",
      ["1 1500 backupd.exe"],
    ],
    [
      "without titles",
      "tasklist /nh",
      "System Idle Process              0 Services                   0          8 K\nbackupd.exe                   1500 Services                   0     12,300 K\n",
      ["1 0 System Idle Process", "2 1500 backupd.exe"],
    ],
    [
      "as the table of Get-Process",
      null,
      "Handles  NPM(K)    PM(K)      WS(K)     CPU(s)     Id  SI ProcessName\n-------  ------    -----      -----     ------     --  -- -----------\n    120      10     2000       5000       1.20   1500   0 backupd\n    320      12     3000       6000              1812   0 w3wp\n",
      ["3 1500 backupd", "4 1812 w3wp"],
    ],
    [
      "as the list of Get-Process",
      null,
      "\nId      : 1500\nHandles : 120\nCPU     : 1.2\nSI      : 0\nName    : backupd\n",
      ["2 1500 backupd"],
    ],
    ["as CSV of Get-Process", null, '"Id","ProcessName"\n"1500","backupd"\n', ["2 1500 backupd"]],
    [
      "as picked from Get-Process",
      null,
      "  Id ProcessName\n  -- -----------\n1500 backupd\n 812 svchost\n",
      ["3 1500 backupd", "4 812 svchost"],
    ],
    [
      "as Win32_Process",
      null,
      "ProcessId Name        HandleCount WorkingSetSize VirtualSize\n--------- ----        ----------- -------------- -----------\n1500      backupd.exe 120         5000           90000\n",
      ["3 1500 backupd.exe"],
    ],
    [
      "as wmic prints it",
      "wmic process get name,processid",
      "Name         ProcessId\nbackupd.exe  1500\n",
      ["2 1500 backupd.exe"],
    ],
    [
      "as wmic prints it without its command",
      null,
      "Name         ProcessId\nbackupd.exe  1500\n",
      ["2 1500 backupd.exe"],
    ],
    ["as CSV of wmic", null, "Node,Name,ProcessId\nSRV01,backupd.exe,1500\n", ["2 1500 backupd.exe"]],
  ])("is read %s", (_, command, text, tasks) => {
    expect(tasksIn(text, command)).toEqual(tasks);
    expect(classesIn(read(text, command))).not.toContain("?");
  });

  it("is none where services have process ids", () => {
    const text =
      "ProcessId Name   StartMode State\n--------- ----   --------- -----\n812       RpcSs  Auto      Running\n";
    expect(read(text).recognised).toBe(false);
  });
});

describe("a line that gives it away", () => {
  it.each([
    [RULE, null, "heading"],
    ["=== srv01 ===", null, undefined],
    ["==========", null, undefined],
    ["backupd.exe                   1500 Services                   0     12,300 K", null, undefined],
    ["backupd.exe                   1500 Services                   0     12,300 K", "tasklist /nh", "record"],
    ['"Abbildname","PID","Sitzungsname","Sitz.-Nr.","Speichernutzung"', null, "heading"],
    ['"backupd.exe","1500","Services","0","12,300 K"', null, "record"],
    ['"Ethernet","12","Up"', null, undefined],
    ["PID:          1500", null, "record"],
    ["Identificação pessoal: 1500", null, "record"],
    ["RAPID:          1500", null, undefined],
    ["Port: 1500", null, undefined],
    ["  Id ProcessName", null, "heading"],
    ["ProcessId Name StartMode State Status ExitCode", null, undefined],
    ["LocalAddress LocalPort ProcessName", null, undefined],
  ])("%j behind %j: %s", (line, command, found) => expect(taskList.landmark(line, { command })).toBe(found));
});

it.each([
  ["tasklist", true],
  ["tasklist /svc", true],
  ["taskkill /pid 4", false],
  ["Get-Process | Sort-Object Id", true],
  ["wmic process get name,processid", true],
  ["wmic service get name,processid", false],
  ["Get-CimInstance Win32_Process", true],
])("%j asks for it: %s", (command, expected) => {
  expect(taskList.answers(command)).toBe(expected);
});
