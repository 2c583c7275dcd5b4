import { type ComponentChild, type ComponentChildren, createContext } from "preact";
import { useContext, useState } from "preact/hooks";

/** Whether the page draws itself: then what is folded is made when it is opened. A file holds it as text for its script. */
export const Live = createContext(false);

interface FoldProps {
  readonly summary: ComponentChildren;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

/**
 * Something long that is folded up. Where there are many, a browser with scripts makes none of what is in them before one
 * is opened; without scripts it is ordinary markup that opens as well.
 */
export function Fold({ summary, isOpen, children }: FoldProps): ComponentChild {
  const isLive = useContext(Live);
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <details open={isOpen} onToggle={isLive ? ({ currentTarget }) => currentTarget.open && setOpened(true) : undefined}>
      <summary>{summary}</summary>
      {isLive ? wasOpened && children : isOpen ? children : <noscript class="folded">{children}</noscript>}
    </details>
  );
}
