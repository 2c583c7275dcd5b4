import type { RefObject } from "preact";
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { type Input, PASTE } from "./inputs.ts";
import { type Classes, noteClasses } from "./line-classes.ts";
import type { Answer } from "./messages.ts";
import { type Reader, readerWith, type Work } from "./reader.ts";
import { beginning, type Change, changed, type State } from "./state.ts";

/** How long somebody has stopped typing before it is read, in milliseconds. */
const PAUSE = 150;

/** What the page shows, and the ways to change it. */
export interface Reading {
  readonly state: State;
  readonly change: (change: Change) => void;
  /** The text of the editor has become this. */
  readonly onText: (text: string) => void;
  readonly classes: Classes;
  /** Another number whenever the classes have changed. */
  readonly version: number;
  readonly reader: Reader;
  /** Who wants the lines that are asked for. */
  readonly lines: RefObject<(answer: Answer) => void>;
}

/** Reads what is typed and handed in whenever it has changed. */
export function useReading(startWorker: () => Work): Reading {
  const [state, change] = useReducer(changed, beginning);
  const [text, onText] = useState("");
  const [version, setVersion] = useState(0);
  const classes = useRef<Classes>(new Map());
  const isStale = useRef(false);
  const lines = useRef<(answer: Answer) => void>(() => undefined);

  const reader = useMemo(() => readerWith(startWorker, hear), [startWorker]);

  function hear(answer: Answer): void {
    if (answer.kind === "lines") {
      lines.current(answer);
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

  const { inputs } = state;
  useEffect(() => {
    const all: readonly Input[] = text === "" ? inputs : [{ name: PASTE, bytes: new Blob([text]) }, ...inputs];
    if (all.length === 0) {
      reader.giveUp();
      classes.current = new Map();
      return change({ is: "emptied" });
    }
    const pause = setTimeout(() => {
      isStale.current = true;
      change({ is: "begun", bytes: all.reduce((sum, { bytes }) => sum + bytes.size, 0) });
      reader.read(all);
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [text, inputs, reader]);

  return { state, change, onText, classes: classes.current, version, reader, lines };
}
