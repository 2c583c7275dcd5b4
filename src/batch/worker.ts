/** What the threads of a run load: its functions are called with plain data from the thread that they serve. */
export { analyzeBundle } from "./analyze-bundle.ts";
