import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root, runProcess } from "./support/built.ts";
import { type Installed, installPackage } from "./support/installed.ts";

const capture = [
  "Active Connections",
  "",
  "  Proto  Local Address          Foreign Address        State           Offload State",
  "",
  "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost      ",
  "  TCP    192.0.2.10:445         198.51.100.7:50013     ESTABLISHED     Offloaded   ",
  "",
].join("\r\n");

/** A program of somebody else, as it would be written with the package installed. */
const program = `
import { analyze, type ConnectionRow, type Report, VERSION } from "chimneysweep";

const rows: ConnectionRow[] = [];
const report: Report = await analyze(${JSON.stringify(capture)}, {
  onConnections: (more) => {
    rows.push(...more);
  },
});
const states: readonly (string | undefined)[] = rows.map(({ connection }) => connection.offloadState);
const offloaded: number | undefined = report.hosts[0]?.summary.raw?.offloaded;
export const said = JSON.stringify({ offloaded, states, isSame: report.tool.version === VERSION });
`;

/** The strictest a consumer can be, and nothing of Node: the library runs in browsers too. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
};

let installed: Installed;
let home = "";

const put = (name: string, text: string) => writeFile(join(home, name), text);

beforeAll(async () => {
  installed = await installPackage();
  home = installed.home;
});
afterAll(() => installed?.remove());

describe("the package", () => {
  it("holds what runs, what it is licensed under, and samples", () => {
    const paths = installed.files;
    const expected =
      /^(?:package\.json|README\.md|LICENSE|samples\/.+|dist\/web\/chimneysweep\.html|dist\/command\/(?:LICENCES|package\.json|chimneysweep\.js|chunks\/[\w-]+\.js(?:\.compiled)?)|dist\/library\/(?:LICENCES|[\w-]+\.js)|dist\/(?:grammar|src)\/(?!(?:batch|builds|cli|outputs|web)\/).+\.d\.ts)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "dist/library/index.js",
        "dist/library/node.js",
        "dist/src/index.d.ts",
        "dist/command/chimneysweep.js",
        "dist/command/LICENCES",
        "dist/web/chimneysweep.html",
      ]),
    );
    expect(paths.filter((path) => path.startsWith("samples/"))).not.toEqual([]);
  });
});

describe("installed", () => {
  beforeEach(({ skip }) => skip(installed.missing !== undefined, installed.missing));

  const bin = () => join(home, "node_modules/.bin/chimneysweep");

  it("the command reads standard input", async () => {
    const { code, out, err } = await runProcess(bin(), [], { cwd: home, stdin: capture });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/1 of 2 /);
  });

  it("the library does as its types say", async () => {
    await put("program.ts", program);
    await put(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...compilerOptions, outDir: "out" }, files: ["program.ts"] }),
    );
    const { code, out } = await runProcess(join(root, "node_modules/.bin/tsc"), ["-p", home], { cwd: home });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    await put("run.js", 'import { said } from "./out/program.js";\nprocess.stdout.write(said);\n');
    const ran = await runProcess(process.execPath, ["run.js"], { cwd: home });
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(ran.out)).toEqual({ offloaded: 1, states: ["inHost", "offloaded"], isSame: true });
  });

  it("the library opens files and archives in Node, prints and redacts", async () => {
    await put("netstat.txt", capture);
    await put(
      "node.mjs",
      `import { analyze, defaultCsvOptions, openContents, openSources, plain, redact, reporters } from "chimneysweep/node";
const report = await analyze(openSources(["netstat.txt"], { cwd: ".", stdin: (async function* () {})() }));
const options = { version: "", columns: 80, paint: plain, table: "summary", csv: defaultCsvOptions };
const { opening, report: print } = await reporters.csv.open(options);
const open = () => openContents([{ name: "a.txt", content: ${JSON.stringify(capture)} }]);
const { sources, differences } = await redact(open, { key: new Uint8Array(16) });
process.stdout.write(JSON.stringify([opening.split(",")[0], [...print(report)].join("").length > 20, sources[0].name, differences]));
`,
    );
    const { code, out, err } = await runProcess(process.execPath, ["node.mjs"], { cwd: home });
    expect({ code, err, said: out && JSON.parse(out) }).toEqual({
      code: 0,
      err: "",
      said: ["host", true, "a.txt", []],
    });
  });

  it("the library has two doors", async () => {
    const script = 'await import("chimneysweep/dist/src/analyze.js").catch(({ code }) => process.stdout.write(code));';
    const { out } = await runProcess(process.execPath, ["--input-type=module", "-e", script], { cwd: home });
    expect(out).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});
