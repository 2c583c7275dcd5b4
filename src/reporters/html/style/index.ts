import { components } from "./components.ts";
import { elements } from "./elements.ts";
import { paper } from "./paper.ts";
import { tokens } from "./tokens.ts";

/** How reports look, light and dark, on a screen and on paper; the paste page has the same style. */
export const style = tokens + elements + components + paper;
