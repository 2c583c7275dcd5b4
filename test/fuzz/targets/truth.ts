import type { Connection, DiagnosticCode } from "../../../grammar/index.ts";
import { type Analysed, analysed } from "../../support/analysed.ts";
import { expectSame, type Target } from "../target.ts";
import { isWrapping } from "../truth/breaks.ts";
import { bytesOf, type Description, description, descriptionIn } from "../truth/description.ts";
import { type Truth, truthOf } from "../truth/truth.ts";

/** How a row is told that was not read, or may have been read otherwise. */
const doubts: readonly DiagnosticCode[] = ["ambiguous-row", "truncated-row", "unknown-row"];

/** Files of which all is known that they say: every field of every row, every setting and every host. */
export const groundTruth: Target = {
  name: "truth",
  inputs: description.map((described) => ({ bytes: bytesOf(described), choice: 0 })),
  runs: 20,
  patience: 20_000,
  async check({ bytes }, step) {
    const described = descriptionIn(bytes);
    if (described === undefined) return;
    step();
    const truth = truthOf(described);
    const found = await analysed(truth.bytes);
    const what = `${described.wrapper}, ${described.breaks}`;
    const told = toldLines(found, described);
    expectSame("as it was printed", rowsIn(truth.connections, told), rowsIn(found.connections, told), `rows, ${what}`);
    expectSame("as it was printed", settingsOf(truth), settingsIn(found), `settings, ${what}`);
    expectSame("as it was printed", expectedHosts(truth), hostsIn(found), `hosts, ${what}`);
  },
};

/** Lines of rows that are told as unread or doubtful: what is wrapped may be joined in several ways. */
function toldLines({ report }: Analysed, { breaks }: Description): ReadonlySet<number> {
  if (!isWrapping(breaks)) return new Set();
  return new Set(report.diagnostics.filter(({ code }) => doubts.includes(code)).map(({ line }) => line));
}

/** One line for each row: all fields, each by its name, in one order. */
function rowsIn(connections: readonly Connection[], told: ReadonlySet<number>): readonly string[] {
  return connections
    .filter(({ line }) => !told.has(line))
    .map(({ line, protocol, localAddress, localPort, foreignAddress, foreignPort, state, ...others }) => {
      const { pid, offloadState, unknownOffloadState, process } = others;
      const ends = `${protocol} ${localAddress} ${localPort} ${foreignAddress} ${foreignPort}`;
      return `${line} ${ends} ${state} ${pid} ${offloadState ?? unknownOffloadState} ${process}`;
    });
}

function settingsOf({ settings }: Truth): readonly string[] {
  return settings.map(([line, setting, value]) => `${line} ${setting} ${value}`).toSorted();
}

function settingsIn({ report }: Analysed): readonly string[] {
  const settings = report.hosts.flatMap((host) => host.settings);
  return settings.map(({ line, setting, value }) => `${line} ${setting} ${value}`).toSorted();
}

function expectedHosts({ hosts }: Truth): readonly (string | null)[] {
  return hosts.length === 0 ? [null] : hosts;
}

function hostsIn({ report }: Analysed): readonly (string | null)[] {
  return [...new Set(report.hosts.map(({ host }) => host))].toSorted();
}
