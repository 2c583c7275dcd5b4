import type { ComponentChild } from "preact";
import { osTitle } from "../../facts/os-bands.ts";
import type { Finding, HostReport } from "../../report/index.ts";
import { ownFindings } from "../folded.ts";
import { identityLine } from "../identity.ts";
import { printable } from "../printable.ts";
import { findingCounts, findingTitles, leastWindows } from "../words.ts";
import type { Entry } from "./bar.tsx";
import { BriefHost } from "./brief-host.tsx";
import { ChimneyStats } from "./chimney-stats.tsx";
import { Connections } from "./connections.tsx";
import { Actions, Findings } from "./findings.tsx";
import { Fold } from "./fold.tsx";
import { GroupViews } from "./groups.tsx";
import { Place } from "./place.tsx";
import { Settings } from "./settings.tsx";
import { Observations, TablesOverTime } from "./tables-over-time.tsx";
import { Unchecked } from "./unchecked.tsx";
import { VerdictBadge, VerdictView } from "./verdict.tsx";

/** Sources named for a host without a name; more would bury it. */
const MOST_SOURCES = 3;

/** What a host is called: by its name, or by the sources that tell of it. */
export function hostName({ host, captures }: HostReport): string {
  if (host !== null) return printable(host);
  const names = [...new Set(captures.map(({ source }) => source))];
  const more = names.length > MOST_SOURCES ? `, … ${names.length} sources` : "";
  return `Host not named (${names.slice(0, MOST_SOURCES).map(printable).join(", ")}${more})`;
}

interface HostProps {
  readonly host: HostReport;
  /** Its own on the page. */
  readonly id: string;
  /** Of a folded one, where it is packed in a file. */
  readonly packedAt?: string;
}

/** One host, folded up where it is one of many. */
export function HostView({ host, id, packedAt = "" }: HostProps): ComponentChild {
  const isFolded = packedAt !== "";
  const summary = (
    <>
      <h2 id={id}>{hostName(host)}</h2>
      {isFolded && (
        <>
          {" "}
          <VerdictBadge code={host.verdict?.code ?? null} /> <span class="faint">{findingCounts(host)}</span>
        </>
      )}
    </>
  );
  return (
    <section class="host" aria-labelledby={id}>
      <Fold summary={summary} isOpen={!isFolded} brief={<BriefHost host={host} id={id} />} packedAt={packedAt}>
        <HostDetails host={host} id={id} isShort={isFolded} />
      </Fold>
    </section>
  );
}

interface DetailsProps extends Pick<HostProps, "host" | "id"> {
  readonly isShort: boolean;
}

/** Everything about one host, what matters most first. */
export function HostDetails({ host, id, isShort }: DetailsProps): ComponentChild {
  return (
    <>
      <p class="faint">{identityLine(host)}</p>
      <Windows host={host} />
      <VerdictView host={host} />
      {sectionsOf(host, id, isShort).map(({ view }) => view)}
    </>
  );
}

/** The sections of a host that have something to say, in their order. */
export function contentsOf(host: HostReport, id: string): readonly Entry[] {
  return sectionsOf(host, id).flatMap(({ title, entry }) => (title === "" ? [] : [{ id: entry, title }]));
}

interface Section {
  readonly entry: string;
  /** None where a section has its own below it. */
  readonly title: string;
  readonly view: ComponentChild;
}

function sectionsOf(host: HostReport, id: string, isShort = false): readonly Section[] {
  const { findings, excerpts, actions, summary } = host;
  const has = (kind: Finding["kind"]) => ownFindings(findings).some((one) => one.kind === kind);
  const section = (name: string, title: string, view: ComponentChild, isThere = view !== null) =>
    isThere ? [{ entry: `${id}-${name}`, title, view }] : [];
  return [
    ...section("connections", "Connections", <Connections key="connections" host={host} id={id} />),
    ...(["fail", "review"] as const).flatMap((kind) => section(kind, findingTitles[kind], null, has(kind))),
    ...section(
      "findings",
      "",
      <Findings
        key="findings"
        findings={findings}
        excerpts={excerpts}
        id={id}
        hasActions={actions !== undefined}
        isShort={isShort}
      />,
    ),
    ...section("actions", "What to do", Actions({ actions: actions ?? [], id })),
    ...section("groups", "", <GroupViews key="groups" host={host} id={id} />),
    ...section("settings", "Settings", <Settings key="settings" host={host} id={id} />),
    ...section("statistics", "Chimney statistics", ChimneyStats({ host, id })),
    ...section("tables", "Tables one by one", TablesOverTime({ summary, id })),
    ...section("observed", "Unexpected rows", Observations({ summary, id })),
    ...section("unchecked", "Not checked", Unchecked({ host, id, isShort })),
  ];
}

/** The version of Windows and what it was told by: a guess is called one. */
function Windows({ host }: { readonly host: HostReport }) {
  const { os, osFloor } = host;
  if (os === null) {
    const [place] = osFloor?.at ?? [];
    return (
      <p class="faint">
        Version of Windows not known{leastWindows(host)}
        {place !== undefined && (
          <>
            {" "}
            (<Place place={place} />)
          </>
        )}
        : capture <code>ver</code> too, or name it on the command line with <code>--os</code>
      </p>
    );
  }
  const build = os.build === null ? "" : ` (${printable(os.build)})`;
  const basis = { systemInfo: "", fingerprint: ", guessed by the settings it prints", option: " (from --os)" }[
    os.basis
  ];
  const [place] = os.at;
  return (
    <p class="faint">
      {printable(osTitle(os))}
      {build}
      {basis} {place !== undefined && <Place place={place} />}
    </p>
  );
}
