/** What is folded up as text: it becomes part of the page when it is opened, printed, or linked to. */
export const folds = `
function foldable(within) {
  for (const text of within.querySelectorAll("noscript.folded")) {
    text.parentElement.addEventListener("toggle", () => unfold(text), { once: true });
  }
}
function unfold(text) {
  if (!text.isConnected) return;
  const markup = document.createElement("template");
  markup.innerHTML = text.textContent;
  enhance(markup.content);
  text.replaceWith(markup.content);
}
function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === "") return;
  for (const text of document.querySelectorAll("noscript.folded")) {
    const host = text.closest("section").getAttribute("aria-labelledby");
    if (id === host || id.startsWith(host + "-")) {
      unfold(text);
      break;
    }
  }
  const target = document.getElementById(id);
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target?.scrollIntoView();
}
addEventListener("hashchange", openTarget);
addEventListener("beforeprint", () => {
  for (const text of document.querySelectorAll("noscript.folded")) {
    text.parentElement.open = true;
    unfold(text);
  }
});
`;
