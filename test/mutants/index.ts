import { parseArgs } from "node:util";
import { readTree, type SourceTree } from "../support/imports.ts";
import { end } from "./attempts.ts";
import { sampleOf } from "./mutants.ts";
import { type Room, rooms } from "./rooms.ts";
import { scoreOf, shown, table } from "./score.ts";
import { type Outcome, trialOf } from "./trial.ts";

const usage = `npm run mutants -- [options]
  --only PATH[,PATH]    rooms, or beginnings of paths: grammar/kinds/netstat (${rooms.map(({ name }) => name).join(",")})
  --sample N            only N mutants of each room, evenly spread
  --behind N            the sample that comes behind the first N
  --line N              only the mutants of that line
`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    sample: { type: "string", default: "1000000" },
    behind: { type: "string", default: "0" },
    line: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const only = values.only?.flatMap((list) => list.split(",")) ?? rooms.map(({ name }) => name);

if (values.help) process.stdout.write(usage);
else await score(readTree(process.cwd(), ["grammar", "src", "test"]));

async function score(tree: SourceTree): Promise<void> {
  const scores = [];
  for (const room of rooms) {
    const wanted = wantedOf(room, tree);
    if (wanted.size === 0) continue;
    const { mutants, outcomeOf } = await trialOf(room, wanted, tree);
    const all = mutants.filter(({ line }) => values.line === undefined || line === Number(values.line));
    const outcomes: Outcome[] = [];
    for (const mutant of sampleOf(all, Number(values.sample), Number(values.behind))) {
      const outcome = await outcomeOf(mutant);
      if (outcome === "survived" || outcome === "unreached") process.stdout.write(`${outcome} ${shown(mutant)}\n`);
      outcomes.push(outcome);
      if (outcomes.length % 20 === 0) process.stderr.write(`${table([scoreOf(room.name, all.length, outcomes)])}\n`);
    }
    if (outcomes.length > 0) scores.push(scoreOf(room.name, all.length, outcomes));
  }
  end();
  process.stdout.write(`${table(scores)}\n`);
  // Few of a sample say nothing about the rest.
  if (scores.some(({ share }) => share < 0.85)) process.exitCode = 1;
}

/** The files of a room that are asked for. */
function wantedOf({ name, sources }: Room, tree: SourceTree): SourceTree {
  const isWanted = (path: string) => only.some((word) => word === name || path.startsWith(word));
  return new Map([...tree].filter(([path]) => sources.some((part) => path.startsWith(part)) && isWanted(path)));
}
