/**
 * Groups that find their rows in the table of rows: a name becomes a button that looks for it there, as a whole cell, and
 * for its host. Where the page has no such table nothing becomes of them.
 */
export const rowLinks = `
function rowsLinked(within) {
  if (document.getElementById("rows") === null) return;
  for (const name of within.querySelectorAll("[data-find]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rows-link";
    button.append(...name.childNodes);
    name.append(button);
    button.addEventListener("click", () => findRows(name.dataset.find));
  }
}
function findRows(words) {
  const section = document.getElementById("rows").parentElement;
  const find = () => {
    const search = section.querySelector("input[type=search]");
    search.value = words;
    search.dispatchEvent(new Event("input"));
    section.scrollIntoView();
  };
  const fold = section.querySelector("details");
  if (fold.open) return find();
  fold.addEventListener("toggle", () => setTimeout(find), { once: true });
  fold.open = true;
}
`;
