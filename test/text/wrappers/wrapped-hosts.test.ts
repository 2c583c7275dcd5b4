import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";

const json = (value: unknown, indent?: number) => JSON.stringify(value, null, indent);

/** A table of which so many of four connections are offloaded. */
function table(offloaded: number): readonly string[] {
  const heading = "  Proto  Local Address          Foreign Address        State           PID      Offload State";
  const rows = [1, 2, 3, 4].map((at) => {
    const state = at <= offloaded ? "Offloaded" : "InHost";
    return `  TCP    192.0.2.20:445         198.51.100.${at}:5000${at}     ESTABLISHED     4\t${state}   `;
  });
  return ["", "Active Connections", "", heading, ...rows, ""];
}

const text = (offloaded: number) => table(offloaded).join("\r\n");
const each = <T>(of: (host: string, offloaded: number) => T): readonly T[] => [of("app-41", 1), of("app-42", 3)];
const task = (offloaded: number) => ({ changed: true, stdout: text(offloaded), stdout_lines: table(offloaded) });
const mixed = (line: (host: string, text: string) => string) =>
  table(1).map((_, at) => each((host, offloaded) => line(host, table(offloaded)[at] ?? "")).join("\n"));
const rowsOf = (offloaded: number) => table(offloaded).filter((line) => line.includes("TCP"));

const cell = (content: string) => `"${content.replaceAll('"', '""')}"`;
const logged = (offloaded: number, line: (text: string) => string) =>
  table(offloaded)
    .map((text, at) => `2024-03-05 08:15:1${at},123 ${line(text)}`)
    .join("\n");

const answers: readonly (readonly [string, string])[] = [
  [
    "Ansible's JSON",
    json({ plays: [{ tasks: [{ hosts: Object.fromEntries(each((host, count) => [host, task(count)])) }] }] }, 4),
  ],
  [
    "Ansible's JSON in one line",
    json({ plays: [{ tasks: [{ hosts: Object.fromEntries(each((host, count) => [host, task(count)])) }] }] }),
  ],
  [
    "events of Elastic, with an object about the host",
    each((host, count) =>
      json({ "@timestamp": "2024-03-05T08:15:10Z", host: { name: host, os: { name: "x" } }, message: text(count) }),
    ).join("\n"),
  ],
  [
    "events with the object behind a text within another",
    each((host, count) => json({ event: { original: text(count) }, host: { id: "1", hostname: host } })).join("\n"),
  ],
  ["Ansible by hand", each((host, count) => `${host} | SUCCESS => ${json(task(count), 4)}`).join("\n")],
  [
    "Ansible's debug",
    each((host, count) => `ok: [${host}] => ${json({ "out.stdout_lines": table(count) }, 4)}`).join("\n"),
  ],
  [
    "Ansible, a host a line",
    each((host, count) => `${host} | CHANGED | rc=0 | (stdout) ${json(text(count)).slice(1, -1)}`).join("\n"),
  ],
  ["Salt's JSON", json(Object.fromEntries(each((host, count) => [host, text(count)])), 4)],
  [
    "Invoke-Command as JSON",
    json(
      each((host, value) => ({ value: text(value), PSComputerName: host, RunspaceId: "3f-1" })),
      4,
    ),
  ],
  [
    "Invoke-Command as JSON in one line",
    json(each((host, value) => ({ value: text(value), PSComputerName: host, Id: 7 }))),
  ],
  [
    "Invoke-Command as JSON, an object a line",
    json(
      each((host, count) => table(count).map((value) => ({ value, PSComputerName: host, RunspaceId: "3f-1" }))).flat(),
      4,
    ),
  ],
  [
    "what Salt's cmd.run_all returned, nested",
    json(Object.fromEntries(each((host, count) => [host, { pid: 7, retcode: 0, stdout: text(count), stderr: "" }])), 4),
  ],
  [
    "Salt's answers, an object a line",
    each((host, count) => json({ [host]: { jid: "20240305081510", retcode: 0, ret: text(count) } })).join("\n"),
  ],
  [
    "a state of Salt",
    json(
      {
        jid: 0,
        ...Object.fromEntries(
          each((host, count) => [host, { "cmd_|-x_|-netstat -nt_|-run": { changes: { stdout: text(count) } } }]),
        ),
      },
      2,
    ),
  ],
  ["cells beside the host", `host,output\n${each((host, count) => `${cell(host)},${cell(text(count))}\n`).join("")}`],
  [
    "cells in front of it, behind semicolons",
    `Ausgabe;Rechner\n${each((host, count) => `${cell(text(count))};${host}\n`).join("")}`,
  ],
  [
    "several cells behind TABs, with a time and a number",
    `Server\tTime\tOutput\tExit\n${each((host, count) => `${host}\t2024-03-05 08:15:10\t${cell(text(count))}\t0\n`).join("")}`,
  ],
  [
    "a record for each line",
    `"PSComputerName","Line"\n${each((host, count) => table(count).map((line) => `${cell(host)},${cell(line)}\n`))
      .flat()
      .join("")}`,
  ],
  [
    "a log with hosts",
    each((host, count) => logged(count, (line) => `INFO  [${host}] [main-1] c.e.Tool - ${line}`)).join("\n"),
  ],
  ["syslog", each((host, count) => logged(count, (line) => `${host} netstat[4120]: ${line}`)).join("\n")],
  ["a log of both, mixed", mixed((host, line) => `2024-03-05 08:15:10,123 ${host} INFO ${line}`).join("\n")],
  ["objects with the host in front", each((host, count) => json({ host, stdout: text(count) }, 2)).join("\n")],
  ["objects in lines", each((host, count) => json({ host, cmd: "netstat -nato", result: text(count) })).join("\n")],
  [
    "AWS's list of invocations",
    json({ Invocations: each((host, count) => ({ InstanceName: host, Plugins: [{ Output: text(count) }] })) }, 4),
  ],
  ["pdsh, both mixed", mixed((host, line) => `${host}: ${line}`).join("\n")],
  ["knife, both mixed", mixed((host, line) => `${host}.example.com ${line}`).join("\n")],
  [
    "files of hosts",
    each((host, count) =>
      rowsOf(count)
        .map((line) => `${host}_netstat.txt:${line}`)
        .join("\n"),
    ).join("\n"),
  ],
];

describe("answers of two hosts", () => {
  it.each(answers)("are told apart in %s", async (_, answer) => {
    const { hosts } = await analyze(answer);
    const found = hosts.map(({ host, summary }) => [
      host?.replace(".example.com", ""),
      summary.connections?.tcp,
      summary.connections?.byOffloadState.offloaded,
    ]);
    expect(found).toEqual([
      ["app-41", 4, 1],
      ["app-42", 4, 3],
    ]);
  });

  it.each([0, 4])("are told apart by any words that Salt's JSON has as keys, indented by %i", async (indent) => {
    const other = text(3).replaceAll("192.0.2.20", "192.0.2.21");
    const hostsOf = async (answer: object) => (await analyze(json(answer, indent))).hosts.map(({ host }) => host);
    expect(await hostsOf({ alpha: text(1), beta: other })).toEqual(["alpha", "beta"]);
    expect(await hostsOf({ alpha: { "cmd.run": text(1) }, beta: { "cmd.run": other } })).toEqual(["alpha", "beta"]);
    expect(await hostsOf({ before: text(1), after: other })).toEqual([null, null]);
  });

  it("are two tables where nothing but names of files tells them apart", async () => {
    const lines = ["netstat1.log", "netstat2.log"].flatMap((file, at) =>
      rowsOf(at + 1).map((row, line) => `> C:\\caps\\${file}:${line + 5}:${row}`),
    );
    const { hosts } = await analyze(lines.join("\n"));
    expect(hosts.flatMap(({ captures }) => captures.map(({ line, records }) => [line, records]))).toEqual([
      [1, 4],
      [5, 4],
    ]);
  });
});

describe("a table of CSV", () => {
  const rows = (host: string) => `${cell(host)},${cell(text(1))}`;

  it.each([
    ["no name of a host", `host,output\n${rows("localhost")}\n`, [null]],
    ["a name longer than any", `host,output\n${rows("h1".repeat(40))}\n`, [null]],
    ["a cell that is never closed", `host,output\n${rows("app-41").slice(0, -1)}`, ["app-41"]],
    [
      "blank lines between its records",
      `host,output\n\n${rows("app-41")}\n\n${rows("app-42")}\n`,
      ["app-41", "app-42"],
    ],
    ["marks that stand twice", `host,output\n${cell("app-41")},${cell(`"netstat"${text(1)}`)}\n`, ["app-41"]],
    ["something else in its cells", `Name,Server\n"a\nb","dns-01"\n\n${text(1)}`, [null]],
    [
      "another table behind it",
      `host,output\n${rows("app-41")}\n\nC:\\>cd x\n\n${text(2).replaceAll("2.20", "2.9")}`,
      ["app-41", null],
    ],
  ])("with %s", async (_, csv, names) => {
    expect((await analyze(csv)).hosts.map(({ host }) => host)).toEqual(names);
  });
});

describe("a word in front of the lines of a log", () => {
  it.each([
    "INFO [pool-1-thread-2] c.e.Net -",
    "INFO 4120 --- [nio-8080-exec-1] com.acme.Netstat :",
    "INFO [req-7f3a] netstat:",
    "INFO [6f7c1e9e-0000-4000-8000-000000000001]",
    "[session-12] INFO",
    "[a1b2c3d4e5] INFO",
    "worker-3 INFO",
    "admin1@lab INFO",
    "LEVEL3",
    "UTC+1",
  ])("is no host: %s", async (word) => {
    expect((await analyze(logged(1, (line) => `${word} ${line}`))).hosts.map(({ host }) => host)).toEqual([null]);
  });

  it.each(["app-41", "INFO [app-41]", "level=info host=app-41 msg:"])("is one: %s", async (word) => {
    expect((await analyze(logged(1, (line) => `${word} ${line}`))).hosts.map(({ host }) => host)).toEqual(["app-41"]);
  });
});

describe("stamps of a log", () => {
  it("are the times of its captures", async () => {
    const log = [1, 2].flatMap((hour) => table(hour).map((line, at) => `2024-03-05 0${hour}:15:1${at} INFO ${line}`));
    const { hosts } = await analyze(log.join("\n"));
    expect(hosts.flatMap(({ captures }) => captures.map(({ time }) => time?.slice(0, 16)))).toEqual([
      "2024-03-05T01:15",
      "2024-03-05T02:15",
    ]);
  });
});

it("tables of other addresses in one string are each of the host whose prompt stands above them", async () => {
  const text = ["192.0.2.10", "203.0.113.20"].flatMap((address) => [
    "[APP7]: PS C:\\> netstat -nt",
    "",
    `  TCP    ${address}:445         198.51.100.1:50000     ESTABLISHED     InHost      `,
    "",
  ]);
  const report = await analyze(JSON.stringify(text.join("\r\n")));
  expect(report.hosts.map(({ host }) => host)).toEqual(["APP7"]);
});
