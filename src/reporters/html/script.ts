/**
 * What the page does beyond being read, for those who let it: tables are sorted by the button in a heading, and commands
 * are copied. Without it nothing is missing but that. It makes its own buttons, so none is there that does nothing.
 */
export const script = `
"use strict";
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(table, headings, column));
  });
}
for (const command of document.querySelectorAll("pre.command")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy " + command.textContent);
  button.addEventListener("click", () => copy(command.querySelector("code"), button));
  command.append(button);
}
function sort(table, headings, column) {
  const heading = headings[column];
  const isNumeric = heading.classList.contains("number") || keyOf(table.tBodies[0].rows[0], column).isNumber;
  const before = heading.getAttribute("aria-sort");
  const descending = before === null ? isNumeric : before === "ascending";
  for (const other of headings) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => (descending ? -1 : 1) * compare(keyOf(a, column), keyOf(b, column)));
  table.tBodies[0].append(...rows);
}
function keyOf(row, column) {
  const text = row.cells[column].dataset.sort ?? row.cells[column].textContent;
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  return { text, number: Number(text), isNumber };
}
function compare(a, b) {
  if (a.isNumber && b.isNumber) return a.number - b.number;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}
function copy(code, button) {
  const done = () => {
    button.textContent = "Copied";
  };
  const range = document.createRange();
  range.selectNodeContents(code);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, () => undefined);
}
`;
