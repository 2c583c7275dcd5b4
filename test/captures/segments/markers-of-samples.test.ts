import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRule, readHeading, readPrompt } from "../../../grammar/markers/index.ts";
import { type AnyCapture, analyze } from "../../../src/index.ts";
import { filesOf, listSamples, root } from "../../support/samples.ts";

const ARCHIVE = /\.(?:zip|cab)$/;

const files = (await filesOf((await listSamples()).captures)).filter((path) => !ARCHIVE.test(path));

async function capturesIn(bytes: Uint8Array): Promise<readonly { capture: AnyCapture; text: string }[]> {
  const found: { capture: AnyCapture; text: string }[] = [];
  const source = async function* () {
    yield bytes;
  };
  await analyze(
    { name: "a.txt", bytes: source() },
    { onCapture: (capture, { text }) => found.push({ capture, text }) },
  );
  return found;
}

/** Lines that runners, shells and people print above the captures of a host. */
const above = [
  "SRV-99 | CHANGED | rc=0 >>",
  "ok: [SRV-99] => {",
  "Finished on SRV-99:",
  "\\\\SRV-99:",
  "Administrator @ SRV-99:",
  "=== SRV-99 ===",
  "Server: SRV-99",
  "COMPUTERNAME=SRV-99",
  "Machine: SRV-99 (Microsoft Windows NT 6.1.7601 Service Pack 1)",
  "C:\\>hostname\r\nSRV-99",
];

describe("the samples", () => {
  it.each(files)("have no line within a capture that is taken for one around it: %s", async (path) => {
    const captures = await capturesIn(await readFile(join(root, path)));
    const lines = captures.flatMap(({ text }) => text.split("\n"));
    const taken = lines.filter((line) => !isRule(line) && (readPrompt(line) ?? readHeading(line)) !== undefined);
    expect(taken).toEqual([]);
  });

  it.each(above)("are of the host of the line above: %s", async (line) => {
    const wrong: string[] = [];
    for (const path of files) {
      const bytes = await readFile(join(root, path));
      // A line of text before the bytes of another encoding is read all the same, but that is told elsewhere.
      if (bytes.includes(0) || path.startsWith("samples/encodings/")) continue;
      const [alone] = await capturesIn(bytes);
      if (alone === undefined || alone.capture.named !== null) continue;
      const [first] = await capturesIn(Buffer.concat([Buffer.from(`${line}\r\n\r\n`), bytes]));
      if (first?.capture.named?.name !== "SRV-99") wrong.push(path);
    }
    expect(wrong).toEqual([]);
  });
});
