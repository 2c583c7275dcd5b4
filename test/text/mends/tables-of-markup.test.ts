import { describe, expect, it } from "vitest";
import { analysed } from "../../support/analysed.ts";

// Objects, connections and settings that somebody put into a table of Markdown, of a database client or of HTML.

const titles = ["LocalAddress", "LocalPort", "RemoteAddress", "RemotePort", "State", "OffloadState"];
const objects = [
  ["192.0.2.10", "445", "198.51.100.7", "50012", "Established", "Offloaded"],
  ["192.0.2.10", "445", "198.51.100.8", "50013", "Established", "InHost"],
];
const columns = ["Proto", "Local Address", "Foreign Address", "State", "Offload State"];
const rows = [
  ["TCP", "192.0.2.10:445", "198.51.100.7:50012", "ESTABLISHED", "Offloaded"],
  ["TCP", "192.0.2.10:445", "198.51.100.8:50013", "ESTABLISHED", "InHost"],
];
const settings = [
  ["Receive-Side Scaling State", "enabled"],
  ["Chimney Offload State", "automatic"],
];

type Table = readonly (readonly string[])[];
type Form = (heading: readonly string[], cells: Table) => string;

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const boxed = (cells: readonly string[]) => `| ${cells.map((cell) => cell.padEnd(28)).join(" | ")} |`;
const frame = (cells: readonly string[]) => `+-${cells.map(() => "-".repeat(28)).join("-+-")}-+`;
const tag = (name: string, cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join("")}</tr>`;

const forms: Readonly<Record<string, Form>> = {
  Markdown: (heading, cells) =>
    ["Here it is:", "", row(heading), row(heading.map(() => "---")), ...cells.map(row), "", "Regards"].join("\n"),
  "Markdown with places": (heading, cells) =>
    [row(heading), `|${heading.map(() => ":-:").join("|")}|`, ...cells.map((own) => `|${own.join("|")}|`)].join("\n"),
  "a database client": (heading, cells) =>
    [frame(heading), boxed(heading), frame(heading), ...cells.map(boxed), frame(heading)].join("\r\n"),
  HTML: (heading, cells) =>
    `<table>\n${tag("th", heading)}\n${cells.map((own) => tag("td", own)).join("\n")}\n</table>`,
};

describe.each(Object.entries(forms))("a table of %s", (_, form) => {
  it.each([
    ["objects", titles, objects],
    ["connections", columns, rows],
  ])("has %s", async (__, heading, cells) => {
    const { connections } = await analysed(form(heading, cells));
    expect(connections.map((own) => [own.localPort, own.foreignAddress, own.foreignPort, own.offloadState])).toEqual([
      [445, "198.51.100.7", 50_012, "offloaded"],
      [445, "198.51.100.8", 50_013, "inHost"],
    ]);
  });

  it("has settings", async () => {
    const { report } = await analysed(form(["TCP Global Parameters", ""], settings));
    expect(report.hosts[0]?.settings.map(({ setting, value }) => `${setting} ${value}`)).toEqual([
      "receiveSideScaling enabled",
      "chimneyOffload automatic",
    ]);
  });
});

it("a list of ConvertTo-Html has objects, with a line drawn between them", async () => {
  const list = objects
    .map((cells) => titles.map((title, at) => `<tr><td>${title}:</td><td>${cells[at]}</td></tr>`).join("\n"))
    .join("\n<tr><td><hr></td></tr>\n");
  const { connections, report } = await analysed(`<table>\n${list}\n</table>`);
  expect(connections.map(({ offloadState }) => offloadState)).toEqual(["offloaded", "inHost"]);
  expect(report.diagnostics).toEqual([]);
});

it("a label beside what is no value of its setting is no setting", async () => {
  const { report } = await analysed("TCP Global Parameters\n\nChimney Offload State\tsee above\n");
  expect(report.hosts.flatMap((host) => host.settings)).toEqual([]);
});
