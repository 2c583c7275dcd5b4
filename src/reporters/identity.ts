import type { HostReport, IdentityReason, Report, ReportPlace } from "../report/index.ts";
import { counted, placeText } from "./figures.ts";
import { printable } from "./printable.ts";

type Ground = IdentityReason["ground"];

/** Why captures of a source are of a host, as the explanation says it. */
const because: { readonly [K in Ground]: string } = {
  named: "named by",
  source: "no other host is named in this file; named by",
  collector: "its collector names files after the host:",
  addresses: "its local addresses are those of the host named by",
  container: "no other host is named around this file; named by",
  prefix: "names of files have the host in them:",
  folder: "the folders are named after hosts:",
  declared: "nothing names a host here:",
  complementary: "names no host; read together with the files beside it, because no command occurs twice",
  alone: "nothing names a host",
};

/** How a line about a host calls its files and the place of its name. */
export interface IdentityWords {
  readonly files: string;
  readonly place: (at: ReportPlace) => string;
}

/** In one line, from how many files a host was read and what names it. */
export function identityLine({ identity, captures }: HostReport, words?: IdentityWords): string {
  const files = words?.files ?? counted(new Set(captures.map(({ source }) => source)).size, "file");
  const placeOf = words?.place ?? ((at: ReportPlace) => placeText({ ...at, source: fileOf(at.source) }));
  const reason = identity?.because.find(({ by }) => by !== null);
  if (reason === undefined) return `From ${files}; nothing names the host`;
  const [shown, ...others] = otherForms(identity?.names ?? []);
  const also = shown === undefined ? "" : `; also called ${[shown, ...others].map(printable).join(", ")}`;
  const place = reason.at === null ? "" : `, ${placeOf(reason.at)}`;
  return `From ${files}; named by ${printable(reason.by ?? "")}${place}${also}`;
}

/** The whole reasoning: for each host every source, and for what stayed in doubt what was said of it. */
export function* identityExplanation({ hosts, diagnostics }: Report): Iterable<string> {
  for (const { host, identity, captures } of hosts) {
    yield `${host === null ? "Host not named" : printable(host)}\n`;
    const other = otherForms(identity?.names ?? []);
    if (other.length > 0) yield `  also called ${other.map(printable).join(", ")}\n`;
    const kinds = kindsBySource(captures);
    for (const reason of identity?.because ?? []) {
      yield `  ${printable(reason.source)} (${[...(kinds.get(reason.source) ?? [])].join(", ")})\n    ${because[reason.ground]}${reason.by === null ? "" : ` ${namedBy(reason)}`}\n`;
    }
    yield "\n";
  }
  const doubts = diagnostics.filter(({ code }) => code.startsWith("host-") || code === "sources-joined");
  if (doubts.length > 0) yield "Notes\n";
  for (const { source, line, message } of doubts) yield `  ${placeText({ source, line })}  ${printable(message)}\n`;
}

function kindsBySource(captures: HostReport["captures"]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { source, kind } of captures) {
    const kinds = found.get(source) ?? new Set<string>();
    found.set(source, kinds.add(kind));
  }
  return found;
}

/** The other names, without those that only differ in case. */
function otherForms(names: readonly string[]): readonly string[] {
  const forms = new Map(names.map((name) => [name.toUpperCase(), name]));
  const longest = [...forms.values()].reduce((best, name) => (name.length > best.length ? name : best), "");
  return [...forms.values()].filter((name) => name !== longest);
}

/** The name of a file without folders and archives around it. */
function fileOf(source: string): string {
  return source.split(/[/!]/).at(-1) ?? source;
}

/** The file is named where it is another one than that whose captures are explained. */
function namedBy({ source, by, at, name }: IdentityReason): string {
  const place = at === null ? "" : ` (${at.source === source ? `line ${at.line}` : placeText(at)})`;
  return `${printable(by ?? "")}${place}${at === null && name !== null ? `, ${printable(name)}` : ""}`;
}
