import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { build, type InlineConfig, type Plugin } from "vite";
import { style as reportStyle } from "../reporters/html/parts.ts";
import { documentOf } from "./document.ts";
import { licencesOf } from "./licences.ts";

// Makes the page: one file with all that it needs in it, `dist/web/chimneysweep.html`. Run by `npm run build`.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = join(root, "src/web");

/** A module with nothing in it. */
const EMPTY = "\0empty";

/** A module of Node in the page is a mistake of ours, and no reason to put another one in its place. */
const noNode: Plugin = {
  name: "no-node",
  enforce: "pre",
  resolveId(id, importer) {
    // The library for archives asks for these where it finds itself in Node.
    if (importer?.includes("/libarchive-wasm/") === true && ["fs", "path", "crypto"].includes(id)) return EMPTY;
    if (id.startsWith("node:")) this.error(`${id} does not exist in a browser; ${importer} imports it`);
    return null;
  },
  load: (id) => (id === EMPTY ? "export default {}" : null),
};

/** One table of HTML entities is enough for the page. */
const oneEntityTable: Plugin = {
  name: "one-entity-table",
  enforce: "pre",
  resolveId: (id, importer) =>
    id === "./html-entities.js" && importer?.includes("/postal-mime/") === true ? join(here, "mail-entities.ts") : null,
};

/** A script, and the modules that it was made of. */
interface Bundled {
  readonly code: string;
  readonly modules: readonly string[];
}

/** One entry with all that it imports, as one script. */
async function bundled(entry: string): Promise<Bundled> {
  const config: InlineConfig = {
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [noNode, oneEntityTable],
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: [
        { find: /^csv-stringify\/sync$/, replacement: "csv-stringify/browser/esm/sync" },
        // What the reader of tar asks of Node; a package that it brings along has the same.
        { find: /^events$/, replacement: "bare-events" },
      ],
    },
    // Whatever the environment says: a test that packs the program builds the same page.
    oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: join(here, entry),
        // A script in a page has no address of its own; nothing here asks for one.
        transform: { define: { "import.meta": "{}" } },
        output: { format: "iife", codeSplitting: false },
      },
    },
  };
  const built = await build(config);
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : "output" in built ? built.output : [];
  const [chunk, ...others] = outputs.filter((output) => output.type === "chunk");
  if (chunk === undefined || others.length > 0) throw new Error(`${entry} did not become one script`);
  return { code: chunk.code, modules: chunk.moduleIds };
}

/** A script as it may stand in HTML: nothing in it ends it, or begins a comment. */
function embedded(script: string): string {
  return script
    .replaceAll(/<\/script/gi, "<\\/script")
    .replaceAll("<!--", "\\x3c!--")
    .trim();
}

/** Text as it may stand in a comment, whatever is in it. */
function textInHtml(text: string): string {
  return text.replaceAll("--", "- -").replaceAll(">", ")");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The policy of the page: nothing is loaded and nothing sent; the worker is the one that the page carries. */
function policyOf(scripts: readonly string[], style: string): string {
  return [
    "default-src 'none'",
    // The library for archives is WebAssembly, which the page carries as well.
    `script-src ${scripts.map(hashOf).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "connect-src 'none'",
    "img-src data:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** As the page unpacks it. Half of the page were programs as they are otherwise, which are read by nobody. */
function packed(content: string | Uint8Array): string {
  return deflateSync(content, { level: 9 }).toString("base64");
}

const LIBARCHIVE = createRequire(import.meta.url).resolve("libarchive-wasm/dist/libarchive.wasm");

async function page(): Promise<string> {
  const [pageStyle, opening, main, worker] = await Promise.all([
    readFile(join(here, "page.css"), "utf8"),
    bundled("opening.ts"),
    bundled("main.tsx"),
    bundled("worker.ts"),
  ]);
  const style = reportStyle + pageStyle;
  const script = embedded(opening.code);
  return documentOf({
    policy: policyOf([script, main.code], style),
    style,
    program: packed(main.code),
    worker: packed(worker.code),
    libarchive: packed(await readFile(LIBARCHIVE)),
    script,
    licences: textInHtml(await licencesOf([...main.modules, ...worker.modules])),
  });
}

const target = join(root, "dist/web");
const html = await page();
await mkdir(target, { recursive: true });
const unfinished = join(target, `.${process.pid}.html`);
await writeFile(unfinished, html);
await rename(unfinished, join(target, "chimneysweep.html"));
