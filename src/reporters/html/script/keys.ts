/** From finding to finding by keys, as on the paste page: n and p, or F8 wherever the focus is. */
export const keys = `
const STOPS = ".verdict, .finding";
let lastStop = null;
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { n: 1, p: -1, F8: event.shiftKey ? -1 : 1 }[event.key];
  if (by === undefined || (event.key !== "F8" && event.target.matches("input, select"))) return;
  const stops = [...document.querySelectorAll(STOPS)].filter((stop) => stop.checkVisibility());
  const at = stops.indexOf(document.activeElement.closest(STOPS) ?? lastStop);
  const next = stops[at < 0 ? (by === 1 ? 0 : stops.length - 1) : at + by];
  if (next === undefined) return;
  event.preventDefault();
  lastStop = next;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView();
});
`;
