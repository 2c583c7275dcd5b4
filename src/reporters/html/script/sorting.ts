/** Tables that are sorted by the button in a heading; a table in which each row is a node. */
export const sorting = `
function sortable(within) {
  for (const table of within.querySelectorAll("table[data-sortable]")) {
    headings(table, (column, descending) => {
      const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
      table.tBodies[0].append(...ordered(rows, descending).map(({ row }) => row));
    });
  }
}
function headings(table, onSort) {
  const cells = [...table.tHead.rows[0].cells];
  cells.forEach((heading, column) => {
    if (heading.tagName !== "TH") return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const before = heading.getAttribute("aria-sort");
      const descending = before === null ? heading.classList.contains("number") : before === "ascending";
      for (const other of cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      onSort(column, descending);
    });
  });
}
function ordered(rows, descending) {
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => sign * compare(a.key, b.key));
}
function keyOf(cell) {
  return keyOfText(cell.dataset.sort ?? cell.textContent);
}
function keyOfText(text) {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
function compare(a, b) {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === "number" ? -1 : 1;
}
`;
