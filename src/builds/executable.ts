import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { inject } from "postject";
import { type Plugin, rolldown } from "rolldown";
import { licencesOf } from "./licences.ts";
import { buildersNode, windowsNode } from "./node-binaries.ts";
import { withoutSignature } from "./portable-executable.ts";

// Makes the command for Windows without Node: `dist/windows/chimneysweep.exe`, Node's single executable application,
// and a zip with it, the page, README and the licences. Run by `npm run package:windows`, after the build.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = join(root, "src");
const target = join(root, "dist/windows");
const cache = join(root, "node_modules/.cache/chimneysweep");

/** Node looks for this mark to know that it carries a program. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** The first moment that a zip can write: the same zip whenever it is made. */
const MOMENT = new Date(1980, 0, 1);

/** A place in a package that loads files, which an executable has none of, and what stands there instead. */
interface Replacement {
  readonly file: string;
  readonly text: string;
  readonly by: string;
}

const replacements: readonly Replacement[] = [
  {
    file: "piscina/dist/worker_pool/index.js",
    text: "new node_worker_threads_1.Worker(filename, workerOpts)",
    by: 'new node_worker_threads_1.Worker(require("node:sea").getAsset("thread.js", "utf8"), { ...workerOpts, eval: true })',
  },
  {
    file: "piscina/dist/worker.js",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the package's own text
    text: "Promise.resolve(`${filename}`).then(s => __importStar(require(s)))",
    by: `Promise.resolve(require(${JSON.stringify(join(source, "batch/worker.ts"))}))`,
  },
  {
    file: "libarchive-wasm/dist/libarchiveWasm.js",
    text: "libarchive_1.default.apply(void 0, args)",
    by: 'libarchive_1.default({ ...args[0], wasmBinary: require("node:sea").getAsset("libarchive.wasm") })',
  },
  {
    file: "node-sqlite3-wasm/dist/node-sqlite3-wasm.js",
    text: 'var Module=typeof Module!="undefined"?Module:{};',
    by: 'var Module={wasmBinary:new Uint8Array(require("node:sea").getAsset("sqlite.wasm"))};',
  },
];

const carried: Plugin = {
  name: "carried",
  transform(code, id) {
    const path = id.replaceAll("\\", "/");
    const replacement = replacements.find(({ file }) => path.endsWith(`/node_modules/${file}`));
    if (replacement === undefined) return undefined;
    const parts = code.split(replacement.text);
    if (parts.length !== 2) throw new Error(`${replacement.file} has changed: look at what loads files there`);
    return parts.join(replacement.by);
  },
};

/** An entry with all that it imports as one script, and the modules it was made of. */
async function scriptOf(entry: string): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const bundle = await rolldown({
    cwd: root,
    input: entry,
    platform: "node",
    // Asked for by piscina only where threads are to be less busy than others.
    external: ["@napi-rs/nice", "bullmq", "ioredis"],
    plugins: [carried],
    tsconfig: join(source, "tsconfig.json"),
    transform: { target: "node22", define: { "process.env.NODE_ENV": '"production"' } },
    checks: { emptyImportMeta: false },
  });
  const { output } = await bundle.generate({ format: "cjs", codeSplitting: false, dynamicImportInCjs: false });
  await bundle.close();
  const [{ code, moduleIds }] = output;
  return { code, modules: moduleIds };
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const work = join(target, "parts");
await mkdir(work);
const program = await scriptOf(join(source, "cli/bin.ts"));
const thread = await scriptOf(join(root, "node_modules/piscina/dist/worker.js"));
await writeFile(join(work, "program.js"), program.code);
await writeFile(join(work, "thread.js"), thread.code);
const page = join(root, "dist/web/chimneysweep.html");
const blob = join(work, "program.blob");
const config = {
  // Its path as written here is kept in the executable: a name alone is the same on every computer.
  main: "program.js",
  output: blob,
  disableExperimentalSEAWarning: true,
  assets: {
    "thread.js": join(work, "thread.js"),
    "libarchive.wasm": join(root, "node_modules/libarchive-wasm/dist/libarchive.wasm"),
    "sqlite.wasm": join(root, "node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm"),
    "chimneysweep.html": page,
  },
};
await writeFile(join(work, "config.json"), JSON.stringify(config));
const builder = await buildersNode(cache);
await promisify(execFile)(builder.program, ["--experimental-sea-config", "config.json"], { cwd: work });

const windows = await windowsNode(cache);
const executable = join(target, "chimneysweep.exe");
await writeFile(executable, withoutSignature(await readFile(windows.program)));
await inject(executable, "NODE_SEA_BLOB", await readFile(blob), { sentinelFuse: FUSE });
const licences = await licencesOf([...program.modules, ...thread.modules]);
const nodeLicence = await readFile(join(builder.home, "LICENSE"), "utf8");
await writeFile(join(target, "LICENCES"), `node\n\n${nodeLicence}\n\n\n${licences}\n`);
for (const name of ["README.md", "LICENSE"]) await copyFile(join(root, name), join(target, name));
await copyFile(page, join(target, "chimneysweep.html"));
await rm(work, { recursive: true });

const zip = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: MOMENT, extendedTimestamp: false });
for (const name of ["chimneysweep.exe", "chimneysweep.html", "README.md", "LICENSE", "LICENCES"]) {
  await zip.add(name, new Uint8ArrayReader(await readFile(join(target, name))));
}
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
await writeFile(join(target, `chimneysweep-${version}-windows-x64.zip`), await zip.close());
