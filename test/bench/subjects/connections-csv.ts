import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cellDifference } from "../cells.ts";
import { peerScript } from "../command.ts";
import { type Needed, type Subject, type Way, WrongAnswer } from "../comparison.ts";
import { duration } from "../figures.ts";
import { writeTable } from "../inputs.ts";
import { awkSettings, gawk, mawk, parseNetstat } from "../peer-programs.ts";
import { ours, type Started, timed } from "../processes.ts";

/** The same table twice: Parse::Netstat accepts none with an Offload State column. */
const FULL = "table.txt";
const NARROW = "narrow.txt";

type Differ = (ours: string, theirs: string) => string | undefined;

const byteDifference: Differ = (our, their) => (our === their ? undefined : "it prints other bytes than ours");

/** A large capture to a CSV table of its connections. */
export const connectionsCsv: Subject = {
  name: "csv",
  async open({ rows, runs, place }) {
    const input = await writeTable(join(place, FULL), rows);
    await writeTable(join(place, NARROW), rows, "without offload state");
    const full = our(FULL, place);
    const same = (awk: Needed) => awks(awk, place, "connections-csv.awk", [FULL, FULL], byteDifference);
    const cells = (awk: Needed) => awks(awk, place, "cells-csv.awk", [FULL], cellDifference);
    const perl = { program: "perl", args: [peerScript("cells-csv.pl"), NARROW], cwd: place, out: "perl.csv" };
    const shown = { ours: full, figure: duration, quotient: "ours / peer" } as const;
    const times3 = { side: "<=", limit: 3 } as const;
    return {
      input: `${input.words}, to a CSV table of its connections`,
      comparisons: [
        {
          what: "no Offload State column",
          ours: our(NARROW, place),
          peers: [peer(parseNetstat, perl, cellDifference, NARROW)],
          figure: duration,
          quotient: "peer / ours",
          target: { side: ">=", limit: 3 },
        },
        { ...shown, what: "all columns, same bytes", peers: same(gawk), target: times3 },
        { ...shown, what: "all columns, same bytes", peers: same(mawk) },
        { ...shown, what: "beside cells as captured", peers: cells(gawk), target: times3 },
        { ...shown, what: "beside cells as captured", peers: cells(mawk) },
      ],
      rounds: runs,
      warmUps: 0,
    };
  },
};

function our(table: string, place: string): Way {
  const args = [table, "--format", "csv", "--table", "connections"];
  return { name: `CSV of ${table}`, run: () => timed(ours(args, place, outputOf(table))) };
}

function awks(awk: Needed, place: string, script: string, files: readonly string[], differ: Differ): readonly Way[] {
  return awkSettings(awk).map(({ name, needs, env }) => {
    const args = ["-f", peerScript(script), ...files];
    return { ...peer(needs, { program: awk.name, args, cwd: place, out: "awk.csv", env }, differ, FULL), name };
  });
}

/** A peer whose CSV has to say what ours of the same table says. */
function peer(needs: Needed, started: Started, differ: Differ, table: string): Way {
  const read = (name: string) => readFile(join(started.cwd, name), "utf8");
  return {
    name: needs.name,
    needs,
    run: () => timed(started),
    async check() {
      await our(table, started.cwd).run();
      await timed(started);
      const wrong = differ(await read(outputOf(table)), await read(started.out));
      if (wrong !== undefined) throw new WrongAnswer(wrong);
    },
  };
}

function outputOf(table: string): string {
  return table.replace(".txt", ".csv");
}
