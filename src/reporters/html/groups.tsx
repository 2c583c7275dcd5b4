import { type ComponentChild, Fragment } from "preact";
import type { Group, Groups, HostReport } from "../../report/index.ts";
import { allOf, NONE } from "../figures.ts";
import { printable } from "../printable.ts";
import { groupTitles } from "../words.ts";
import { ChartView } from "./chart.tsx";
import { stackedBars } from "./charts/stacked-bars.tsx";
import { placeOf, RowsLink, type RowsWanted } from "./rows-link.tsx";
import { Table } from "./table.tsx";

/** Groupings that have a chart; the others stand as tables. */
const DRAWN: readonly (keyof Groups)[] = ["byServicePort", "byForeignAddress"];

/** Connections of the largest group from which on there is a chart: long bars of one or two would look like much. */
const LEAST_DRAWN = 4;

/** Where connections are, by service port and by foreign address; by local address and process where that tells something. */
export function GroupViews({ host, id }: { readonly host: HostReport; readonly id: string }): ComponentChild {
  const { groups, groupsTested } = host.summary;
  if (groups === null) return null;
  const keys = Object.keys(groupTitles) as (keyof Groups)[]; // it has no other keys
  return keys.map((key) => {
    const isShown = DRAWN.includes(key);
    if (groups[key].length === 0 || (!isShown && !isTelling(groups[key]))) return null;
    const isDrawn = isShown && groups[key].some((group) => allOf(group) >= LEAST_DRAWN);
    const tested = groupsTested?.[key] ?? groups[key].length;
    const largest = tested > groups[key].length ? `, the largest ${groups[key].length} of ${tested}` : "";
    const title = `${groupTitles[key]}${largest}`;
    return (
      <section key={key}>
        <h3 id={`${id}-${key}`}>{title}</h3>
        <div class="beside">
          {isDrawn && (
            <ChartView
              chart={stackedBars(groups[key], `Eligible connections ${lower(title)}`, (group) =>
                rowsOf(group, key, host),
              )}
              id={`${id}-${key}-chart`}
            />
          )}
          <GroupTable
            groups={groups[key]}
            caption={`Eligible connections ${lower(title)}`}
            rowsOf={(group) => rowsOf(group, key, host)}
            cellsOf={({ key: name }) => [host.host, key === "byProcess" ? processOf(name) : name]}
          />
        </div>
      </section>
    );
  });
}

/** The rows of a group, which are of the table that the headline numbers are of. */
function rowsOf({ key }: Group, by: keyof Groups, { summary: { headline, snapshots } }: HostReport) {
  const table = headline === null ? undefined : snapshots[headline];
  return table === undefined ? undefined : ({ table: placeOf(table), by, key, side: null } as const);
}

interface GroupTableProps {
  readonly groups: readonly Group[];
  readonly caption: string;
  readonly rowsOf: (group: Group) => RowsWanted | undefined;
  readonly cellsOf: (group: Group) => readonly (string | null)[];
}

/** The name of a process without its number, which rows leave out; the number where it has no name. */
function processOf(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

function GroupTable({ groups, caption, rowsOf, cellsOf }: GroupTableProps) {
  const rows = groups.map((group) => [
    <Fragment key="name">
      <RowsLink wanted={rowsOf(group)} cells={cellsOf(group)}>
        {printable(group.key)}
      </RowsLink>
      {group.differs && <small> differs from the others</small>}
    </Fragment>,
    String(group.offloaded),
    String(group.inHost),
    String(group.transitional),
    String(allOf(group)),
    group.total === 0 ? NONE : `${group.offloaded} of ${group.total}`,
  ]);
  const heading = ["Group", "Offloaded", "In host", "On the way", "All", "Share"];
  return <Table caption={caption} heading={heading} rows={rows} align="lrrrrr" />;
}

function isTelling(groups: readonly Group[]): boolean {
  const offloaded = groups.some((group) => group.offloaded > 0);
  // A single process with its name says who offloads.
  const isSeveral = groups.length > 1 || groups.some(({ key }) => /^\d+ \S/.test(key));
  return isSeveral && offloaded && groups.some((group) => group.offloaded < group.total);
}

function lower(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}
