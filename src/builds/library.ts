import { rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { esmExternalRequirePlugin } from "rolldown/plugins";
import { ascii } from "./ascii.ts";
import { licencesOf } from "./licences.ts";

// Makes the library: two files and what they share, `dist/library`, with all packages in them. Importing hundreds of modules
// takes most of a second otherwise, and who uses it installs nothing else. Run by `npm run build`.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = join(root, "src");
const target = join(root, "dist/library");

await rm(target, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { index: join(source, "index.ts"), node: join(source, "node.ts") },
  // Neither Node's nor a browser's: what they share must run in both, and only the entry of Node may import its modules.
  platform: "neutral",
  external: ["libarchive-wasm", "node-sqlite3-wasm", /^node:/],
  plugins: [ascii, esmExternalRequirePlugin({ external: [...builtinModules] })],
  tsconfig: join(source, "tsconfig.json"),
  resolve: {
    mainFields: ["module", "main"],
    conditionNames: ["import", "module", "default"],
    alias: { "csv-stringify/sync": "csv-stringify/browser/esm/sync" },
  },
  transform: { target: "es2022", define: { "process.env.NODE_ENV": '"production"' } },
});
const { output } = await bundle.write({
  dir: target,
  format: "esm",
  // Names stay, so that the stack of an internal error says something.
  minify: { compress: true, mangle: false, codegen: true },
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
});
await bundle.close();
const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
await writeFile(join(target, "LICENCES"), `${await licencesOf(modules)}\n`);
