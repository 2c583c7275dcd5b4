import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import iconv from "iconv-lite";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { root, runProcess } from "../support/built.ts";

const library = join(root, "dist/library");
const capture = `
Aktive Verbindungen

  Proto  Lokale Adresse         Remoteadresse          Status           Abladungsstatus

  TCP    192.0.2.10:445         198.51.100.7:50012     HERGESTELLT      InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ABHÖREN          Offloaded
`;

/** As they stand in what the build writes: on lines of their own, or as calls. */
const IMPORT = /^(?:import|export)(?: [^"'\n]{0,20000} from)? ?"([^"\n]+)";$|\bimport\("(\.\/[^"]+)"\)/gm;

/** All files that one of the library leads to, with what they import from elsewhere. */
async function reached(file: string, seen = new Set<string>()): Promise<readonly string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = await readFile(join(library, file), "utf8");
  const imported = [...code.matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic ?? "");
  const others = imported.filter((name) => !name.startsWith("./"));
  const own = imported.filter((name) => name.startsWith("./")).map((name) => posix.normalize(name));
  const below = await Promise.all(own.map((name) => reached(name, seen)));
  return [...others, ...below.flat()];
}

/** What a page does with the library, in somebody's own build of it, without what only Node has. */
const page = `
delete globalThis.Buffer;
const print = process.stdout.write.bind(process.stdout);
globalThis.process = undefined;
const { analyze, redact } = await import("./bundle/page.js");
const [german, hangul] = JSON.parse(atob("INPUT")).map((bytes) => Uint8Array.from(bytes));
const { sources, hosts } = await analyze({ name: "a.txt", content: [german] });
const korean = [];
await analyze(hangul, { encoding: "cp949", onText: (_, text) => korean.push(text) });
const { differences } = await redact(() => german, { key: new Uint8Array(16) });
print(JSON.stringify([sources[0].encodings, hosts[0].summary.connections.byState, korean.join(""), differences]));
`;

async function printed(folder: string): Promise<unknown> {
  const entry = join(folder, "page-entry.js");
  await writeFile(entry, `export { analyze, redact } from ${JSON.stringify(join(library, "index.js"))};\n`);
  await build({
    configFile: false,
    logLevel: "silent",
    root: folder,
    build: {
      outDir: "bundle",
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: "page.js" },
      },
    },
  });
  const input = [iconv.encode(capture, "cp850"), iconv.encode("갂", "cp949")].map((bytes) => [...bytes]);
  await writeFile(join(folder, "run.mjs"), page.replace("INPUT", btoa(JSON.stringify(input))));
  const { code, out, err } = await runProcess(process.execPath, ["run.mjs"], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

describe("the library", () => {
  it("imports nothing from elsewhere for a browser", async () => {
    expect(await reached("index.js")).toEqual([]);
  });

  it("reads code pages in somebody's bundle, with what browsers have and no more", async () => {
    const folder = await mkdtemp(join(tmpdir(), "page-"));
    try {
      const states = { ESTABLISHED: 1, LISTENING: 1 };
      expect(await printed(folder)).toEqual([["cp850"], states, "갂", []]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
