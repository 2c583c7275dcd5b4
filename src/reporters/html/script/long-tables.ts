/**
 * Tables too long to be drawn as a whole. Their rows are those of the table for browsers without scripts, which is text to
 * the others, or data. Only the rows that were found first are nodes of the page; further ones follow as it is scrolled.
 */
export const longTables = `
const FEW_ROWS = 100;
const MOST_CHOICES = 40;
function searchable(within) {
  for (const holder of within.querySelectorAll("[data-long-table]")) {
    const fold = holder.closest("details:not([open])");
    if (fold === null) longTable(holder);
    else fold.addEventListener("toggle", () => longTable(holder), { once: true });
  }
}
async function longTable(holder) {
  const text = holder.querySelector("noscript").textContent;
  const inert = new DOMParser().parseFromString(text, "text/html");
  const table = document.importNode(inert.querySelector("table"), false);
  for (const part of [inert.querySelector("caption"), inert.querySelector("thead")]) table.append(document.adoptNode(part));
  if (holder.dataset.longTable !== "") table.caption.textContent = holder.dataset.longTable;
  const body = table.createTBody();
  const data = holder.querySelector("script");
  const all = data === null
    ? [...inert.querySelector("tbody").rows].map((node) => ({ node, text: node.textContent.toLowerCase() }))
    : JSON.parse(await unpackedText(data)).map((cells) => ({ cells, text: cells.map(textIn).join(" ").toLowerCase() }));
  let sorted = all;
  let found = all;
  let shown = 0;
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  const more = document.createElement("button");
  more.type = "button";
  more.className = "copy";
  more.textContent = "Show more rows";
  const draw = () => {
    const next = found.slice(shown, shown + FEW_ROWS);
    shown += next.length;
    body.append(...next.map((row) => nodeOf(row, table)));
    more.hidden = shown >= found.length;
  };
  const restart = () => {
    const words = search.value.toLowerCase().split(" ").filter((word) => word !== "");
    const chosen = choices.flatMap(({ select, column }) => (select.value === "" ? [] : [{ column, value: select.value }]));
    found = sorted.filter((row) =>
      words.every((word) => hasWord(row, word)) && chosen.every(({ column, value }) => cellText(row, column) === value));
    count.textContent = found.length === all.length ? all.length + " rows" : found.length + " of " + all.length + " rows";
    body.replaceChildren();
    shown = 0;
    draw();
  };
  const search = document.createElement("input");
  search.type = "search";
  const choices = [...table.tHead.rows[0].cells].flatMap((heading, column) => choiceOf(heading, column, all));
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.append(labelled("Search", search), ...choices.map(({ label }) => label), count);
  for (const control of [search, ...choices.map(({ select }) => select)]) control.addEventListener("input", restart);
  headings(table, (column, descending) => {
    const rows = all.map((row) => ({ row, key: keyIn(row, column) }));
    sorted = ordered(rows, descending).map(({ row }) => row);
    restart();
  });
  more.addEventListener("click", draw);
  new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && draw()).observe(more);
  addEventListener("beforeprint", () => {
    while (shown < found.length) draw();
  });
  holder.replaceChildren(tools, table, more);
  restart();
}
/* A word behind a sign of equality is a whole cell. */
function hasWord(row, word) {
  if (!word.startsWith("=")) return row.text.includes(word);
  const cells = row.cells === undefined ? [...row.node.cells].map((cell) => cell.textContent) : row.cells.map(textIn);
  return cells.some((text) => text.toLowerCase().replaceAll(" ", "_") === word.slice(1));
}
function choiceOf(heading, column, all) {
  if (!("filter" in heading.dataset)) return [];
  const values = [...new Set(all.map((row) => cellText(row, column)))].sort();
  if (values.length < 2 || values.length > MOST_CHOICES) return [];
  const select = document.createElement("select");
  select.append(new Option("all", ""), ...values.map((value) => new Option(value, value)));
  return [{ column, select, label: labelled(heading.textContent, select) }];
}
function labelled(words, control) {
  const label = document.createElement("label");
  label.append(words + " ", control);
  return label;
}
function cellText(row, column) {
  return row.cells === undefined ? row.node.cells[column].textContent : textIn(row.cells[column]);
}
function keyIn(row, column) {
  if (row.cells === undefined) return keyOf(row.node.cells[column]);
  const cell = row.cells[column];
  return keyOfText(String(Array.isArray(cell) ? cell[1] : cell));
}
function linkTo(address, words) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = words;
  return link;
}
function textIn(cell) {
  return Array.isArray(cell) ? cell[0] : cell;
}
function nodeOf(row, table) {
  if (row.cells === undefined) return document.adoptNode(row.node);
  const node = document.createElement("tr");
  row.cells.forEach((one, column) => {
    const cell = node.insertCell();
    cell.append(Array.isArray(one) && one[2] !== undefined ? linkTo(one[2], one[0]) : textIn(one));
    cell.className = table.tHead.rows[0].cells[column].className;
  });
  return node;
}
`;
