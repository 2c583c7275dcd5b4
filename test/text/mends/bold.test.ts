import { describe, expect, it } from "vitest";
import { boldText } from "../../../src/text/mends/bold.ts";
import { analysed } from "../../support/analysed.ts";
import { linesAfter } from "../../support/mended.ts";

describe("bold text", () => {
  it.each([
    ["**TCP**    192.0.2.1:445", "TCP    192.0.2.1:445"],
    ["1. **TCP**    192.0.2.1:445   ESTABLISHED  **Offloaded**", "1. TCP    192.0.2.1:445   ESTABLISHED  Offloaded"],
    ["| **TCP** | **192.0.2.1:445** |", "| TCP | 192.0.2.1:445 |"],
    ["**Active Connections**", "Active Connections"],
    ["**  Proto  Local Address   State**", "  Proto  Local Address   State"],
    ["**  UDP    192.0.2.1:137  *:***", "  UDP    192.0.2.1:137  *:*"],
    ["**[SRV01]: PS C:\\> netstat -nt**", "[SRV01]: PS C:\\> netstat -nt"],
    ["** Can not obtain ownership information**", " Can not obtain ownership information"],
    ["**Chimney Offload State : automatic**", "Chimney Offload State : automatic"],
  ])("loses its stars: %j", (text, plain) => {
    expect(linesAfter(boldText, text)).toEqual([plain]);
  });

  it.each([
    "** The above autotuninglevel setting is the result of Windows Scaling heuristics",
    "  TCP    ***.***.***.***:445    **.**.**.**:50000    ESTABLISHED  InHost",
    "  TCP    10.**.**.5:445    10.**.2.**:50000    ESTABLISHED  InHost",
    "** netstat -nt **",
    "*** **",
    "****",
    "a ** b ** c",
  ])("is not in %j", (text) => {
    expect(boldText(text)).toEqual([]);
  });

  it("in a row keeps its state", async () => {
    const row = (state: string) => `  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     ${state}\n`;
    const { connections } = await analysed(row("InHost") + row("**Offloaded**") + row("InHost"));
    expect(connections.map(({ offloadState }) => offloadState)).toEqual(["inHost", "offloaded", "inHost"]);
  });
});
