import { strings } from "./strings/index.ts";
import type { Wrapper } from "./wrapper.ts";

/** All wrappers, the outermost first. */
export const wrappers: readonly Wrapper[] = [strings];
