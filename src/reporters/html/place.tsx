import { type ComponentChild, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReportPlace } from "../../report/index.ts";
import { placeText } from "../figures.ts";
import { untranslated } from "./untranslated.ts";

/** What goes to a line, null where there is nowhere to go: the paste page shows it in the text, a file does not. */
export const PlaceAction = createContext<(place: ReportPlace) => (() => void) | null>(() => null);

interface PlaceProps {
  readonly place: ReportPlace;
  readonly endLine?: number;
}

/** A line, or the lines up to another one, by source and number; a button where there is somewhere to go. */
export function Place({ place, endLine = place.line }: PlaceProps): ComponentChild {
  const go = useContext(PlaceAction)(place);
  const text = placeText(place, endLine);
  if (go === null)
    return (
      <span class="place" {...untranslated}>
        {text}
      </span>
    );
  return (
    <button type="button" class="place" {...untranslated} onClick={go}>
      {text}
    </button>
  );
}
