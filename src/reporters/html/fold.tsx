import { type ComponentChild, type ComponentChildren, createContext } from "preact";
import { useContext, useState } from "preact/hooks";

/** Whether the page draws itself: then what is folded is made when it is opened. A file holds it packed, for its script. */
export const Live = createContext(false);

interface FoldProps {
  readonly summary: ComponentChildren;
  readonly isOpen: boolean;
  /** What a file shows of it without a script; the whole where it is missing. */
  readonly brief?: ComponentChildren;
  /** Where its script finds the whole: the number of the packed block, and the place in that. */
  readonly packedAt?: string;
  readonly children: ComponentChildren;
}

/**
 * Something long that is folded up. Where there are many, a browser with scripts makes none of what is in them before one
 * is opened; without scripts a brief form of it opens as well.
 */
export function Fold({ summary, isOpen, brief, packedAt, children }: FoldProps): ComponentChild {
  const isLive = useContext(Live);
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <details open={isOpen} onToggle={isLive ? ({ currentTarget }) => currentTarget.open && setOpened(true) : undefined}>
      <summary>{summary}</summary>
      {isLive ? wasOpened && children : isOpen ? children : <Folded packedAt={packedAt}>{brief ?? children}</Folded>}
    </details>
  );
}

interface FoldedProps {
  readonly packedAt: string | undefined;
  readonly children: ComponentChildren;
}

function Folded({ packedAt, children }: FoldedProps): ComponentChild {
  return (
    <noscript class="folded" data-packed={packedAt}>
      {children}
    </noscript>
  );
}
