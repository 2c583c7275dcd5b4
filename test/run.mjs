import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// `npm test` is lint and every test. `npm test -- WORD...` is the test files that have a word in their paths. A word that
// no path has may name a file of grammar/ or src/, like `rss-disabled`: then it is the tests of that file's folder that
// have it in their names. Neither lints, and what is not run is not built. Options are vitest's own: `-t NAME`, `--watch`.

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const firstOption = args.findIndex((word) => word.startsWith("-"));
const words = firstOption < 0 ? args : args.slice(0, firstOption);
const options = args.slice(words.length);
const files = filesBelow("test").filter((path) => path.endsWith(".test.ts"));
const paths = words.filter((word) => files.some((path) => path.includes(word)) || folderOf(word) === undefined);
const names = words.filter((word) => !paths.includes(word));

if (args.length === 0) run("npm", ["run", "--silent", "lint"], process.platform === "win32");
if (paths.length > 0 || names.length === 0) vitest(...paths, ...options);
for (const name of names) vitest(`${folderOf(name)}/`, "-t", `(?<![\\w-])${name}(?![\\w-])`, ...options);

/**
 * The folder of the tests of a file with that name, or the nearest one above it that has tests.
 * @param {string} name
 */
function folderOf(name) {
  const file = ["grammar", "src"].flatMap(filesBelow).find((path) => basename(path).replace(/\.tsx?$/, "") === name);
  if (file === undefined) return undefined;
  let folder = join("test", dirname(file).replace(/^src\b/, ""));
  while (!existsSync(join(root, folder))) folder = dirname(folder);
  return folder.replaceAll("\\", "/");
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    `${folder}/${path}`.replaceAll("\\", "/"),
  );
}

/** @param {readonly string[]} args */
function vitest(...args) {
  run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...args]);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {boolean} shell
 */
function run(program, args, shell = false) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
}
