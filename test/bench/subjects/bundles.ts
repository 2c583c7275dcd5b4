import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Comparison, type Needed, type Subject, type Taken, type Way, WrongAnswer } from "../comparison.ts";
import { duration, peakMemory } from "../figures.ts";
import { sizeText } from "../inputs.ts";
import { sevenZip, taskset, unzip } from "../peer-programs.ts";
import { ours, type Started, tellingPeak, timed } from "../processes.ts";
import { writeBundles } from "./bundle-files.ts";

const MOST_ROUNDS = 3;

/** Memory is compared with that of a run over so small a part of the bundles. */
const PART = 10;

/** "Offload State" in UTF-16, as grep can find it. */
const SOUGHT = "O.f.f.l.o.a.d. .S.t.a.t.e";

const UNZIP = `for f in *.zip; do unzip -p "$f" '*_TCPIP_*' '*_TcpIp-Info.txt' | grep -caE '${SOUGHT}'; done`;
const SEVEN_ZIP = `for f in *.zip; do 7z x -y -o../unpacked "$f" > ../7z.txt; grep -rlaE '${SOUGHT}' ../unpacked; rm -r ../unpacked; done`;

/** Support bundles, beside what people do today: unpack and search. */
export const bundles: Subject = {
  name: "bundles",
  async open({ bundles, runs, place }) {
    const folder = join(place, "bundles");
    const { packed, unpacked } = await writeBundles(folder, bundles);
    const names = (await readdir(folder)).sort();
    const part = names.slice(0, Math.ceil(names.length / PART));
    const script = (needs: Needed, name: string, text: string): Way => ({
      name,
      needs,
      run: () => searched(folder, text, names.length),
    });
    return {
      input: `${bundles} bundles, ${sizeText(packed)}, unpacked ${sizeText(unpacked)}, worked through by batch`,
      comparisons: comparisons({
        one: { name: "1 worker", run: () => batched(place, names, 1) },
        held: { name: "1 worker, 1 core", needs: taskset, run: () => batched(place, names, 1, heldToOneCore) },
        two: { name: "2 workers", run: () => batched(place, names, 2) },
        few: { name: "a tenth of them", run: () => batched(place, part, 2) },
        floor: script(unzip, "unzip -p | grep", UNZIP),
        today: script(sevenZip, "7z x, grep -r, rm", SEVEN_ZIP),
      }),
      rounds: Math.min(runs, MOST_ROUNDS),
      warmUps: 0,
    };
  },
};

function comparisons(
  ways: Readonly<Record<"one" | "held" | "two" | "few" | "floor" | "today", Way>>,
): readonly Comparison[] {
  const { one, held, two, few, floor, today } = ways;
  const speed = { figure: duration, quotient: "peer / ours" } as const;
  return [
    { ...speed, what: "1 worker", ours: one, peers: [today], target: { side: ">=", limit: 1 } },
    { ...speed, what: "2 workers", ours: two, peers: [one], target: { side: ">=", limit: 1.7 } },
    // V8 compiles and collects in threads of its own, so that one worker has some of a second core's work as well.
    { ...speed, what: "2 workers", ours: two, peers: [held] },
    { what: "1 worker over the floor", ours: one, peers: [floor], figure: duration, quotient: "ours / peer" },
    {
      what: "peak memory, 2 workers",
      ours: two,
      peers: [few],
      figure: peakMemory,
      quotient: "ours / peer",
      target: { side: "<=", limit: 1.3 },
    },
  ];
}

/** Every bundle has the words somewhere, so there is a line for each at least. */
async function searched(folder: string, script: string, bundles: number): Promise<Taken> {
  const taken = await timed({ program: "sh", args: ["-c", script], cwd: folder, out: "../found.txt" });
  const found = (await readFile(join(folder, "../found.txt"), "utf8")).split("\n").filter((line) => /[^0]/.test(line));
  if (found.length < bundles) throw new WrongAnswer(`it found something in ${found.length} of ${bundles} bundles`);
  return taken;
}

/** The same process, with one of the processors to run on. */
function heldToOneCore({ program, args, ...rest }: Started): Started {
  return { ...rest, program: "taskset", args: ["-c", "0", program, ...args] };
}

async function batched(
  place: string,
  names: readonly string[],
  workers: number,
  held = (started: Started) => started,
): Promise<Taken> {
  const out = join(place, "batch");
  const paths = names.map((name) => join("bundles", name));
  const args = ["batch", ...paths, "-o", "batch", "--workers", String(workers), "--quiet"];
  const taken = await timed(held(ours(args, place, "batch.txt", tellingPeak)));
  const read = (await readFile(join(out, "bundles.csv"), "utf8")).match(/,ok,/g)?.length ?? 0;
  if (read !== names.length) throw new WrongAnswer(`it has read ${read} of ${names.length} bundles`);
  await rm(out, { recursive: true });
  return taken;
}
