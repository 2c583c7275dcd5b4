import type { RefObject } from "preact";
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { keep, restored, type Store } from "./kept.ts";
import { type Classes, noteClasses } from "./line-classes.ts";
import type { Answer } from "./messages.ts";
import { beginning, type State } from "./page-state.ts";
import { type Reader, readerWith, type Work } from "./reader.ts";
import { type Change, changed } from "./state.ts";
import { inputsOf, isEmpty, type Tab } from "./tabs.ts";

/** How long somebody has stopped typing before it is read, in milliseconds. */
const PAUSE = 150;

/** What the page shows, and the ways to change it. */
export interface Reading {
  readonly state: State;
  readonly change: (change: Change) => void;
  readonly classes: Classes;
  /** Another number whenever the classes have changed. */
  readonly version: number;
  readonly reader: Reader;
  /** Who wants the lines that are asked for. */
  readonly lines: RefObject<(answer: Answer) => void>;
  /** Who wants the rows of connections that are asked for. */
  readonly rows: RefObject<(answer: Answer) => void>;
  /** Names of what a reload would lose. */
  readonly unkept: readonly string[];
}

/** Reads what is typed and handed in whenever it has changed. */
export function useReading(startWorker: () => Work, store: Store | undefined): Reading {
  const [state, change] = useReducer(changed, store, begun);
  const [version, setVersion] = useState(0);
  const classes = useRef<Classes>(new Map());
  const isStale = useRef(false);
  const lines = useRef<(answer: Answer) => void>(() => undefined);

  const rows = useRef<(answer: Answer) => void>(() => undefined);

  const reader = useMemo(() => readerWith(startWorker, hear), [startWorker]);

  function hear(answer: Answer): void {
    if (answer.kind === "lines") {
      lines.current(answer);
      return;
    }
    if (answer.kind === "rows") {
      rows.current(answer);
      return;
    }
    if (answer.kind === "classes" || answer.kind === "report") {
      // The classes of the last text stand beside the new one until its own come: nothing flickers while one types.
      if (isStale.current) classes.current = new Map();
      isStale.current = false;
      if (answer.kind === "classes") noteClasses(classes.current, answer.source, answer.from, answer.classes);
      setVersion((before) => before + 1);
    }
    if (answer.kind !== "classes") change({ is: "heard", answer });
  }

  const { tabs, options } = state;
  useEffect(() => {
    const inputs = inputsOf(tabs);
    if (inputs.length === 0) {
      reader.giveUp();
      classes.current = new Map();
      return change({ is: "emptied" });
    }
    const pause = setTimeout(() => {
      isStale.current = true;
      change({ is: "begun", bytes: inputs.reduce((sum, { bytes }) => sum + bytes.size, 0) });
      reader.read(inputs, options);
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [tabs, options, reader]);

  const unkept = useKeeping(tabs, store);
  return { state, change, classes: classes.current, version, reader, lines, rows, unkept };
}

/** Where a visit begins: with what the one before in this tab of the browser had. */
function begun(store: Store | undefined): State {
  const inputs = store === undefined ? [] : restored(store);
  return changed(beginning, { is: "added", inputs, notices: [] });
}

/** Keeps what is handed in for a reload, and has the browser ask before the page is left. */
function useKeeping(tabs: readonly Tab[], store: Store | undefined): readonly string[] {
  const [unkept, setUnkept] = useState<readonly string[]>([]);
  useEffect(() => {
    let isLast = true;
    const pause = setTimeout(async () => {
      const left = store === undefined ? tabs.map(({ name }) => name) : await keep(tabs, store);
      if (isLast) setUnkept(left);
    }, PAUSE);
    return () => {
      isLast = false;
      clearTimeout(pause);
    };
  }, [tabs, store]);

  const hasSomething = !tabs.every(isEmpty);
  useEffect(() => {
    if (!hasSomething) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasSomething]);
  return unkept;
}
