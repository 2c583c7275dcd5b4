import type { ComponentChild } from "preact";
import { windowsName } from "../../facts/os-bands.ts";
import type { BundleEntry, Fleet } from "../../fleet/index.ts";
import { counted, NONE } from "../figures.ts";
import { bandText } from "../fleet/names.ts";
import { printable } from "../printable.ts";
import { settingLabel } from "../words.ts";
import { Explain } from "./explained.tsx";
import { RuleName } from "./findings.tsx";
import { Table } from "./table.tsx";

/** Hosts named of a rule or a value; the table of hosts has all of them. */
const MOST_NAMES = 200;

/** Each rule that fails, with the hosts on which it does. */
export function FailingRules({
  bundles,
  fleet,
}: {
  readonly bundles: readonly BundleEntry[];
  readonly fleet: Fleet;
}): ComponentChild {
  if (fleet.failing.length === 0) return null;
  const names = hostsByRule(bundles);
  return (
    <section>
      <h3 id="failing">Findings by number of hosts</h3>
      <Table
        caption="Rules that fail, the worst first"
        heading={["Rule", "Severity", "Hosts", "Which"]}
        rows={fleet.failing.map(({ rule, severity, hosts }) => [
          <RuleName key="rule" rule={rule} />,
          <span key="severity" class={`mark ${severity}`}>
            {severity}
          </span>,
          String(hosts.total),
          <Names
            key="names"
            names={names.get(rule) ?? hosts.first.map(({ host }) => printable(host ?? "Not named"))}
            total={hosts.total}
          />,
        ])}
        align="llrl"
      />
    </section>
  );
}

/** Few names stand as they are, many are folded up. */
function Names({ names, total }: { readonly names: readonly string[]; readonly total: number }) {
  const said = names.slice(0, MOST_NAMES).join(", ");
  const more = Math.max(total, names.length) - Math.min(names.length, MOST_NAMES);
  const text = more > 0 ? `${said} and ${more} more` : said;
  if (names.length <= 5) return text;
  return (
    <details>
      <summary>
        {names.slice(0, 3).join(", ")} and {counted(total - 3, "other")}
      </summary>
      {text}
    </details>
  );
}

function hostsByRule(bundles: readonly BundleEntry[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { hosts } of bundles) {
    for (const { host, failing } of hosts) {
      for (const rule of [...failing.error, ...failing.warning, ...failing.info]) {
        const some = names.get(rule);
        const name = printable(host ?? "Not named");
        if (some === undefined) names.set(rule, [name]);
        else some.push(name);
      }
    }
  }
  return names;
}

/** The values of each setting on each Windows, with the hosts that have an unusual one. */
export function SettingsMatrix({ fleet: { settings } }: { readonly fleet: Fleet }): ComponentChild {
  const differing = settings.filter(({ values }) => values.length > 1);
  if (differing.length === 0) return null;
  const rows = differing.map(({ setting, band, values, usual, notCaptured }) => [
    <Explain key="setting" name={setting}>
      {settingLabel(setting) ?? setting}
    </Explain>,
    bandText(band, windowsName),
    <ul key="values" class="values">
      {values.map(({ value, hosts }) => (
        <li key={value} class={usual !== null && value !== usual ? "odd" : undefined}>
          {printable(String(value))}: {counted(hosts.total, "host")}
          {usual !== null && value !== usual && (
            <>
              {" "}
              (odd: <Names names={hosts.first.map(({ host }) => printable(host ?? "Not named"))} total={hosts.total} />)
            </>
          )}
        </li>
      ))}
    </ul>,
    notCaptured.total === 0 ? NONE : counted(notCaptured.total, "host"),
  ]);
  return (
    <section>
      <h3 id="matrix">Settings that differ between hosts with the same Windows</h3>
      <Table
        caption="Values by number of hosts; where one is usual, the others are odd"
        heading={["Setting", "Windows", "Values", "Not captured"]}
        rows={rows}
        align="llll"
      />
    </section>
  );
}
