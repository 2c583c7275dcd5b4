import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

// The registry of npm carries Node's own binaries, a package a platform. They are fetched from there, and from nowhere
// else: whoever can install the project's packages can build what needs another Node.

/**
 * The Node within the executable, a release with long-term support: one that Wine can run, where the tests run what is
 * built, which Node 24 is not ("SegmentedTable::InitializeTable" fails under Wine 8).
 */
const VERSION = "22.23.3";

/** What the registry says of each package's archive, so that another one is refused. */
const INTEGRITY: { readonly [platform: string]: string } = {
  "win-x64": "sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==",
  "linux-x64": "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
  "linux-arm64": "sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==",
  "darwin-x64": "sha512-V6W/fNXsKFF0DMrBrpLNp9meU45Qbe6tQ3HlzrpdiPWW+zlbmTGou1LE8aGHOghVWXJFexvi7RDCQVQi1I1t8w==",
};

/** A Node as npm carries it. */
export interface NodeBinary {
  readonly program: string;
  /** Its package's folder. */
  readonly home: string;
}

/** Node for Windows, to be made the executable. */
export function windowsNode(cache: string): Promise<NodeBinary> {
  return nodeBinary("win-x64", cache);
}

/** The same version for the computer that builds: the data of an executable is made by the version that reads it. */
export function buildersNode(cache: string): Promise<NodeBinary> {
  const system = process.platform === "win32" ? "win" : process.platform;
  // What Node 22 is not published for runs the binaries of the older processor.
  const processor = `${system}-${process.arch}` in INTEGRITY ? process.arch : "x64";
  return nodeBinary(`${system}-${processor}`, cache);
}

async function nodeBinary(platform: string, cache: string): Promise<NodeBinary> {
  const expected = INTEGRITY[platform];
  if (expected === undefined) throw new Error(`npm carries no Node ${VERSION} for ${platform}`);
  const name = `node-${platform}`;
  const prefix = join(cache, `${name}-${VERSION}`);
  const home = join(prefix, "node_modules", name);
  const program = join(home, "bin", platform.startsWith("win") ? "node.exe" : "node");
  if ((await installedIntegrity(prefix, name)) !== expected) {
    await mkdir(prefix, { recursive: true });
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "--prefer-offline"];
    // Forced: npm installs for the platform that it runs on otherwise.
    const words = ["install", "--force", ...quiet, "--prefix", prefix, `${name}@${VERSION}`];
    await promisify(execFile)("npm", words, { cwd: prefix, shell: process.platform === "win32" });
    const found = await installedIntegrity(prefix, name);
    if (found !== expected) throw new Error(`${name}@${VERSION} is ${found ?? "not installed"}; expected ${expected}`);
  }
  return { program, home };
}

/** What npm noted of a package that it installed below a folder. */
async function installedIntegrity(prefix: string, name: string): Promise<string | undefined> {
  const text = await readFile(join(prefix, "node_modules/.package-lock.json"), "utf8").catch(() => "{}");
  const { packages } = JSON.parse(text);
  return packages?.[`node_modules/${name}`]?.integrity;
}
