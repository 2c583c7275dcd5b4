import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";

const text = (name: string, chimney: string) => `C:\\>hostname
${name}

C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
`;

describe("findings of several hosts", () => {
  it("are one object where they say the same, which nobody can change", async () => {
    const { hosts } = await analyze([
      { name: "a.txt", content: text("SRVA", "enabled") },
      { name: "b.txt", content: text("SRVB", "disabled") },
    ]);
    const [a = [], b = []] = hosts.map(({ findings }) => findings);
    const unchecked = a.find(({ rule }) => rule === "coexist-nlb");
    expect(unchecked).toMatchObject({ kind: "notEvaluated", missing: expect.arrayContaining(["nlb"]) });
    expect(b.find(({ rule }) => rule === "coexist-nlb")).toBe(unchecked);
    expect(Object.isFrozen(unchecked)).toBe(true);
    expect(Object.isFrozen(unchecked?.missing)).toBe(true);
  });

  it("cite each host's own lines", async () => {
    const { hosts } = await analyze([
      { name: "a.txt", content: text("SRVA", "enabled") },
      { name: "b.txt", content: text("SRVB", "enabled") },
    ]);
    const sources = hosts.map(({ findings }) => [
      ...new Set(findings.flatMap(({ evidence }) => evidence.map(({ source }) => source))),
    ]);
    expect(sources).toEqual([["a.txt"], ["b.txt"]]);
  });
});
