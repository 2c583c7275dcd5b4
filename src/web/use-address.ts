import { useEffect, useRef } from "preact/hooks";
import type { Report } from "../report/index.ts";
import { printable } from "../reporters/printable.ts";

/** Letters of a title: browsers show fewer. */
const LONGEST_TITLE = 60;

/** Goes to what the address names, which a folded host may hold, and calls the page by what it shows. */
export function useAddress(report: Report | null): void {
  const isFirst = useRef(true);

  useEffect(() => {
    window.addEventListener("hashchange", openTarget);
    return () => window.removeEventListener("hashchange", openTarget);
  }, []);

  useEffect(() => {
    document.title = titleOf(report);
    if (report === null || !isFirst.current) return;
    isFirst.current = false;
    openTarget();
  }, [report]);
}

function titleOf(report: Report | null): string {
  const [first, ...others] = report?.hosts ?? [];
  if (first === undefined) return "chimneysweep";
  if (others.length > 0) return `${others.length + 1} hosts: chimneysweep`;
  return first.host === null ? "chimneysweep" : `${printable(first.host).slice(0, LONGEST_TITLE)}: chimneysweep`;
}

/** The contents of a folded host are made when it is opened, so its part of the page is there a moment later. */
function openTarget(): void {
  const id = location.hash.slice(1);
  const [host] = /^host-\d+/.exec(id) ?? [];
  const fold = host === undefined ? undefined : document.getElementById(host)?.closest("details");
  if (fold?.open !== false) {
    show(id);
    return;
  }
  fold.addEventListener("toggle", () => requestAnimationFrame(() => requestAnimationFrame(() => show(id))), {
    once: true,
  });
  fold.open = true;
}

function show(id: string): void {
  document.getElementById(id)?.scrollIntoView();
}
