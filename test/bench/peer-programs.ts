import type { Needed } from "./comparison.ts";

export const gawk: Needed = { name: "gawk", probe: ["gawk", "--version"] };
export const mawk: Needed = { name: "mawk", probe: ["mawk", "-W", "version"] };
export const parseNetstat: Needed = {
  name: "Perl's Parse::Netstat",
  probe: ["perl", "-MParse::Netstat", "-e", "print qq(Perl $], Parse::Netstat $Parse::Netstat::VERSION)"],
};
export const unzip: Needed = { name: "unzip", probe: ["unzip", "-v"] };
export const sevenZip: Needed = { name: "7z", probe: ["7z"] };
export const ripgrep: Needed = { name: "rg", probe: ["rg", "--version"] };
/** No peer: it holds a process to one processor. */
export const taskset: Needed = { name: "taskset", probe: ["taskset", "--version"] };

export const peerPrograms: readonly Needed[] = [gawk, mawk, parseNetstat, unzip, sevenZip, ripgrep, taskset];

/** An awk with the environment as it is, and in a locale in which a character is a byte: of these the faster counts. */
export const awkSettings = (awk: Needed) => [
  { needs: awk, name: awk.name, env: {} },
  { needs: awk, name: `${awk.name} LC_ALL=C`, env: { LC_ALL: "C" } },
];
