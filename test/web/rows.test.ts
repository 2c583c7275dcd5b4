import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { addRows, allRows, facetValues, noRows, type RowQuery, type RowsAsked, rowsFound } from "../../src/web/rows.ts";

const TABLE = `Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.70:50012    ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     Offloaded
  TCP    192.0.2.10:50012       198.51.100.9:80        TIME_WAIT       InHost
  TCP    [2001:db8::10]:443     [2001:db8::9]:50015    ESTABLISHED     Offloaded
`;

const rows = noRows();
await analyze({ name: "a.txt", content: TABLE }, { onConnections: (more) => addRows(rows, more) });

const asked = (query: Partial<RowQuery>, more: Partial<RowsAsked> = {}): RowsAsked => ({
  query: { ...allRows, ...query },
  from: 0,
  to: 10,
  at: null,
  ...more,
});
const foreign = (query: Partial<RowQuery>) => rowsFound(rows, asked(query)).rows.map(({ cells }) => cells.foreign);

const [FIRST, SECOND, THIRD, FOURTH] = [
  "198.51.100.70:50012",
  "198.51.100.9:50014",
  "198.51.100.9:80",
  "[2001:db8::9]:50015",
];

const WHOLE = { source: "a.txt", line: 1, endLine: 8 };

describe("the rows of connections", () => {
  it.each<[string, Partial<RowQuery>, readonly (string | undefined)[]]>([
    ["as they were read", {}, [FIRST, SECOND, THIRD, FOURTH]],
    [
      "by address and port, as numbers",
      { sort: { by: "foreign", order: "ascending" } },
      [THIRD, SECOND, FIRST, FOURTH],
    ],
    ["downwards", { sort: { by: "line", order: "descending" } }, [FOURTH, THIRD, SECOND, FIRST]],
    ["of a state", { wanted: { state: "TIME_WAIT" } }, [THIRD]],
    ["of an offload state", { wanted: { offload: "offloaded" } }, [SECOND, FOURTH]],
    ["of two values at once", { wanted: { offload: "inHost", state: "ESTABLISHED" } }, [FIRST]],
    ["of a port on either side", { endpoint: ":50012" }, [FIRST, THIRD]],
    ["of a port and no longer one", { endpoint: ":80" }, [THIRD]],
    ["of a part of an address", { endpoint: "198.51.100.9" }, [SECOND, THIRD]],
    ["of an address of IPv6", { endpoint: "2001:DB8::10" }, [FOURTH]],
    ["of a group by port", { of: { table: WHOLE, by: "byServicePort", key: "445", side: null } }, [FIRST]],
    ["of a part of a group", { of: { table: WHOLE, by: "byServicePort", key: "445", side: "offloaded" } }, []],
    [
      "of a group by address",
      { of: { table: WHOLE, by: "byForeignAddress", key: "198.51.100.9", side: null } },
      [SECOND],
    ],
    ["of a class", { of: { table: WHOLE, by: "class", key: "timeWait", side: null } }, [THIRD]],
    [
      "of the eligible that are offloaded",
      { of: { table: WHOLE, by: "counted", key: "", side: "offloaded" } },
      [SECOND, FOURTH],
    ],
    ["of all of TCP", { of: { table: WHOLE, by: "tcp", key: "", side: null } }, [FIRST, SECOND, THIRD, FOURTH]],
    ["of another table", { of: { table: { ...WHOLE, line: 40, endLine: 90 }, by: "tcp", key: "", side: null } }, []],
    ["of nothing", { endpoint: "203.0.113" }, []],
  ])("are found %s", (_, query, wanted) => {
    expect(foreign(query)).toEqual(wanted);
  });

  it("come in stretches, with the place of the row of a line", () => {
    const { sort } = { sort: { by: "foreign", order: "ascending" } as const };
    const found = rowsFound(rows, asked({ sort }, { from: 1, to: 3, at: { source: "a.txt", line: 5 } }));
    expect(found.rows.map(({ place }) => place.line)).toEqual([6, 5]);
    expect(found).toMatchObject({ from: 1, total: 4, at: 2 });
    expect(rowsFound(rows, asked({}, { at: { source: "b.txt", line: 5 } })).at).toBeNull();
  });

  it("tell what there is to choose from", () => {
    expect(facetValues(rows)).toMatchObject({
      host: [],
      state: ["ESTABLISHED", "TIME_WAIT"],
      offload: ["inHost", "offloaded"],
    });
  });
});
