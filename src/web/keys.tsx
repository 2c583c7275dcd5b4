import type { ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** What a key does, by what is printed on it. `F8` goes on from within a text as well, where letters are typed. */
const KEYS = [
  { keys: ["n", "F8"], does: "next finding" },
  { keys: ["p", "Shift+F8"], does: "previous finding" },
  { keys: ["l", "Enter"], does: "the line that the finding rests on" },
  { keys: ["b", "Escape"], does: "back to the finding" },
  { keys: ["g"], does: "go to a line by its number" },
  { keys: ["?"], does: "these keys" },
] as const;

type Deed = (typeof KEYS)[number]["does"];

/** What is gone through: the answers and findings that are in sight, in their order. */
const STOPS = ".said .verdict, .said .finding";

const HELP = "keys";

interface KeysProps {
  readonly onBack: () => void;
  readonly onLine: () => void;
}

/** The keys that go from finding to finding, and a list of them. Letters can be turned off: some people speak to their browser. */
export function Keys({ onBack, onLine }: KeysProps): ComponentChild {
  const [hasLetters, setLetters] = useState(true);
  const help = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const deed = deedOf(event, hasLetters);
      if (deed === undefined || !act(deed)) return;
      event.preventDefault();
    }
    function act(deed: Deed): boolean {
      switch (deed) {
        case "next finding":
          return step(1);
        case "previous finding":
          return step(-1);
        case "the line that the finding rests on":
          return follow();
        case "back to the finding":
          onBack();
          return true;
        case "go to a line by its number":
          onLine();
          return true;
        case "these keys":
          help.current?.showPopover();
          return true;
      }
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [hasLetters, onBack, onLine]);

  return (
    <>
      <button type="button" class="keys" popovertarget={HELP}>
        Keys
      </button>
      <div popover="auto" id={HELP} class="explanation" ref={help}>
        <dl class="key-list">
          {KEYS.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={hasLetters}
            onChange={({ currentTarget }) => setLetters(currentTarget.checked)}
          />{" "}
          Letters are keys
        </label>
      </div>
    </>
  );
}

/** What a key is for where it was pressed; a letter in a field is a letter. */
function deedOf(event: KeyboardEvent, hasLetters: boolean): Deed | undefined {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const pressed = event.shiftKey && key.length > 1 ? `Shift+${key}` : key;
  const isWord = key.length === 1;
  if (isWord && (!hasLetters || isField(target))) return undefined;
  // Enter on a button presses that; on a finding that was gone to it follows it.
  if (key === "Enter" && !(target instanceof Element && target.matches(STOPS))) return undefined;
  if (key === "Escape" && (document.querySelector(":popover-open") !== null || !isText(target))) return undefined;
  return KEYS.find(({ keys }) => keys.some((one) => one === pressed))?.does;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  );
}

/** The text of a capture, typed or shown. */
function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".captured .pane") !== null;
}

/** The stop that was gone to last; the focus may be elsewhere meanwhile. */
let last: HTMLElement | null = null;

/** Goes so many stops on. False where there is none. */
function step(by: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const here = document.activeElement?.closest<HTMLElement>(STOPS) ?? last;
  const at = here === null ? -1 : stops.indexOf(here);
  const next = stops[at < 0 ? (by === 1 ? 0 : stops.length - 1) : at + by];
  if (next === undefined) return false;
  goToStop(next);
  return true;
}

function goToStop(stop: HTMLElement): void {
  last = stop;
  stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "start" });
}

/** Goes to the first line that the finding rests on. */
function follow(): boolean {
  const stop = document.activeElement?.closest(STOPS);
  const place = stop?.querySelector<HTMLElement>("button.place");
  place?.click();
  return place !== null && place !== undefined;
}

/** Goes back to what a line was followed from. */
export function goBackTo(from: Element): void {
  const stop = from.closest<HTMLElement>(STOPS);
  if (stop !== null) goToStop(stop);
  if (!(from instanceof HTMLElement)) return;
  from.focus({ preventScroll: stop !== null });
}
