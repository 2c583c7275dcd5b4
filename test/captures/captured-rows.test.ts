import { describe, expect, it } from "vitest";
import { analyze, type Report } from "../../src/index.ts";

const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
const netstat = (...rows: readonly string[]) =>
  `C:\\>netstat -nat\n\nActive Connections\n\n${heading}\n${rows.join("\n")}\n`;

/** The lines of the table that the verdict rests on. */
async function quoted(text: string): Promise<readonly string[]> {
  const { hosts }: Report = await analyze(text);
  return (hosts[0]?.verdict?.because ?? []).map((place) => place.text);
}

describe("a row is quoted as captured", () => {
  it.each([
    ["as it is", "  TCP    192.0.2.1:445          198.51.100.7:50001     ESTABLISHED     Offloaded"],
    ["translated", "  TCP    192.0.2.1:445          198.51.100.7:50001     HERGESTELLT     Offloaded"],
    ["with tabs and a process id", "  TCP\t192.0.2.1:445\t198.51.100.7:50001\tESTABLISHED\t4\tOffloaded"],
    ["with an address in brackets", "  TCP    [2001:db8::1]:445      [2001:db8::7]:50001    ESTABLISHED     Offloaded"],
  ])("%s", async (_, row) => {
    expect(await quoted(netstat(row))).toContain(row);
  });

  it("the right one of a table that came on one line", async () => {
    const row = (port: number, offload: string) =>
      `TCP    192.0.2.1:445          198.51.100.7:${port}     ESTABLISHED     ${offload}`;
    const text = `Active Connections  ${heading.trim()}  ${row(50001, "InHost")}  ${row(50002, "Offloaded")}`;
    const found = (await quoted(text)).map((line) => line.trim());
    expect(found).toContain(row(50002, "Offloaded"));
  });

  it("all of it where a console broke it, and nothing of the next", async () => {
    const first = "  TCP    192.0.2.1:445          198.51.100.7:50001     ESTABLISHED";
    const next = "  TCP    192.0.2.1:445          198.51.100.7:50002     ESTABLISHED     InHost";
    expect(await quoted(netstat(first, "     Offloaded", next))).toContain(`${first} Offloaded`);
  });

  it("by its properties where PowerShell listed them", async () => {
    const list = (port: number, offload: string) =>
      ["Caption        : ", "LocalAddress   : 192.0.2.1", "LocalPort      : 445", "OwningProcess  : 4"].concat(
        [`OffloadState   : ${offload}`, "RemoteAddress  : 198.51.100.7", `RemotePort     : ${port}`],
        ["State          : Established", ""],
      );
    const text = ["PS C:\\> Get-NetTCPConnection | fl *", "", ...list(50001, "Offloaded"), ...list(50002, "InHost")];
    expect(await quoted(text.join("\n"))).toContain(
      "LocalAddress   : 192.0.2.1 LocalPort      : 445 OffloadState   : Offloaded RemoteAddress  : 198.51.100.7 RemotePort     : 50001",
    );
  });

  it("shortened where it is longer than anybody reads", async () => {
    const row = `  TCP    192.0.2.1:445          198.51.100.7:50001     ESTABLISHED     Offloaded${" ".repeat(300)}x`;
    for (const line of await quoted(netstat(row))) expect(line.length).toBeLessThanOrEqual(200);
  });
});
