import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Plugin, rolldown } from "rolldown";
import { ascii } from "./ascii.ts";
import { licencesOf } from "./licences.ts";

// Makes the command: a few files with all that it needs in them, `dist/command`. Reading hundreds of modules one by one
// is most of what a start costs otherwise. Run by `npm run build`.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = join(root, "src");
const target = join(root, "dist/command");
const chunks = join(target, "chunks");

/** What stays a package: one that brings files of its own to run in threads, and those that need not be there. */
const PACKAGES = ["piscina", "libarchive-wasm", "node-sqlite3-wasm", "bullmq", "ioredis"];

/** Loads the chunk of a name, with what was compiled of it. */
const loading = (name: string) => `require("./chunks/chunks.js").chunksIn(__dirname + "/chunks")("${name}.js")`;

/** Packages that work out tables when they load, and whose functions few captures need: each is a chunk of its own. */
const LATE: ReadonlyMap<string, readonly string[]> = new Map([["entities/decode", ["decodeHTML"]]]);

const lateName = (id: string) => id.replaceAll("/", "-");

/** Such a package is loaded when one of its functions is first called. */
const late: Plugin = {
  name: "late",
  resolveId(id, importer) {
    if (importer?.startsWith("\0late:") === true) return { id, external: "relative" };
    return LATE.has(id) && importer !== undefined ? `\0late:${id}` : undefined;
  },
  load(id) {
    const own = id.replace("\0late:", "");
    if (own === id) return undefined;
    const calls = LATE.get(own)?.map((name) => `export const ${name} = (...given) => chunk().${name}(...given);`);
    return [`const chunk = () => require("./${lateName(own)}.js");`, ...(calls ?? [])].join("\n");
  },
};

await rm(target, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: {
    bin: join(source, "cli/bin.ts"),
    main: join(source, "cli/main.ts"),
    worker: join(source, "batch/worker.ts"),
    chunks: join(source, "cli/chunks.ts"),
    ...Object.fromEntries([...LATE.keys()].map((id) => [lateName(id), id])),
  },
  plugins: [late, ascii],
  platform: "node",
  external: PACKAGES,
  tsconfig: join(source, "tsconfig.json"),
  transform: {
    target: "node20",
    define: { "process.env.NODE_ENV": '"production"', CHIMNEYSWEEP_BUILD: JSON.stringify(await buildOf()) },
  },
  // yargs asks where it lies when it is to extend a configuration of its own, which is never.
  checks: { emptyImportMeta: false },
});
const { output } = await bundle.write({
  dir: chunks,
  format: "cjs",
  // Names stay, so that the stack of an internal error says something.
  minify: { compress: true, mangle: false, codegen: true },
  // V8 has no way to import from a script that it has compiled before, in Node 20 at least.
  dynamicImportInCjs: false,
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
});
await bundle.close();
const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
await mkdir(target, { recursive: true });
// What stands in it is CommonJS, whatever the package around it is.
await writeFile(join(target, "package.json"), '{ "type": "commonjs" }\n');
await writeFile(join(target, "LICENCES"), `${await licencesOf(modules)}\n`);
await writeFile(join(target, "chimneysweep.js"), `#!/usr/bin/env node\n${loading("bin")};\n`, { mode: 0o755 });
// A process of its own: it keeps what was compiled while it worked, and nothing else.
await promisify(execFile)(process.execPath, [join(root, "dist/src/cli/warm-up.js"), chunks, join(root, "samples")]);

/** Tells builds apart: of the names and the contents of all that the program is made of. */
async function buildOf(): Promise<string> {
  const hash = createHash("sha256");
  for (const room of ["grammar", "src"]) {
    const files = await readdir(join(root, room), { recursive: true, withFileTypes: true });
    const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    for (const path of paths.sort()) hash.update(`${path.slice(root.length)}\0`).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 8);
}
