import type { FindingKind, HostReport } from "../../../src/report/index.ts";
import { printable } from "../../../src/reporters/printable.ts";
import { type Reporter, usuallyShown } from "../../../src/reporters/reporter.ts";

/** Say what the format is for. Whatever was captured is made harmless here: a terminal, a browser may read it. */
export const newName = {
  name: "new-name",
  description: "say what the format is for, in a few words",
  endings: [".new-name"],
  open: async ({ show }) => ({
    opening: "",
    report: ({ hosts }) => hosts.map((host) => linesOf(host, show ?? usuallyShown)),
  }),
} satisfies Omit<Reporter, "name"> & { readonly name: string };

function linesOf({ host, findings }: HostReport, kinds: readonly FindingKind[]): string {
  const shown = findings.filter(({ kind }) => kinds.includes(kind));
  return shown.map(({ rule, message }) => `${printable(`${host ?? "-"} ${rule}: ${message}`)}\n`).join("");
}
