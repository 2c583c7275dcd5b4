import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ended, root, runProcess } from "./built.ts";

/** The package as it is published, installed into a project of somebody else. */
export interface Installed {
  /** The folder of that project. */
  readonly home: string;
  /** The files of the package, by their paths in it. */
  readonly files: readonly string[];
  /** Why it is packed but not installed; what needs it installed is skipped then. */
  readonly missing: string | undefined;
  readonly remove: () => Promise<void>;
}

/** What `npm pack --json` says of one package; the shape is npm's. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What npm says where it can't reach its registry. */
const UNREACHABLE =
  /\b(?:ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Packs what is built and installs it, with the packages that it depends on. */
export async function installPackage(): Promise<Installed> {
  const home = await mkdtemp(join(tmpdir(), "package-"));
  const packing = await npm(["pack", "--ignore-scripts", "--json", "--pack-destination", home], root);
  if (packing.code !== 0) throw new Error(`npm pack fails:\n${packing.err}`);
  // Always a list of one.
  const [packed = { filename: "", files: [] }] = JSON.parse(packing.out) as Packed[];
  await writeFile(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  const installing = await npm(["install", ...quiet, `./${packed.filename}`], home);
  const [reason] = UNREACHABLE.exec(installing.err) ?? [];
  if (installing.code !== 0 && reason === undefined) throw new Error(`npm install fails:\n${installing.err}`);
  return {
    home,
    files: packed.files.map(({ path }) => path),
    missing: installing.code === 0 ? undefined : `the registry of npm can't be reached: ${reason}`,
    remove: () => rm(home, { recursive: true }),
  };
}

function npm(args: readonly string[], cwd: string): Promise<Ended> {
  return runProcess("npm", args, { cwd });
}
