import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runProcess } from "./built.ts";

/** The package as it is published, installed into a project of somebody else. */
export interface Installed {
  /** The folder of that project. */
  readonly home: string;
  /** The files of the package, by their paths in it. */
  readonly files: readonly string[];
  readonly remove: () => Promise<void>;
}

/** What `npm pack --json` says of one package; the shape is npm's. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs what is built and installs it, with the packages that it depends on. */
export async function installPackage(): Promise<Installed> {
  const home = await mkdtemp(join(tmpdir(), "package-"));
  const said = await npm(["pack", "--ignore-scripts", "--json", "--pack-destination", home], root);
  // Always a list of one.
  const [packed = { filename: "", files: [] }] = JSON.parse(said) as Packed[];
  await writeFile(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  await npm(["install", ...quiet, `./${packed.filename}`], home);
  const files = packed.files.map(({ path }) => path);
  return { home, files, remove: () => rm(home, { recursive: true }) };
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { code, out, err } = await runProcess("npm", args, { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(" ")} fails:\n${err}`);
  return out;
}
