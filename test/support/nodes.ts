import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root, runProcess } from "./built.ts";

/** The platforms whose Node npm carries, by the names of its packages. */
const platforms: { readonly [platform: string]: string } = { linux: "linux", darwin: "darwin", win32: "win" };

/**
 * Where Node in that version is, installed beside the other packages when it is first asked for. Undefined where it is
 * neither this one nor to be had from the registry: its tests are skipped then.
 */
export async function nodeOf(major: number): Promise<string | undefined> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = platforms[process.platform];
  if (platform === undefined) return undefined;
  const name = `node-${platform}-${process.arch}`;
  const home = join(root, "node_modules/.cache", `node-${major}`);
  const path = join(home, "node_modules", name, "bin", platform === "win" ? "node.exe" : "node");
  if (await isNode(path, major)) return path;
  await mkdir(home, { recursive: true });
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save"];
  await runProcess("npm", ["install", ...quiet, "--prefix", home, `${name}@${major}`], { cwd: home });
  if (await isNode(path, major)) return path;
  return undefined;
}

async function isNode(path: string, major: number): Promise<boolean> {
  const said = await runProcess(path, ["--version"]).catch(() => undefined);
  return said?.code === 0 && said.out.startsWith(`v${major}.`);
}
