/**
 * Of many hosts, what there is to say of each is packed, and becomes part of the page when the host is opened or linked
 * to. What browsers without scripts show instead is what is printed of those that were not opened.
 */
export const folds = `
const opened = new Map();
function foldable(within) {
  for (const brief of within.querySelectorAll("noscript.folded")) {
    brief.parentElement.addEventListener("toggle", () => brief.parentElement?.open && unfold(brief));
  }
}
async function unfold(brief) {
  const whole = brief.dataset.packed === undefined ? brief.textContent : await packedPart(brief.dataset.packed);
  if (brief.isConnected) brief.replaceWith(partOf(whole ?? brief.textContent));
}
async function packedPart(at) {
  const [block, place] = at.split("/");
  if (!opened.has(block)) opened.set(block, unpackedText(document.getElementById("packed-" + block)).then(JSON.parse));
  const markups = await opened.get(block).catch(() => []);
  return markups[place];
}
function partOf(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  enhance(template.content);
  return template.content;
}
async function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === "") return;
  for (const brief of document.querySelectorAll("noscript.folded")) {
    const host = brief.closest("section").getAttribute("aria-labelledby");
    if (id === host || id.startsWith(host + "-")) await unfold(brief);
  }
  const target = document.getElementById(id);
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target?.scrollIntoView();
}
addEventListener("hashchange", openTarget);
addEventListener("beforeprint", () => {
  for (const brief of document.querySelectorAll("noscript.folded")) {
    const shown = document.createElement("div");
    shown.className = "brief";
    shown.append(partOf(brief.textContent));
    brief.before(shown);
    brief.parentElement.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const shown of document.querySelectorAll("div.brief")) {
    shown.parentElement.open = false;
    shown.remove();
  }
});
`;
