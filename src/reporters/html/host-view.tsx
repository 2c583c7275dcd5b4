import type { ComponentChild } from "preact";
import { osTitle } from "../../facts/os-bands.ts";
import type { HostReport } from "../../report/index.ts";
import { identityLine } from "../identity.ts";
import { printable } from "../printable.ts";
import { leastWindows } from "../words.ts";
import { ChimneyStats } from "./chimney-stats.tsx";
import { Connections } from "./connections.tsx";
import { Actions, Findings } from "./findings.tsx";
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

/** Everything about one host, what matters most first. `id` is its own on the page. */
export function HostView({ host, id }: { readonly host: HostReport; readonly id: string }): ComponentChild {
  return (
    <section class="host" aria-labelledby={id}>
      <details open>
        <summary>
          <h2 id={id}>{hostName(host)}</h2> <VerdictBadge code={host.verdict?.code ?? null} />
        </summary>
        <p class="faint">{identityLine(host)}</p>
        <Windows host={host} />
        <VerdictView host={host} />
        <Connections host={host} id={id} />
        <Findings findings={host.findings} excerpts={host.excerpts} id={id} hasActions={host.actions !== undefined} />
        <Actions actions={host.actions ?? []} id={id} />
        <GroupViews host={host} id={id} />
        <Settings host={host} id={id} />
        <ChimneyStats host={host} id={id} />
        <TablesOverTime summary={host.summary} id={id} />
        <Observations summary={host.summary} id={id} />
        <Unchecked host={host} id={id} />
      </details>
    </section>
  );
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
