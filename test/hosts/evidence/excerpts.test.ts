import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";

const capture = `C:\\>ver

Microsoft Windows [Version 6.1.7601]

C:\\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : disabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
`;

const row = (at: number) =>
  `  TCP    192.0.2.10:445         198.51.100.${at}:${50_000 + at}    ESTABLISHED     ${at === 3 ? "Offloaded" : "InHost"}`;
const table = `C:\\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State

${[1, 2, 3, 4, 5, 6, 7, 8].map(row).join("\n")}
`;

/** Lines of the excerpts as `source:line`. */
async function excerptsOf(text: string) {
  const { hosts } = await analyze(text);
  return hosts.flatMap(({ excerpts }) =>
    excerpts.flatMap(({ source, lines }) =>
      lines.map(({ line, text: words }) => [`${source}:${line}`, words] as const),
    ),
  );
}

describe("the excerpts of a report", () => {
  it("hold the cited lines as they were printed, and two lines on either side", async () => {
    const lines = new Map(await excerptsOf(capture));
    expect(lines.get("paste:10")).toBe("Receive-Side Scaling State          : disabled");
    for (const line of [8, 9, 11, 12, 13]) expect(lines.get(`paste:${line}`)).toBe(capture.split("\n")[line - 1]);
    expect(lines.has("paste:6")).toBe(false);
  });

  it("hold every line that the verdict and findings cite", async () => {
    const { hosts } = await analyze(capture + table);
    for (const { verdict, findings, excerpts } of hosts) {
      const known = new Set(excerpts.flatMap(({ source, lines }) => lines.map(({ line }) => `${source}:${line}`)));
      const shown = findings.filter(({ kind }) => kind === "fail" || kind === "review");
      const cited = [...(verdict?.because ?? []), ...shown.flatMap(({ evidence }) => evidence)];
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter(({ source, line }) => !known.has(`${source}:${line}`))).toEqual([]);
    }
  });

  it("are in the order of the lines, each once", async () => {
    const { hosts } = await analyze(capture + table);
    const sources = hosts.flatMap(({ excerpts }) => excerpts);
    expect(new Set(sources.map(({ source }) => source)).size).toBe(sources.length);
    for (const { lines } of sources) {
      const numbers = lines.map(({ line }) => line);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
  });

  it("stay few, however many lines are cited", async () => {
    const hosts = Array.from({ length: 300 }, (_, at) =>
      `${capture}\n`.replace("automatic", at % 2 ? "enabled" : "on"),
    );
    const all = await excerptsOf(hosts.join(""));
    expect(all.length).toBeGreaterThan(5);
    expect(all.length).toBeLessThan(500);
  });

  it("are none where nothing is cited", async () => {
    expect(await excerptsOf("C:\\>hostname\nSRV01\n")).toEqual([]);
  });
});
