import fc from "fast-check";
import { bundleEntry } from "../../../src/fleet/index.ts";
import { analyze, mergeRollups, type Report, rollupOf } from "../../../src/index.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { sourceOf } from "../oracles.ts";
import { expectSame, type Target } from "../target.ts";

/** The line between the parts of an input, each of which is a source. */
const BETWEEN = "\n%%%%\n";

/** Names of files that psSDP leaves behind, each with a host in front. */
const files = ["TcpIp-Info", "Netsh_Autotuning", "TCPIP_netsh_info", "netstat", "Process_and_Service_Tasklist"];

const parts = fc
  .array(mutatedText, { minLength: 2, maxLength: 3 })
  .map((texts) => Buffer.concat(texts.flatMap((text, at) => (at === 0 ? [text] : [Buffer.from(BETWEEN), text]))));

/** Sources of different hosts in one order and another, and roll-ups of the same bundles merged in one and another. */
export const order: Target = {
  name: "order",
  inputs: inputsOf(parts),
  runs: 10,
  async check({ bytes, choice }, step) {
    const texts = Buffer.from(bytes).toString("latin1").split(BETWEEN);
    const open = texts.map((text, at) => {
      if (choice % 2 === 0) return sourceOf(`${at}.txt`, Buffer.from(named(text, at), "latin1"));
      return sourceOf(`x.zip!WEB${at}_${files[choice % files.length]}.txt`, Buffer.from(text, "latin1"));
    });
    const analysed = async (order: readonly number[]) => analyze(order.flatMap((at) => open[at]?.() ?? []));
    const there = texts.map((_, at) => at);
    step();
    const alone = await Promise.all(there.map((at) => analysed([at])));
    step();
    checkRollups(alone);
    if (!areApart(alone)) return;
    step();
    const first = await analysed(there);
    const second = await analysed(there.toReversed());
    expectSame("the same in another order", first.hosts, second.hosts, "hosts");
    expectSame("the same in another order", first.fleet, second.fleet, "all hosts together");
    expectSame("the same in another order", byName(first), byName(second), "sources");
    const hosts = alone.flatMap((report) => report.hosts).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    expectSame("the same in another order", hosts, first.hosts, "hosts alone and together");
  },
};

/** A prompt that names the host stands above, as in a session with several of them. */
function named(text: string, at: number): string {
  return `[WEB${at}]: PS C:\\> cd C:\\temp\n${text}`;
}

/** Whether each part is of hosts of its own: a text that names another part's host is rightly read with it. */
function areApart(reports: readonly Report[]): boolean {
  const names = reports.flatMap(({ hosts }) => hosts.map(nameOf));
  return !names.includes("") && new Set(names).size === names.length;
}

function nameOf({ host }: Report["hosts"][number]): string {
  return (host ?? "").toUpperCase();
}

function byName({ sources }: Report): Report["sources"] {
  return sources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function checkRollups(reports: readonly Report[]): void {
  const entries = reports.map((report, at) => {
    const about = { name: `${at % 2}.zip`, fingerprint: String(at), bytes: 1 };
    return bundleEntry(report, about, new Map());
  });
  const whole = rollupOf(entries);
  expectSame("the same in another order", whole, rollupOf(entries.toReversed()), "roll-ups of one run");
  const merged = mergeRollups(entries.toReversed().map((entry) => rollupOf([entry])));
  expectSame("the same in another order", whole, merged, "roll-ups of a run for each bundle");
  expectSame("the same in another order", whole, mergeRollups([merged, whole]), "a roll-up merged with itself");
}
