import { describe, expect, it } from "vitest";
import { type AnalyzeInput, analyze, InputFault, OptionFault } from "../../src/index.ts";

const capture = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         müller-pc:50013        ESTABLISHED     Offloaded
`;
const bytes = new TextEncoder().encode(capture);
const halves = [capture.slice(0, 301), capture.slice(301)];
const wide = Uint16Array.from(`\ufeff${capture}`, (unit) => unit.charCodeAt(0));

async function* slowly<T>(chunks: readonly T[]): AsyncGenerator<T> {
  for (const chunk of chunks) yield chunk;
}

describe("what is analysed", () => {
  it.each<readonly [string, AnalyzeInput]>([
    ["a text", capture],
    ["bytes", bytes],
    ["a buffer", bytes.slice().buffer],
    ["a view", new DataView(bytes.slice().buffer)],
    ["units of two bytes", wide],
    ["a Buffer", Buffer.from(capture)],
    ["chunks of text", halves],
    ["chunks of text that come slowly", slowly(halves)],
    ["chunks of bytes", [bytes.subarray(0, 300), bytes.subarray(300)]],
    ["chunks of both", slowly([capture.slice(0, 100), new TextEncoder().encode(capture.slice(100))])],
    ["a named text", { name: "a.txt", content: capture }],
    ["named chunks", [{ name: "a.txt", content: halves }]],
    ["a source", { name: "a.txt", bytes: slowly([bytes]) }],
    ["sources that come slowly", slowly([{ name: "a.txt", content: bytes.slice().buffer }])],
  ])("is %s", async (_, input) => {
    const { hosts, sources } = await analyze(input);
    expect(sources).toHaveLength(1);
    expect(hosts[0]?.summary.raw).toMatchObject({ offloaded: 1, inHost: 1 });
  });

  it("keeps characters whole that are cut in two", async () => {
    const { sources } = await analyze(["\ud83d", "\ude00 netstat\n"], {});
    expect(sources[0]?.bytes).toBe(13);
  });

  it.each([null, undefined, 42, {}, [42], [null], [capture, 42], { name: "a.txt", content: 42 }, [{ name: 1 }]])(
    "%j is refused with what is wanted",
    async (input) => {
      const failure = await analyze(input as unknown as AnalyzeInput).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(InputFault);
      expect(String(failure)).toContain("analyze takes a text, bytes, chunks of either, or sources");
    },
  );

  it("is nothing where there is nothing", async () => {
    expect(await analyze([])).toMatchObject({ sources: [], hosts: [] });
  });
});

describe("options that are unknown", () => {
  it.each([
    ["encoding", { encoding: "klingon" }],
    ["as", { as: "netsat" }],
    ["os", { os: "2019" }],
    ["context", { context: ["nbl"] }],
    ["thresholds", { thresholds: { leastConections: 4 } }],
    ["thresholds.bulkShare", { thresholds: { bulkShare: 7 } }],
  ])("%s is refused by name", async (option, options) => {
    const failure = await analyze(capture, options as object).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OptionFault);
    expect(failure).toMatchObject({ option });
  });

  it("knows an encoding in any spelling", async () => {
    expect((await analyze(capture, { encoding: "IBM-850" })).hosts).toHaveLength(1);
  });
});

describe("a signal", () => {
  it("that is aborted keeps anything from being read", async () => {
    let isRead = false;
    const input = (function* () {
      isRead = true;
      yield { name: "a.txt", content: capture };
    })();
    const reason = new Error("enough");
    await expect(analyze(input, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(isRead).toBe(false);
  });

  it("ends an analysis that would never end", async () => {
    const stop = new AbortController();
    let chunks = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        chunks += 1;
        if (chunks === 100) stop.abort();
        yield capture;
      }
    }
    const failure = await analyze(endless(), { signal: stop.signal }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "AbortError" });
    expect(chunks).toBeLessThan(200);
  });
});
