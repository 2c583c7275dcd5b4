import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// `npm test` is lint and every test but those tagged `thorough`, which `npm run thorough` runs. `npm test -- WORD...` is the
// test files that have a word in their paths. A word that no such path has may name a file of grammar/ or src/, like
// `rss-disabled`, or be part of a sample's path: then the tests with it in their names run. Neither lints, and what is not
// run is not built. Options are vitest's own: `-t NAME`, `-u`.

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const firstOption = args.findIndex((word) => word.startsWith("-"));
const words = firstOption < 0 ? args : args.slice(0, firstOption);
const options = args.slice(words.length);
const files = filesBelow("test").filter((path) => path.endsWith(".test.ts"));
const about = new Map(words.map((word) => [word, files.some((path) => path.includes(word)) ? [] : testsAbout(word)]));
const paths = words.filter((word) => about.get(word)?.length === 0);

if (args.length === 0) run("npm", ["run", "--silent", "lint"], process.platform === "win32");
if (words.length === 0) vitest("--tagsFilter=!thorough", ...options);
if (paths.length > 0) vitest(...paths, ...options);
for (const [word, tests] of about) if (tests.length > 0) vitestAbout(word, tests);

/**
 * Runs the tests with the word in their names; all tests of these files where none has it, which vitest would pass.
 * @param {string} word
 * @param {readonly string[]} tests
 */
function vitestAbout(word, tests) {
  const name = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const named = `(?<![\\w-])${name}(?![\\w-])|samples/\\S*${name}`;
  const folder = mkdtempSync(join(tmpdir(), "tests-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const counts = join(folder, "counts.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${counts}`];
  // A second worker would load the whole program once more for a few tests.
  vitest(...tests, "-t", named, "--hideSkippedTests", "--maxWorkers=1", ...reporters, ...options);
  const { numTotalTests, numPendingTests } = JSON.parse(readFileSync(counts, "utf8"));
  if (numTotalTests === numPendingTests) vitest(...tests, ...options);
}

/**
 * The test files with tests about a file of grammar/ or src/, or about a sample.
 * @param {string} word
 */
function testsAbout(word) {
  const file = ["grammar", "src"].flatMap(filesBelow).find((path) => basename(path).replace(/\.tsx?$/, "") === word);
  const isSample = filesBelow("samples").some((path) => path.includes(word));
  return [...(file === undefined ? [] : testsOf(dirname(file))), ...(isSample ? ["test/samples.test.ts"] : [])];
}

/**
 * The test files in the folder that mirrors this one; where there is none, those that import from this one.
 * @param {string} folder
 */
function testsOf(folder) {
  const mirror = join("test", folder.replace(/^src\b/, ""), "/").replaceAll("\\", "/");
  const beside = files.filter((path) => path.startsWith(mirror));
  return beside.length > 0 ? beside : files.filter((path) => readFileSync(join(root, path)).includes(`/${folder}/`));
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
