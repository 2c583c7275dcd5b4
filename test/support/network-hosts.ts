import { execFileSync } from "node:child_process";

/** Computers of a test: they share the disk, reach each other by their addresses, and reach nothing else. */
export interface NetworkHosts {
  /** Where this computer is reached from them. */
  readonly here: string;
  /** The program and its arguments that run a command on one of them, under its name. */
  readonly on: (host: string, command: readonly string[]) => readonly [string, ...string[]];
  /** Pulls the cable. */
  readonly cutOff: (host: string) => void;
  readonly remove: () => void;
}

/** A net of documentation addresses that no computer is in: one that has it already would lose its own. */
const NET = "203.0.113";

/** Network namespaces of Linux on a bridge. Throws an Error where the machine does not allow them. */
export function networkHosts(names: readonly string[]): NetworkHosts {
  if (execFileSync("ip", ["route"], { encoding: "utf8" }).includes(`${NET}.`)) throw new Error(`${NET}.0 is in use`);
  const bridge = `sweep${process.pid % 100_000}`;
  const spaceOf = (host: string) => `${bridge}-${host}`;
  const ip = (line: string) => execFileSync("ip", line.split(" "), { stdio: "pipe" });
  const made: string[] = [];
  const remove = () => {
    for (const line of made.splice(0).reverse()) ip(line);
  };
  const make = (line: string, undo: string) => {
    ip(line);
    made.push(undo);
  };
  try {
    make(`link add ${bridge} type bridge`, `link del ${bridge}`);
    ip(`addr add ${NET}.1/24 dev ${bridge}`);
    ip(`link set ${bridge} up`);
    for (const [at, host] of names.entries()) {
      const space = spaceOf(host);
      make(`netns add ${space}`, `netns del ${space}`);
      ip(`link add ${bridge}-${at} type veth peer name eth0 netns ${space}`);
      ip(`link set ${bridge}-${at} master ${bridge} up`);
      ip(`-n ${space} addr add ${NET}.${at + 11}/24 dev eth0`);
      for (const device of ["eth0", "lo"]) ip(`-n ${space} link set ${device} up`);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return {
    here: `${NET}.1`,
    on: (host, command) => [
      ...(["ip", "netns", "exec", spaceOf(host), "unshare", "--uts"] as const),
      ...["sh", "-c", `hostname ${host} && exec "$@"`, "sh", ...command],
    ],
    cutOff: (host) => void ip(`-n ${spaceOf(host)} link set eth0 down`),
    remove,
  };
}

/** Why there can't be such computers here; undefined where there can. */
export function missingNetworkHosts(): string | undefined {
  try {
    networkHosts(["probe"]).remove();
    return undefined;
  } catch (error) {
    return `network namespaces can't be made here (${error instanceof Error ? error.message.split("\n")[0] : error})`;
  }
}
