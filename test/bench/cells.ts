/** Columns that every CSV of connections has. */
const columns = ["local_address", "local_port", "foreign_address", "foreign_port", "state", "pid"];

/** What differs between the cells of two CSV files of the same table, in the columns that both have. */
export function cellDifference(ours: string, theirs: string): string | undefined {
  const [our, their] = [cellsOf(ours), cellsOf(theirs)];
  if (our.length !== their.length) return `it prints ${their.length} rows where ours are ${our.length}`;
  const at = our.findIndex((cells, row) => cells !== their[row]);
  return at < 0 ? undefined : `it prints "${their[at]}" where ours is "${our[at]}"`;
}

/** Generated tables hold nothing that would be quoted. */
function cellsOf(csv: string): readonly string[] {
  const [heading = "", ...rows] = csv.trimEnd().split("\r\n");
  const names = heading.split(",");
  const places = columns.map((name) => names.indexOf(name));
  return rows.map((row) => {
    const cells = row.split(",");
    return places.map((place) => cells[place]).join(" ");
  });
}
