import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Input } from "./target.ts";
import type { Finding } from "./work-order.ts";

/** A kept input is called after its target, its choice and what it is known by: `decode.7.3fa9c1`. */
const NAME = /^(?<target>[a-z]+)\.(?<choice>\d+)\.[\w.-]+$/;

/** Writes the input of a finding, and what was found beside it; gives the path of the input. */
export async function keep(folder: string, target: string, { input, oracle, message }: Finding): Promise<string> {
  await mkdir(folder, { recursive: true });
  const digest = createHash("sha256").update(input.bytes).digest("hex").slice(0, 12);
  const path = join(folder, `${target}.${input.choice}.${digest}`);
  await writeFile(path, input.bytes);
  await writeFile(`${path}.finding.txt`, `${oracle}\n${message}\n`);
  return path;
}

/** The target and the choice of a kept input, by its name; undefined for other files. */
export function keptAs(name: string): (Pick<Input, "choice"> & { readonly target: string }) | undefined {
  const { target, choice } = NAME.exec(name)?.groups ?? {};
  if (target === undefined || choice === undefined || name.endsWith(".finding.txt")) return undefined;
  return { target, choice: Number(choice) };
}
