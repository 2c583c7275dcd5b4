import type { ComponentChild } from "preact";
import { useRef, useState } from "preact/hooks";

/** Shares of the width that the text may take, in percent. */
const LEAST = 20;
const MOST = 80;
const HALF = 50;

/** Percent that a key moves. */
const STEP = 5;

/** The bar between the text and what it says, moved by hand or by keys: rows of netstat are wide. */
export function Splitter(): ComponentChild {
  const bar = useRef<HTMLHRElement>(null);
  const [share, setShare] = useState(HALF);

  function move(wanted: number): void {
    const next = Math.min(MOST, Math.max(LEAST, Math.round(wanted)));
    setShare(next);
    const { style } = bar.current?.parentElement ?? {};
    style?.setProperty("--text-share", `${next}fr`);
    style?.setProperty("--said-share", `${100 - next}fr`);
  }

  return (
    <hr
      ref={bar}
      class="splitter"
      tabIndex={0}
      aria-label="Width of the text"
      aria-orientation="vertical"
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={({ currentTarget, pointerId, clientX }) => {
        if (!currentTarget.hasPointerCapture(pointerId)) return;
        const { left = 0, width = 1 } = currentTarget.parentElement?.getBoundingClientRect() ?? {};
        move(((clientX - left) / width) * 100);
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(share + by);
      }}
    />
  );
}
