import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Needed } from "./comparison.ts";
import { peerPrograms } from "./peer-programs.ts";

/** What it was measured with: nothing that tells whose machine it is. */
export function machineFacts(): readonly string[] {
  const cores = availableParallelism();
  const facts = [`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cores} cores`];
  return [...facts, ...peerPrograms.map(versionOf)];
}

/** The first line of what a program says of itself. */
function versionOf({ name, probe: [program, ...args] }: Needed): string {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? (stdout.trim().split("\n")[0] ?? name) : `not here: ${name}`;
}
