import { spawn } from "node:child_process";
import { bin, type Ended } from "./built.ts";

/** The page as `chimneysweep serve` serves it. */
export interface Served {
  readonly address: string;
  /** Interrupts the command as Ctrl+C does, and waits for its end. */
  readonly stop: () => Promise<Ended>;
}

/** Starts the built command, or another one, and waits for the address that it prints. */
export async function served(
  args: readonly string[] = [],
  { node = process.execPath, command = bin }: { readonly node?: string; readonly command?: string } = {},
): Promise<Served> {
  const child = spawn(node, [command, "serve", ...args]);
  const said = { out: "", err: "" };
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said.out += chunk.toString();
      if (said.out.endsWith("\n")) resolve(said.out.trim());
    });
    child.on("close", () => reject(new Error(`It does not serve:\n${said.err}`)));
  });
  const stop = async () => {
    child.kill("SIGINT");
    return { code: await ended, ...said };
  };
  return { address, stop };
}
