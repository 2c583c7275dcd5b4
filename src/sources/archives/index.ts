export type { Limits } from "./archive.ts";
export { type Budget, defaultLimits, newBudget } from "./budget.ts";
export { formatOf, formats, HEAD_BYTES } from "./formats.ts";
export { passedOver } from "./member-choice.ts";
export { opened } from "./opening.ts";
export { candidateNamed, sourcesIn } from "./walk.ts";
